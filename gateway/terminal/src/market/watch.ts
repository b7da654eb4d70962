import { type Signal, signal } from "@preact/signals";
import { Book, type BookMessage } from "../book/book";
import type { Message } from "../stream/wire";
import { venue } from "../stream/venue";
import type { Auction, Instrument, Status, Ticker, Trade } from "./shapes";
import { added, KEPT_TRADES } from "./tape";

const DEPTH = 500;

interface Items<T> {
  items: T[];
}

/** One market as it is watched: its book, tape, last day, phase. Closed when another is looked at. */
export class Watch {
  readonly book: Book;
  /** Counts drawings of the book: at most one a frame of the screen, however fast the book is. */
  readonly drawn = signal(0);
  readonly tape: Signal<readonly Trade[]> = signal([]);
  readonly ticker: Signal<Ticker | null> = signal(null);
  readonly status: Signal<Status | null> = signal(null);
  readonly auction: Signal<Auction | null> = signal(null);
  /** Hears of each trade when it happens, not of those that were there. */
  readonly onTrade = new Set<(trade: Trade) => void>();

  private readonly ends: (() => void)[];
  private frame = 0;

  constructor(readonly instrument: Instrument) {
    this.book = new Book(instrument);
    const { symbol } = instrument;
    this.ends = [
      venue.follow<unknown>({ channel: "book", symbol, depth: DEPTH, speed: "REAL_TIME" }, (message) => this.bookTold(message)),
      venue.follow<Trade & Items<Trade>>({ channel: "trades", symbol }, (message) => this.traded(message)),
      venue.follow<Ticker>({ channel: "ticker", symbol, speed: "MS_100" }, (message) => void (this.ticker.value = message.data)),
      venue.follow<Status>({ channel: "status", symbol }, (message) => void (this.status.value = message.data)),
      venue.follow<Auction>({ channel: "auction", symbol }, (message) => void (this.auction.value = message.data)),
    ];
  }

  close(): void {
    for (const end of this.ends) end();
    cancelAnimationFrame(this.frame);
  }

  get phase(): string {
    return this.status.value?.phase ?? this.instrument.phase;
  }

  private bookTold(message: Message): ReturnType<Book["apply"]> {
    const verdict = this.book.apply(message as unknown as BookMessage);
    this.draw();
    return verdict;
  }

  private draw(): void {
    if (this.frame !== 0) return;
    this.frame = requestAnimationFrame(() => {
      this.frame = 0;
      this.drawn.value++;
    });
  }

  private traded(message: Message<Trade & Items<Trade>>): void {
    if (message.type === "SNAPSHOT") {
      this.tape.value = message.data.items.slice(0, KEPT_TRADES);
      return;
    }
    this.tape.value = added(this.tape.value, message.data);
    for (const hear of this.onTrade) hear(message.data);
    this.draw();
  }
}

/** The market on the screen; null while none is known. */
export const watched = signal<Watch | null>(null);

export function watch(instrument: Instrument | null): void {
  if (watched.value?.instrument === instrument) return;
  watched.value?.close();
  watched.value = instrument && new Watch(instrument);
}
