/** A key by which a program of the account comes in. */
export interface ApiKey {
  readonly id: string;
  readonly key: string;
  readonly label: string | null;
  readonly algorithm: string;
  readonly status: "ACTIVE" | "INACTIVE" | "EXPIRED" | "REVOKED";
  readonly scopes: readonly string[];
  readonly addresses: readonly string[] | null;
  readonly instruments: readonly string[] | null;
  readonly maxOrderQuantity: string | null;
  readonly maxOrderValue: string | null;
  readonly expiresAt: string | null;
  readonly previousUntil: string | null;
  readonly createdAt: string;
  readonly lastUsedAt: string | null;
  readonly uses: number;
  readonly errors: number;
}

/** Answered once, when it is made or gets another secret. */
export type MadeKey = ApiKey & { readonly secret?: string };

export interface KeyLog {
  readonly id: string;
  readonly time: string;
  readonly operation: string;
  readonly outcome: string;
  readonly actor: string | null;
  readonly address: string | null;
  readonly userAgent: string | null;
}

/** "a, b" as a list; nothing typed is null, which binds nothing. */
export function listed(typed: string): string[] | null {
  const parts = typed.split(/[\s,]+/).filter(Boolean);
  return parts.length > 0 ? parts : null;
}
