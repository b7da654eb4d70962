/** Ready to run: reads the account's open orders as this key. */
export const LANGUAGES = ["shell", "Python", "JavaScript"] as const;
export type Language = (typeof LANGUAGES)[number];

export function snippet(language: Language, origin: string, key: string, secret: string): string {
  return { shell, Python: python, JavaScript: javascript }[language](origin, key, secret);
}

function shell(origin: string, key: string, secret: string): string {
  return `KEY='${key}' SECRET='${secret}'
NOW=$(date +%s%3N) NONCE=$(openssl rand -hex 16) HASH=$(printf '' | openssl dgst -sha256 -r | cut -d' ' -f1)
SIGNATURE=$(printf '%s\\n%s\\n%s\\n%s\\n%s\\n%s' GET /api/v1/orders status=OPEN "$NOW" "$NONCE" "$HASH" |
  openssl dgst -sha256 -hmac "$SECRET" -r | cut -d' ' -f1)
curl '${origin}/api/v1/orders?status=OPEN' -H "X-API-Key: $KEY" -H "X-API-Timestamp: $NOW" \\
  -H "X-API-Nonce: $NONCE" -H "X-API-Signature: $SIGNATURE"`;
}

function python(origin: string, key: string, secret: string): string {
  return `import hashlib, hmac, secrets, time, urllib.request

KEY, SECRET = "${key}", "${secret}"

def call(method, path, query="", body=""):
    now, nonce = str(int(time.time() * 1000)), secrets.token_hex(16)
    lines = [method, path, query, now, nonce, hashlib.sha256(body.encode()).hexdigest()]
    signature = hmac.new(SECRET.encode(), "\\n".join(lines).encode(), hashlib.sha256).hexdigest()
    request = urllib.request.Request("${origin}" + path + ("?" + query if query else ""), body.encode() or None, method=method,
        headers={"Content-Type": "application/json", "X-API-Key": KEY, "X-API-Timestamp": now,
                 "X-API-Nonce": nonce, "X-API-Signature": signature})
    return urllib.request.urlopen(request).read().decode()

print(call("GET", "/api/v1/orders", "status=OPEN"))`;
}

function javascript(origin: string, key: string, secret: string): string {
  return `import { createHash, createHmac, randomBytes } from "node:crypto";

const KEY = "${key}", SECRET = "${secret}";

async function call(method, path, query = "", body = "") {
  const now = String(Date.now()), nonce = randomBytes(16).toString("hex");
  const hash = createHash("sha256").update(body).digest("hex");
  const signature = createHmac("sha256", SECRET).update([method, path, query, now, nonce, hash].join("\\n")).digest("hex");
  const headers = { "Content-Type": "application/json", "X-API-Key": KEY, "X-API-Timestamp": now, "X-API-Nonce": nonce, "X-API-Signature": signature };
  return (await fetch("${origin}" + path + (query && "?" + query), { method, headers, ...(body && { body }) })).json();
}

console.log(await call("GET", "/api/v1/orders", "status=OPEN"));`;
}
