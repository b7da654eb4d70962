import { computed, signal } from "@preact/signals";
import { problemIn, Problem } from "./problem";
import { subjectOf } from "./subject";

/** A log-in's tokens. Kept by the browser, shared by all tabs, sent nowhere but to this venue. */
export interface Tokens {
  readonly accessToken: string;
  /** Milliseconds since 1970 at which the access token ends. */
  readonly endsAt: number;
  readonly refreshToken: string;
}

interface Told {
  accessToken: string;
  expiresIn: number;
  refreshToken: string;
}

const PLACE = "rialto.tokens";
const EARLY_MILLIS = 20_000;

function read(): Tokens | null {
  try {
    const text = localStorage.getItem(PLACE);
    return text ? (JSON.parse(text) as Tokens) : null;
  } catch {
    return null;
  }
}

/** Null when nobody is logged in. */
export const tokens = signal<Tokens | null>(read());

/** Who is logged in: another person may come without this one having gone, in another tab. Null for nobody. */
export const holder = computed(() => tokens.value && subjectOf(tokens.value.accessToken));

export function keep(told: Told | null): void {
  const kept = told && {
    accessToken: told.accessToken,
    endsAt: Date.now() + told.expiresIn * 1000,
    refreshToken: told.refreshToken,
  };
  if (kept) localStorage.setItem(PLACE, JSON.stringify(kept));
  else localStorage.removeItem(PLACE);
  tokens.value = kept;
}

/** Another tab logged in, out, or refreshed. */
export function followOtherTabs(): void {
  addEventListener("storage", (event) => {
    if (event.key === PLACE || event.key === null) tokens.value = read();
  });
}

/** A refresh token counts once, also among tabs: one tab at a time, and the others take what it got. */
async function alone<T>(work: () => Promise<T>): Promise<T> {
  if (!("locks" in navigator)) return work();
  return await navigator.locks.request(PLACE, work);
}

let running: Promise<void> | null = null;

async function refreshed(used: string): Promise<void> {
  const newest = read();
  if (newest && newest.accessToken !== used) {
    tokens.value = newest;
    return;
  }
  if (!newest) return keep(null);
  const response = await fetch("/api/v1/auth/refresh", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ refreshToken: newest.refreshToken }),
  }).catch(() => {
    throw Problem.unreachable();
  });
  if (response.ok) return keep((await response.json()) as Told);
  const problem = await problemIn(response);
  if (response.status === 401) keep(null);
  throw problem;
}

/** The next pair, once however many ask at a time. */
export function refresh(): Promise<void> {
  const used = tokens.value?.accessToken;
  if (used === undefined) return Promise.resolve();
  running ??= alone(() => refreshed(used)).finally(() => (running = null));
  return running;
}

/** A token that is good for a moment longer, or null when nobody is logged in. */
export async function bearer(): Promise<string | null> {
  if (tokens.value && tokens.value.endsAt - EARLY_MILLIS < Date.now()) await refresh();
  return tokens.value?.accessToken ?? null;
}
