import { createHash, createHmac, randomBytes } from "node:crypto";

export interface Key {
  readonly key: string;
  readonly secret: string;
}

/** The headers of a request that this key signed (docs/operations.md). */
export function signedBy({ key, secret }: Key, method: string, pathQuery: string, body: string): Record<string, string> {
  const [path, query = ""] = pathQuery.split("?");
  const timestamp = String(Date.now());
  const nonce = randomBytes(16).toString("hex");
  const hash = createHash("sha256").update(body).digest("hex");
  const signature = createHmac("sha256", secret).update([method, path, query, timestamp, nonce, hash].join("\n")).digest("hex");
  return { "X-API-Key": key, "X-API-Timestamp": timestamp, "X-API-Nonce": nonce, "X-API-Signature": signature };
}
