import { useEffect } from "preact/hooks";
import { api } from "../api/api";
import { query } from "../query/query";
import type { Scope } from "./touched";

export interface Block { readonly scope: Scope; readonly target: string; readonly state: "KILLED" | "SUSPENDED"; readonly since: string; readonly sequence: number }

/** Who is held back, shared by all that show or change it. */
export const blocks = query(async () => (await api.get<{ items: Block[] }>("/admin/blocks")).items);

/** Looked at again while somebody looks. */
export function useBlocks(): readonly Block[] | null {
  useEffect(() => {
    void blocks.reload();
    const timer = setInterval(() => !document.hidden && void blocks.reload(), 2_000);
    return () => clearInterval(timer);
  }, []);
  return blocks.data.value;
}
