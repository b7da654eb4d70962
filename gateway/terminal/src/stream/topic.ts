import { keyOf, type Message, type Spec } from "./wire";

/** What a listener makes of a message: `GAP` asks for what was missed, `BROKEN` for all of it anew. */
export type Verdict = "GAP" | "BROKEN" | void;
export type Listener<T> = (message: Message<T>) => Verdict;

/**
 * One channel of the connection and who listens to it. Knows up to which frame it was told, so that it goes on from there
 * after a gap or a lost connection. While an answer to `resume` or `subscribe` is out, messages are left alone.
 */
export class Topic {
  readonly key: string;
  readonly listeners = new Set<Listener<never>>();
  /** Up to where everything was told and taken; null before anything was. */
  from: number | null = null;
  private awaited: number | null = null;

  constructor(readonly spec: Spec) {
    this.key = keyOf(spec);
  }

  /** The operation that begins it, or goes on with it. */
  opening(id: number): Record<string, unknown> {
    this.awaited = id;
    if (this.from === null) return { op: "subscribe", id, ...this.spec };
    return { op: "resume", id, ...this.spec, from: this.from };
  }

  /** An operation of this topic was answered. */
  answered(id: number, isRefused: boolean): void {
    if (this.awaited !== id) return;
    this.awaited = null;
    if (isRefused) this.from = null;
  }

  get isAwaiting(): boolean {
    return this.awaited !== null;
  }

  /** The worst that a listener says of it. */
  receive(message: Message): Verdict {
    if (this.awaited !== null) return;
    const verdicts = [...this.listeners].map((listener) => (listener as Listener<unknown>)(message));
    if (verdicts.includes("BROKEN")) {
      this.from = null;
      return "BROKEN";
    }
    if (verdicts.includes("GAP")) return "GAP";
    this.from = message.last ?? message.sequence;
  }

  /** Everything up to that frame was told; of a book, only what its own messages say counts. */
  heard(sequence: number): void {
    const isOwn = this.spec.channel === "book" || this.spec.channel === "notifications";
    if (isOwn || this.awaited !== null || this.from === null) return;
    if (sequence > this.from) this.from = sequence;
  }
}
