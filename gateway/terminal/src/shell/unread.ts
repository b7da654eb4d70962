import { effect, signal, untracked } from "@preact/signals";
import { api } from "../api/api";
import { calm } from "../query/calm";
import { user } from "../session/session";
import { venue } from "../stream/venue";
import { say } from "./notes";
import { sayOutside } from "./outside";

interface Item {
  id: string;
  type: string;
  priority: string;
  title: string;
  message: string;
}

/** What pages show by themselves is counted, and not said once more. */
const SAID = ["PRICE_ALERT", "MARKET_ALERT", "RISK_ALERT", "COMPLIANCE_ALERT", "SYSTEM_ALERT", "SETTLEMENT"];

/** How many notifications have not been read. */
export const unread = signal(0);
/** Counts whenever something new was told; an open inbox reads anew. */
export const told = signal(0);

export async function countUnread(): Promise<void> {
  try {
    unread.value = (await api.get<{ unread: number }>("/notifications/stats")).unread;
  } catch {
    // Counted again with the next one.
  }
}

const countSoon = calm(() => void countUnread(), 500);

function hear(items: readonly Item[]): void {
  told.value++;
  countSoon();
  sayOutside(items);
  for (const item of items) {
    const isUrgent = item.priority === "HIGH" || item.priority === "CRITICAL";
    if (SAID.includes(item.type)) say(`${item.title}: ${item.message}`, isUrgent ? "bad" : "plain");
  }
}

/** Hears and counts while somebody is logged in. */
export function followUnread(): void {
  effect(() => {
    if (!user.value || !venue.isKnown.value) {
      unread.value = 0;
      return;
    }
    void countUnread();
    return untracked(() =>
      venue.follow<{ items: Item[] }>({ channel: "notifications" }, ({ type, data }) => {
        if (type === "UPDATE") hear(data.items);
      }),
    );
  });
}
