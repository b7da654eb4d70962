import { ask, type Query } from "../api/request";

/** Fetches with the reader's own credentials and hands it to the browser as a file. */
export async function save(path: string, query: Query, name: string): Promise<void> {
  const { body } = await ask<unknown>("GET", path, { query, headers: { Accept: "*/*" } });
  const text = typeof body === "string" ? body : JSON.stringify(body, null, 2);
  const address = URL.createObjectURL(new Blob([text], { type: name.endsWith(".csv") ? "text/csv" : "application/json" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
