/** Whose a token is, as it says of itself; the whole token where it does not say. Only the venue knows whether it is true. */
export function subjectOf(token: string): string {
  try {
    const claims: unknown = JSON.parse(atob((token.split(".")[1] ?? "").replace(/-/g, "+").replace(/_/g, "/")));
    if (typeof claims === "object" && claims !== null && "sub" in claims) return String(claims.sub);
  } catch {
    // It is no token of a form that is known here.
  }
  return token;
}
