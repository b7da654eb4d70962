import { expect, test } from "vitest";
import { subjectOf } from "./subject";

function token(claims: unknown, signature: string): string {
  const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString("base64url");
  return `${part({ alg: "EdDSA" })}.${part(claims)}.${signature}`;
}

test("two tokens of one person are of the same, those of two are not", () => {
  expect(subjectOf(token({ sub: "7", jti: "a??>" }, "x"))).toBe("7");
  expect(subjectOf(token({ sub: "7", jti: "b~~ÿ" }, "y"))).toBe(subjectOf(token({ sub: "7", jti: "c" }, "z")));
  expect(subjectOf(token({ sub: "8" }, "x"))).not.toBe("7");
});

test("what is no token is of nobody else", () => {
  for (const each of ["", "a", "a.b.c", "a.e30.c", "..", token(null, "x"), token("7", "x")]) {
    expect(subjectOf(each)).toBe(each);
  }
});
