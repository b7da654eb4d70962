import { problemIn, Problem } from "../api/problem";
import { bearer } from "../api/tokens";

/** Asks what stands beside /api/v1: health and metrics. */
export async function asked<T>(path: "/health" | "/metrics"): Promise<T> {
  const token = await bearer();
  let response: Response;
  try {
    response = await fetch(path, { cache: "no-store", headers: token ? { Authorization: `Bearer ${token}` } : {} });
  } catch {
    throw Problem.unreachable();
  }
  const isJson = response.headers.get("Content-Type")?.includes("json") ?? false;
  // A venue that is not healthy says so with 503 and the same body.
  if (!response.ok && !(isJson && path === "/health")) throw await problemIn(response);
  return (isJson ? await response.json() : await response.text()) as T;
}
