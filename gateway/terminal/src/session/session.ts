import { computed, effect, signal } from "@preact/signals";
import { api } from "../api/api";
import { holder, keep, tokens } from "../api/tokens";

export type Role = "TRADER" | "BROKER" | "RISK" | "AUDITOR" | "ADMIN";

export interface User {
  id: string;
  email: string;
  name: string;
  role: Role;
  account: string | null;
  secondFactor: boolean;
  preferences: Record<string, string>;
  settings: Record<string, boolean>;
}

/** Who is logged in; null for nobody, or not yet known. */
export const user = signal<User | null>(null);

export const isLoggedIn = computed(() => tokens.value !== null);

/** Trades for an account of its own. */
export const isTrader = computed(() => user.value?.role === "TRADER" || user.value?.role === "BROKER");

export function hasRole(...roles: Role[]): boolean {
  return user.value !== null && roles.includes(user.value.role);
}

export async function reloadUser(): Promise<void> {
  const asked = holder.peek();
  const told = await api.get<User>("/users/me");
  if (holder.peek() === asked) user.value = told;
}

export async function logIn(email: string, password: string, code: string): Promise<void> {
  const told = await api.post<{ accessToken: string; expiresIn: number; refreshToken: string }>("/auth/login", {
    email,
    password,
    ...(code ? { code } : {}),
  });
  keep(told);
}

/** Gone from here whatever the venue answers. */
export async function logOut(): Promise<void> {
  try {
    await api.post("/auth/logout");
  } finally {
    keep(null);
  }
}

/** Knows who it is whenever somebody comes or goes; asked again with the next token where it could not be told. */
export function followUser(): void {
  let asked: string | null = null;
  effect(() => {
    void tokens.value;
    const now = holder.value;
    if (asked === now) return;
    asked = now;
    user.value = null;
    if (now !== null) reloadUser().catch(() => (asked = null));
  });
}
