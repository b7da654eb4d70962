import { Problem, problemIn } from "./problem";
import { bearer, keep, refresh, tokens } from "./tokens";

export type Query = Record<string, string | number | boolean | null | undefined>;

export interface Asked {
  query?: Query;
  body?: unknown;
  /** JSON to the letter, where a body has to be the same as one that was sent before. */
  text?: string;
  /** The same key again asks for the same outcome, and never does a thing twice. */
  idempotencyKey?: string;
  headers?: Record<string, string>;
  signal?: AbortSignal;
}

export interface Answered<T> {
  status: number;
  body: T;
  headers: Headers;
}

const API = "/api/v1";

/** Who is told this is logged in no more. */
const ENDED = ["SESSION_ENDED", "TOKEN_REUSED", "INVALID_TOKEN"];

/** Asks a person for a code of the second factor; null is a refusal. Set by the shell. */
let askCode: (problem: Problem) => Promise<string | null> = () => Promise.resolve(null);

export function secondFactorFrom(ask: typeof askCode): void {
  askCode = ask;
}

export function address(path: string, query: Query = {}): string {
  const parts = Object.entries(query).filter(([, value]) => value !== null && value !== undefined && value !== "");
  if (parts.length === 0) return API + path;
  return `${API}${path}?${new URLSearchParams(parts.map(([name, value]) => [name, String(value)])).toString()}`;
}

async function once(method: string, path: string, asked: Asked): Promise<Response> {
  const headers: Record<string, string> = { Accept: "application/json", ...asked.headers };
  const token = await bearer();
  if (token) headers["Authorization"] = `Bearer ${token}`;
  const body = asked.text ?? (asked.body === undefined ? undefined : JSON.stringify(asked.body));
  if (body !== undefined) headers["Content-Type"] = "application/json";
  if (asked.idempotencyKey) headers["Idempotency-Key"] = asked.idempotencyKey;
  const init: RequestInit = { method, headers, cache: "no-store" };
  if (body !== undefined) init.body = body;
  if (asked.signal) init.signal = asked.signal;
  try {
    return await fetch(address(path, asked.query), init);
  } catch (failure) {
    if (failure instanceof DOMException && failure.name === "AbortError") throw failure;
    throw Problem.unreachable();
  }
}

/**
 * Asks the venue. A token that has run out is renewed and the request sent again; a second factor that is asked for is
 * asked of the person. What the venue refuses is thrown as a {@link Problem}.
 */
export async function ask<T>(method: string, path: string, asked: Asked = {}): Promise<Answered<T>> {
  let response = await once(method, path, asked);
  if (response.status === 401 && tokens.value) {
    const problem = await problemIn(response);
    if (problem.code === "TOKEN_EXPIRED") {
      await refresh();
      response = await once(method, path, asked);
    } else if (problem.code === "SECOND_FACTOR_REQUIRED" && problem.field === "X-Second-Factor") {
      const code = await askCode(problem);
      if (code === null) throw problem;
      return ask(method, path, { ...asked, headers: { ...asked.headers, "X-Second-Factor": code } });
    } else {
      if (ENDED.includes(problem.code)) keep(null);
      throw problem;
    }
  }
  if (!response.ok) throw await problemIn(response);
  const isJson = response.headers.get("Content-Type")?.includes("json") ?? false;
  const body = (isJson ? await response.json() : await response.text()) as T;
  return { status: response.status, body, headers: response.headers };
}
