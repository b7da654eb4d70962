import { beforeEach, describe, expect, test } from "vitest";
import { Book, type BookMessage } from "./book";
import { checksumOf, crc32 } from "./checksum";
import { QueueEstimate } from "./queue";
import { average, upTo, walk } from "./walk";

const SCALES = { priceScale: 2, quantityScale: 5 };
let book: Book;

function message(type: string, first: number, last: number, bids: [string, string][], asks: [string, string][]): BookMessage {
  return { type, first, last, bids, asks };
}

function looks(): string[] {
  return [...book.asks.all.toReversed().map((level) => `${level.price} ${level.quantity}`), "--",
    ...book.bids.all.map((level) => `${level.price} ${level.quantity}`)];
}

beforeEach(() => {
  book = new Book(SCALES);
  book.apply(message("SNAPSHOT", 10, 10, [["100.00", "1.00000"], ["99.50", "2.00000"]], [["100.50", "3.00000"], ["101.00", "4.00000"]]));
});

describe("a book", () => {
  test("is what the snapshot says, best first", () => {
    expect(looks()).toEqual(["101.00 4.00000", "100.50 3.00000", "--", "100.00 1.00000", "99.50 2.00000"]);
    expect(book.isCrossed).toBe(false);
  });

  test("is changed by the delta behind it: put, changed, removed, removed though it was not there", () => {
    expect(book.apply(message("DELTA", 11, 14, [["99.75", "0.50000"], ["99.50", "0"], ["90.00", "0"]], [["100.50", "1.00000"]]))).toBeUndefined();
    expect(looks()).toEqual(["101.00 4.00000", "100.50 1.00000", "--", "100.00 1.00000", "99.75 0.50000"]);
    expect(book.last).toBe(14);
  });

  test("drops what it has", () => {
    const before = looks();
    expect(book.apply(message("DELTA", 5, 10, [["100.00", "0"]], []))).toBeUndefined();
    expect(looks()).toEqual(before);
  });

  test("asks for what is missing and stays as it is", () => {
    const before = looks();
    expect(book.apply(message("DELTA", 12, 13, [["100.00", "0"]], []))).toBe("GAP");
    expect(looks()).toEqual(before);
    expect(book.last).toBe(10);
  });

  test("takes a snapshot at any time, also an older one", () => {
    expect(book.apply(message("SNAPSHOT", 4, 4, [], [["7.00", "1"]]))).toBeUndefined();
    expect(looks()).toEqual(["7.00 1", "--"]);
  });

  test("is unknown after garbage, until a snapshot comes", () => {
    const garbage: unknown[] = [
      { type: "DELTA", first: 11, last: 11, bids: [["100.00", "-1"]], asks: [] },
      { type: "DELTA", first: 11, last: 11, bids: [["1e5", "1"]], asks: [] },
      { type: "DELTA", first: 11, last: 11, bids: [[100, 1]], asks: [] },
      { type: "DELTA", first: 11, last: 11, bids: "all", asks: [] },
      { type: "DELTA", first: 11, last: 11, asks: [] },
      { type: "DELTA", first: "11", last: 11, bids: [], asks: [] },
      { type: "DELTA", first: 12, last: 11, bids: [], asks: [] },
      { type: "DELTA", first: 11, last: 11.5, bids: [], asks: [] },
      { type: "ELSE", first: 11, last: 11, bids: [], asks: [] },
    ];
    for (const each of garbage) {
      const one = new Book(SCALES);
      one.apply(message("SNAPSHOT", 10, 10, [["100.00", "1.00000"]], []));
      expect(one.apply(each as BookMessage), JSON.stringify(each)).toBe("BROKEN");
      expect(one.isKnown).toBe(false);
      expect(one.apply(message("DELTA", 12, 12, [], []))).toBe("BROKEN");
      expect(one.apply(message("SNAPSHOT", 20, 20, [], []))).toBeUndefined();
      expect(one.isKnown).toBe(true);
    }
  });

  test("does not believe a delta behind which the checksum is another", () => {
    const right = checksumOf(book.bids.all, [{ price: "100.50", quantity: "3.00000" }]);
    expect(book.apply({ ...message("DELTA", 11, 11, [], [["101.00", "0"]]), checksum: right })).toBeUndefined();
    expect(book.apply({ ...message("DELTA", 12, 12, [], [["101.00", "1"]]), checksum: right })).toBe("BROKEN");
  });

  test("crosses only where the stream said so", () => {
    book.apply(message("DELTA", 11, 11, [["100.50", "1"]], []));
    expect(book.isCrossed).toBe(true);
  });
});

test("the checksum is zlib's, of ten levels by turns", () => {
  expect(crc32("123456789")).toBe(0xcbf43926);
  expect(checksumOf([{ price: "1", quantity: "2" }], [])).toBe(crc32("1:2"));
  const many = Array.from({ length: 12 }, (_, at) => ({ price: `${at}`, quantity: "1" }));
  expect(checksumOf(many, [])).toBe(crc32(many.slice(0, 10).map((each) => `${each.price}:1`).join(":")));
});

describe("a walk through the book", () => {
  test("takes level by level, to the limit and no further", () => {
    const all = walk(book.asks.all, 500000n, true, null);
    expect(all).toEqual({ filled: 500000n, notional: 300000n * 10050n + 200000n * 10100n, worst: 10100n, levels: 2 });
    expect(average(all)).toBe(10070n);
    expect(walk(book.asks.all, 500000n, true, 10050n).filled).toBe(300000n);
    expect(walk(book.bids.all, 100n, false, 10001n)).toEqual({ filled: 0n, notional: 0n, worst: null, levels: 0 });
    expect(walk(book.bids.all, 9000000n, false, null).filled).toBe(300000n);
  });

  test("sums up to a price", () => {
    expect(upTo(book.bids.all, true, 9950n).filled).toBe(300000n);
    expect(upTo(book.asks.all, false, 10099n).filled).toBe(300000n);
  });
});

describe("the place in the queue", () => {
  test("begins behind all that is there, moves up by trades, and by its share of what is cancelled", () => {
    const queue = new QueueEstimate();
    queue.begin("7", 10n, 110n);
    expect(queue.ahead("7")).toBe(100n);
    queue.traded("7", 30n);
    expect(queue.ahead("7")).toBe(70n);
    queue.seen("7", 160n);
    expect(queue.ahead("7")).toBe(70n);
    queue.seen("7", 80n);
    expect(queue.ahead("7")).toBe(35n);
    queue.traded("7", 100n);
    expect(queue.ahead("7")).toBe(0n);
    queue.end("7");
    expect(queue.ahead("7")).toBeNull();
  });

  test("is the same whether the trade or the smaller level is told first", () => {
    const [tradeFirst, levelFirst] = [new QueueEstimate(), new QueueEstimate()];
    for (const queue of [tradeFirst, levelFirst]) queue.begin("7", 10n, 110n);
    tradeFirst.traded("7", 30n);
    tradeFirst.seen("7", 80n);
    levelFirst.seen("7", 80n);
    expect(levelFirst.ahead("7")).toBe(73n);
    levelFirst.traded("7", 30n, true);
    levelFirst.seen("7", 80n);
    expect([tradeFirst.ahead("7"), levelFirst.ahead("7")]).toEqual([70n, 70n]);
    levelFirst.traded("7", 5n, true);
    expect(levelFirst.ahead("7")).toBe(65n);
  });
});
