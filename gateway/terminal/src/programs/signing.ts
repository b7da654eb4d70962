/** What a program signs, and how: the six lines of docs/operations.md. */
export interface Signed {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly timestamp: string;
  readonly nonce: string;
  readonly body: string;
}

function hex(bytes: ArrayBuffer): string {
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

export async function sha256(text: string): Promise<string> {
  return hex(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
}

/** The exact text, line by line. */
export async function payloadOf({ method, path, query, timestamp, nonce, body }: Signed): Promise<string> {
  return [method, path, query, timestamp, nonce, await sha256(body)].join("\n");
}

/** HMAC-SHA256 under the secret's characters, in hex. */
export async function signatureOf(payload: string, secret: string): Promise<string> {
  const encoder = new TextEncoder();
  const key = await crypto.subtle.importKey("raw", encoder.encode(secret), { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
  return hex(await crypto.subtle.sign("HMAC", key, encoder.encode(payload)));
}

export function newNonce(): string {
  return hex(crypto.getRandomValues(new Uint8Array(16)).buffer);
}
