import { api } from "../api/api";
import { problemOf } from "../api/problem";
import { Book } from "../book/book";
import type { Instrument } from "../market/shapes";
import { COLUMN_MILLIS, COLUMNS } from "./heat";

/** A part of history: frames, and when its last one was. */
export interface Part {
  readonly first: number;
  readonly last: number;
  readonly to: string;
}

interface Density {
  readonly slices: readonly Part[];
  readonly head: number;
}

/** A book of the past, and for which time it stands here. */
export interface Stretch {
  readonly sequence: number;
  readonly fromMillis: number;
  readonly toMillis: number;
}

const SPAN_MILLIS = COLUMNS * COLUMN_MILLIS;
/** Books that are asked for: each is history run again, so they are few. */
const BOOKS = 24;
const DEPTH = 200;
/** Frames back from the newest: few first, many where these are less than two minutes. */
const BACK = [20_000, 1_000_000];

/** At which frames the book is asked for: the last one before each of the moments that are shown, each once, oldest first. */
export function stretches(parts: readonly Part[], nowMillis: number): Stretch[] {
  const ends = parts.map(({ last, to }) => ({ last, at: Date.parse(to) }));
  // Of a journal that is younger than the picture, all of it.
  const begin = Math.max(nowMillis - SPAN_MILLIS, ends[0]?.at ?? nowMillis);
  const each = (nowMillis - begin) / BOOKS;
  const found: Stretch[] = [];
  for (let index = 0; index < BOOKS; index++) {
    const fromMillis = begin + index * each;
    const sequence = ends.findLast(({ at }) => at <= fromMillis)?.last;
    if (sequence === undefined) continue;
    const before = found.at(-1);
    if (before?.sequence === sequence) found[found.length - 1] = { ...before, toMillis: fromMillis + each };
    else found.push({ sequence, fromMillis, toMillis: fromMillis + each });
  }
  return found;
}

/** The last two minutes of the journal in parts that are short beside them. */
async function parts(nowMillis: number): Promise<readonly Part[]> {
  const { sequence } = await api.get<{ sequence: number }>("/time");
  const begin = nowMillis - SPAN_MILLIS;
  let found: readonly Part[] = [];
  for (const back of BACK) {
    const fromSeq = Math.max(1, sequence - back);
    found = (await api.get<Density>("/journal/density", { fromSeq, toSeq: sequence, slices: 200 })).slices;
    if (fromSeq === 1 || Date.parse(found[0]?.to ?? "") <= begin) break;
  }
  const near = found.findLast(({ to }) => Date.parse(to) <= begin) ?? found[0];
  if (!near) return [];
  const { slices } = await api.get<Density>("/journal/density", { fromSeq: near.first, toSeq: sequence, slices: 400 });
  return slices;
}

type Levels = readonly (readonly [string, string, number])[];

/** Null where the market was not there yet. */
async function bookThen(symbol: string, seq: number): Promise<{ bids: Levels; asks: Levels } | null> {
  try {
    return await api.get("/journal/book", { symbol, seq, depth: DEPTH });
  } catch (failure) {
    if (problemOf(failure).code === "UNKNOWN_INSTRUMENT") return null;
    throw failure;
  }
}

/** The books of the last two minutes, from the journal, oldest first; ends when it is not wanted any more, or the venue is busy. */
export async function* pastBooks(instrument: Instrument, nowMillis: number, isWanted: () => boolean): AsyncGenerator<Stretch & { book: Book }> {
  for (const stretch of stretches(await parts(nowMillis), nowMillis)) {
    if (!isWanted()) return;
    const told = await bookThen(instrument.symbol, stretch.sequence);
    if (!told) continue;
    const book = new Book(instrument);
    book.apply({ type: "SNAPSHOT", first: stretch.sequence, last: stretch.sequence, bids: told.bids, asks: told.asks });
    if (book.isKnown) yield { ...stretch, book };
  }
}
