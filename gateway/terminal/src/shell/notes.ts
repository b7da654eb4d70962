import { signal } from "@preact/signals";

export type Tone = "plain" | "good" | "bad";

/** A word at the edge of the screen; the same words again count up instead of piling up. */
export interface Note {
  readonly id: number;
  readonly tone: Tone;
  readonly text: string;
  readonly times: number;
}

const SHOWN_MILLIS = 6_000;
const MOST = 4;

export const notes = signal<readonly Note[]>([]);
/** What a screen reader is told, politely or at once. */
export const polite = signal("");
export const urgent = signal("");

let ids = 0;

export function dismiss(id: number): void {
  notes.value = notes.value.filter((note) => note.id !== id);
}

export function say(text: string, tone: Tone = "plain"): void {
  const same = notes.value.find((note) => note.text === text && note.tone === tone);
  const note = { id: ++ids, tone, text, times: (same?.times ?? 0) + 1 };
  notes.value = [...notes.value.filter((each) => each !== same), note].slice(-MOST);
  (tone === "bad" ? urgent : polite).value = text;
  setTimeout(() => dismiss(note.id), tone === "bad" ? SHOWN_MILLIS * 2 : SHOWN_MILLIS);
}
