import { effect, signal } from "@preact/signals";
import { api } from "../api/api";
import { user } from "../session/session";
import { venue } from "../stream/venue";

interface Stats {
  unread: number;
}

/** How many notifications have not been read. */
export const unread = signal(0);

export async function countUnread(): Promise<void> {
  try {
    unread.value = (await api.get<Stats>("/notifications/stats")).unread;
  } catch {
    // Counted again with the next one.
  }
}

/** Counts while somebody is logged in; whoever shows notifications says when they come. */
export function followUnread(): void {
  effect(() => {
    if (user.value && venue.isKnown.value) void countUnread();
    else unread.value = 0;
  });
}
