import { signal } from "@preact/signals";
import { useMemo } from "preact/hooks";
import { api } from "../api/api";
import type { Query } from "../api/request";
import { useQuery } from "../query/query";

interface Page<T> { items: T[]; next: string | null }

/** All that was asked for so far: the first page, and each that was asked for behind it. */
export function usePages<T>(path: string, query: Query, depends: unknown[]) {
  const pages = useMemo(() => signal(1), depends);
  const told = useQuery(async () => {
    const items: T[] = [];
    let cursor: string | null = null;
    for (let page = 0; page < pages.value; page++) {
      const found: Page<T> = await api.get<Page<T>>(path, { limit: 100, ...query, cursor });
      items.push(...found.items);
      cursor = found.next;
      if (cursor === null) break;
    }
    return { items, hasMore: cursor !== null };
  }, [...depends, pages.value]);
  return { told, more: () => pages.value++ };
}
