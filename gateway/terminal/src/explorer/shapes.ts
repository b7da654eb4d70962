/** What the venue tells of its journal; numbers of messages are in ticks, lots and last digits, as they were written. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };
export type Message = { readonly [name: string]: Json };

export interface Frame {
  readonly sequence: number;
  readonly time: string;
  readonly type: string | null;
  readonly account: string | null;
  readonly symbol: string | null;
  readonly order: string | null;
  readonly refused: string | null;
  readonly summary: string;
  readonly hash: string;
  readonly previousHash: string;
  readonly epoch: number;
  readonly length: number;
  readonly hidden: number;
  readonly request: Message | null;
  readonly command: Message | null;
  readonly events: readonly Message[];
}

export interface Frames {
  readonly items: readonly Frame[];
  readonly next: string | null;
  readonly looked: number;
  readonly head: number;
}

export interface OneFrame {
  readonly frame: Frame;
  readonly words: readonly string[];
  readonly crc: string;
  readonly durableSequence: number;
  readonly hex: string | null;
  readonly head: number;
}

export interface Slice { readonly first: number; readonly last: number; readonly from: string; readonly to: string; readonly frames: number; readonly events: number | null; readonly trades: number | null }
export interface Mark { readonly kind: string; readonly sequence: number; readonly time: string; readonly symbol: string | null; readonly words: string }
export interface Density { readonly first: number; readonly last: number; readonly slices: readonly Slice[]; readonly marks: readonly Mark[]; readonly areMarksWhole: boolean; readonly head: number }

/** Price, quantity, number of orders. */
export type Level = readonly [price: string, quantity: string, orders: number];

export interface PastBook {
  readonly symbol: string;
  readonly sequence: number;
  readonly time: string;
  readonly phase: string;
  readonly lastPrice: string | null;
  readonly bids: readonly Level[];
  readonly asks: readonly Level[];
  /** As the socket's book messages have it; null of a book of few levels. */
  readonly checksum: string | null;
  readonly stateHash: string;
  readonly recordedHash: string | null;
  readonly agrees: boolean | null;
}

export interface Balance { readonly asset: string; readonly total: string; readonly available: string; readonly held: string; readonly margin: string }
export interface Position { readonly symbol: string; readonly quantity: string; readonly cost: string; readonly positionMargin: string }
export interface Open { readonly id: string; readonly symbol: string; readonly side: string; readonly price: string | null; readonly open: string; readonly isInBook: boolean }
export interface Amount { readonly of: string; readonly what: string; readonly before: string; readonly after: string; readonly change: string }

export interface PastAccount {
  readonly account: string;
  readonly sequence: number;
  readonly time: string;
  readonly state: { readonly balances: readonly Balance[]; readonly positions: readonly Position[]; readonly orders: readonly Open[] };
  readonly stateHash: string;
  readonly changes: {
    readonly since: number;
    readonly balances: readonly Amount[];
    readonly positions: readonly Amount[];
    readonly ordersOpened: readonly Open[];
    readonly ordersEnded: readonly Open[];
    readonly ordersChanged: readonly Open[];
  } | null;
}

export interface Posting { readonly account: string; readonly asset: string; readonly purse: string; readonly kind: string; readonly amount: string; readonly after: string; readonly reference: string | null }
export interface Link { readonly index: number; readonly type: string; readonly words: string; readonly isFill: boolean; readonly event: Message; readonly postings: readonly Posting[] }
export interface Step {
  readonly sequence: number; readonly time: string; readonly hash: string; readonly type: string | null; readonly words: string | null;
  readonly request: Message | null; readonly command: Message | null; readonly events: readonly Link[]; readonly postings: readonly Posting[]; readonly arePostingsWhole: boolean;
}
export interface Effect { readonly account: string; readonly asset: string; readonly purse: string; readonly before: string; readonly after: string; readonly change: string; readonly posted: string | null }
export interface Explained {
  readonly order: string | null;
  readonly steps: readonly Step[];
  readonly sums: readonly { readonly asset: string; readonly sum: string }[] | null;
  readonly effects: readonly Effect[] | null;
  readonly next: number | null;
  readonly head: number;
}
