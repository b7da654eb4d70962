import { computed, signal } from "@preact/signals";

/** Where the reader is: everything behind the `#` of the address, so that each view can be linked. */
export interface Place {
  /** Such as `/trade/BTC-USD`. */
  readonly path: string;
  readonly query: URLSearchParams;
}

export function placeOf(hash: string): Place {
  const [path = "", query = ""] = hash.replace(/^#/, "").split("?", 2);
  return { path: path.startsWith("/") ? path : "/", query: new URLSearchParams(query) };
}

export function hrefOf(path: string, query: Record<string, string | number | null | undefined> = {}): string {
  const kept = Object.entries(query).filter(([, value]) => value !== null && value !== undefined && value !== "");
  const text = new URLSearchParams(kept.map(([name, value]) => [name, String(value)])).toString();
  return `#${path}${text ? `?${text}` : ""}`;
}

const hash = signal(typeof location === "undefined" ? "" : location.hash);

export const place = computed(() => placeOf(hash.value));

export function followAddress(): void {
  addEventListener("hashchange", () => (hash.value = location.hash));
}

export function go(path: string, query: Record<string, string | number | null | undefined> = {}): void {
  location.hash = hrefOf(path, query);
}

/** Another view of the same page: the way back does not go through each of them. */
export function put(path: string, query: Record<string, string | number | null | undefined> = {}): void {
  history.replaceState(null, "", hrefOf(path, query));
  hash.value = location.hash;
}

/** What a pattern such as `/trade/:symbol?` finds in a path; null when it does not fit. */
export function match(pattern: string, path: string): Record<string, string> | null {
  const wanted = pattern.split("/").filter(Boolean);
  const given = path.split("/").filter(Boolean);
  if (given.length > wanted.length) return null;
  const found: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const value = given[index];
    if (part.startsWith(":")) {
      const name = part.replace(/^:|\?$/g, "");
      if (value === undefined && !part.endsWith("?")) return null;
      if (value !== undefined) found[name] = safelyDecoded(value);
    } else if (part !== value) return null;
  }
  return found;
}

function safelyDecoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
