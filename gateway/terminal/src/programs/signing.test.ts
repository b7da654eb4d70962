import { createHmac } from "node:crypto";
import { expect, test } from "vitest";
import { listed } from "./shapes";
import { payloadOf, signatureOf } from "./signing";
import { LANGUAGES, snippet } from "./snippets";

const ASKED = { method: "GET", path: "/api/v1/orders", query: "status=OPEN", timestamp: "1700000000000", nonce: "00ff", body: "" };

test("six lines are signed, the last of them the hash of the body", async () => {
  const payload = await payloadOf(ASKED);
  expect(payload).toBe("GET\n/api/v1/orders\nstatus=OPEN\n1700000000000\n00ff\ne3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  expect(await signatureOf(payload, "secret")).toBe(createHmac("sha256", "secret").update(payload).digest("hex"));
});

test("what is typed as a list is one, and nothing binds nothing", () => {
  expect(listed("10.0.0.0/8, 192.0.2.7\n2001:db8::1")).toEqual(["10.0.0.0/8", "192.0.2.7", "2001:db8::1"]);
  expect(listed("  ")).toBeNull();
});

test("every snippet names key, secret and venue", () => {
  for (const language of LANGUAGES) {
    const text = snippet(language, "http://127.0.0.1:8080", "K", "S");
    for (const part of ["127.0.0.1:8080", "K", "S", "X-API-Signature", "status=OPEN"]) expect(text).toContain(part);
  }
});
