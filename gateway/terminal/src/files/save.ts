import { type Answered, ask, type Query } from "../api/request";

/** Hands a text to the browser as a file. */
export function give(text: string, name: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: name.endsWith(".csv") ? "text/csv" : "application/json" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** Fetches with the reader's own credentials. */
export function fetched(path: string, query: Query): Promise<Answered<unknown>> {
  return ask<unknown>("GET", path, { query, headers: { Accept: "*/*" } });
}

export async function save(path: string, query: Query, name: string): Promise<void> {
  const { body } = await fetched(path, query);
  give(typeof body === "string" ? body : JSON.stringify(body, null, 2), name);
}
