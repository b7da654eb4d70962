import { signal } from "@preact/signals";
import { api } from "../api/api";
import { type Problem, problemOf } from "../api/problem";
import type { Frame, Frames } from "./shapes";

const PAGE = 100;
/** Rows that are kept; the far end is let go of beyond it. */
export const MOST_ROWS = 5_000;
/** Pages that were looked through without a find before the reader is asked to go on. */
const MOST_LOOKS = 8;

export type Query = Record<string, string | number | boolean>;

/** A question within the frames that the filters let through; null when there are none that it could be about. */
export function within(filters: Query, query: Query): Query | null {
  const first = Math.max(Number(filters["fromSeq"] ?? 1), Number(query["fromSeq"] ?? 1));
  const last = Math.min(Number(filters["toSeq"] ?? Number.MAX_SAFE_INTEGER), Number(query["toSeq"] ?? Number.MAX_SAFE_INTEGER));
  if (first > last) return null;
  return { ...filters, ...query, ...(first > 1 ? { fromSeq: first } : {}), ...(last < Number.MAX_SAFE_INTEGER ? { toSeq: last } : {}) };
}

export type Ask = (query: Record<string, string | number | boolean>) => Promise<Frames>;

export const askFrames: Ask = (query) => api.get<Frames>("/journal/frames", query);

/** The newest first, without a gap between what is shown: grows at both ends. */
export class FrameList {
  readonly rows = signal<readonly Frame[]>([]);
  readonly head = signal(0);
  readonly problem = signal<Problem | null>(null);
  readonly isLoading = signal(false);
  /** Whether there is nothing older. */
  readonly isWhole = signal(false);
  /** Whether it stopped looking for more before it had found a page of them: its reader says whether it shall go on. */
  readonly isAsking = signal(false);
  /** How to go on toward the oldest; null when there is nothing older, or nothing is known yet. */
  private rest: { query: Query; cursor: string | null } | null = null;
  /** Up to which frame it was looked through. */
  upTo = 0;
  private isOver = false;

  constructor(private readonly filters: Record<string, string>, private readonly ask: Ask = askFrames) {}

  /** From so far above a frame downward; null from the newest. */
  async open(at: number | null): Promise<void> {
    await this.once(async () => {
      // A frame that is not there yet may not be named.
      const known = at === null ? 0 : (await this.ask({ limit: 1 })).head;
      const top = at === null || at + 20 >= known ? null : at + 20;
      const found = await this.gather(top === null ? {} : { toSeq: top });
      if (this.isOver) return;
      this.rows.value = found.items;
      this.upTo = top ?? Math.max(found.head, found.items[0]?.sequence ?? 0);
    });
  }

  async more(): Promise<void> {
    const { rest } = this;
    if (rest === null || this.isWhole.value) return;
    await this.once(async () => {
      const found = await this.gather(rest.query, rest.cursor);
      if (!this.isOver) this.rows.value = [...this.rows.value, ...found.items].slice(0, MOST_ROWS);
      if (this.rows.value.length >= MOST_ROWS) this.isWhole.value = true;
    });
  }

  /** What came since, put on top; nothing is asked while the newest frame is not beyond what was seen. */
  async follow(newest: number): Promise<void> {
    if (newest <= this.upTo || this.rows.value.length === 0 && this.isLoading.value) return;
    await this.once(async () => {
      const query = within(this.filters, { fromSeq: this.upTo + 1, oldestFirst: true, limit: 500 });
      if (query === null) return;
      const found = await this.ask(query);
      if (this.isOver) return;
      this.head.value = found.head;
      const fresh = [...found.items].reverse();
      this.upTo = found.next === null ? Math.max(this.upTo, found.head, fresh[0]?.sequence ?? 0) : (fresh[0]?.sequence ?? this.upTo + found.looked);
      if (fresh.length > 0) this.keep([...fresh, ...this.rows.value]);
    });
  }

  /** What is let go of at the far end can be asked for again. */
  private keep(rows: readonly Frame[]): void {
    this.rows.value = rows.slice(0, MOST_ROWS);
    if (rows.length <= MOST_ROWS) return;
    this.rest = { query: { toSeq: (this.rows.value.at(-1)?.sequence ?? 1) - 1 }, cursor: null };
    this.isWhole.value = false;
  }

  close(): void {
    this.isOver = true;
  }

  private async gather(query: Query, from: string | null = null): Promise<{ items: Frame[]; head: number }> {
    const items: Frame[] = [];
    let cursor = from;
    let head = 0;
    for (let look = 0; look < MOST_LOOKS && items.length < PAGE / 2; look++) {
      const inside = within(this.filters, query);
      if (inside === null) break;
      const found: Frames = await this.ask({ ...inside, limit: PAGE, ...(cursor ? { cursor } : {}) });
      items.push(...found.items);
      // Of the first page: what came after it was asked for is in none of them.
      head ||= found.head;
      cursor = found.next;
      if (cursor === null) break;
    }
    this.head.value = head;
    this.isWhole.value = cursor === null;
    this.isAsking.value = cursor !== null && items.length < PAGE / 2;
    this.rest = cursor === null ? null : { query, cursor };
    return { items, head };
  }

  private async once(work: () => Promise<void>): Promise<void> {
    if (this.isLoading.value) return;
    this.isLoading.value = true;
    try {
      await work();
      this.problem.value = null;
    } catch (failure) {
      this.problem.value = problemOf(failure);
    } finally {
      this.isLoading.value = false;
    }
  }
}

/** The next frame of a type behind a sequence, or the one before it; null when there is none near enough. */
export async function nextOf(filters: Record<string, string>, from: number, isUp: boolean, ask: Ask = askFrames): Promise<number | null> {
  let cursor: string | null = null;
  for (let look = 0; look < MOST_LOOKS; look++) {
    const query = within(filters, isUp ? { fromSeq: from + 1, oldestFirst: true } : { toSeq: Math.max(1, from - 1) });
    if (query === null) return null;
    const found: Frames = await ask({ ...query, limit: 1, ...(cursor ? { cursor } : {}) });
    const first = found.items[0];
    if (first) return first.sequence === from ? null : first.sequence;
    cursor = found.next;
    if (cursor === null) return null;
  }
  return null;
}
