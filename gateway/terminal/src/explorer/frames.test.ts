import { expect, test } from "vitest";
import { Problem } from "../api/problem";
import { type Ask, FrameList, MOST_ROWS, nextOf, within } from "./frames";
import type { Frame } from "./shapes";

/** A journal of that many frames, each tenth a NewOrder; looks through at most 30 at a time. */
function journal(length: () => number): Ask {
  return async (query) => {
    const from = Number(query["fromSeq"] ?? 1);
    const head = length();
    if (from > head || Number(query["toSeq"] ?? 0) > head) throw new Problem({ status: 400, code: "INVALID_VALUE", title: "x", field: "fromSeq" });
    const isUp = query["oldestFirst"] === true;
    let at = query["cursor"] ? Number(query["cursor"]) : isUp ? from : Math.min(head, Number(query["toSeq"] ?? head));
    const items: Frame[] = [];
    for (let looked = 0; looked < 30 && items.length < Number(query["limit"]) && at >= from && at <= head; looked++, at += isUp ? 1 : -1) {
      if (!query["type"] || at % 10 === 0) items.push({ sequence: at } as Frame);
    }
    return { items, next: at >= from && at <= head ? String(at) : null, looked: 30, head };
  };
}

test("a list grows downward without a gap, and says when it is whole", async () => {
  const list = new FrameList({}, journal(() => 130));
  await list.open(null);
  expect(list.rows.value[0]?.sequence).toBe(130);
  while (!list.isWhole.value) await list.more();
  expect(list.rows.value.map((each) => each.sequence)).toEqual(Array.from({ length: 130 }, (_, at) => 130 - at));
});

test("short pages of a filter are gathered", async () => {
  const list = new FrameList({ type: "NewOrder" }, journal(() => 200));
  await list.open(100);
  expect(list.problem.value).toBeNull();
  expect(list.rows.value.map((each) => each.sequence)).toEqual([120, 110, 100, 90, 80, 70, 60, 50, 40, 30, 20, 10]);
});

test("near the head nothing is named that is not there yet", async () => {
  const list = new FrameList({}, journal(() => 50));
  await list.open(48);
  expect(list.problem.value).toBeNull();
  expect(list.rows.value[0]?.sequence).toBe(50);
});

test("what comes is put on top once; nothing new is no problem", async () => {
  let head = 10;
  const list = new FrameList({}, journal(() => head));
  await list.open(null);
  await list.follow(10);
  expect(list.problem.value).toBeNull();
  head = 12;
  await list.follow(12);
  await list.follow(12);
  expect(list.rows.value.slice(0, 3).map((each) => each.sequence)).toEqual([12, 11, 10]);
});

test("nothing is left out of what comes while pages are gathered", async () => {
  let head = 400;
  const list = new FrameList({ type: "NewOrder" }, journal(() => (head += 7)));
  await list.open(null);
  for (let times = 0; times < 9; times++) await list.follow(head + 1);
  const shown = list.rows.value.map((each) => each.sequence);
  expect(shown[0]).toBeGreaterThan(440);
  expect(shown).toEqual(shown.map((_, at) => (shown[0] ?? 0) - at * 10));
});

test("the next of a type is found over empty pages, in both directions", async () => {
  const ask = journal(() => 200);
  expect(await nextOf({ type: "NewOrder" }, 11, true, ask)).toBe(20);
  expect(await nextOf({ type: "NewOrder" }, 20, false, ask)).toBe(10);
  expect(await nextOf({ type: "NewOrder" }, 5, false, ask)).toBeNull();
});

test("a range of frames bounds every question", async () => {
  expect(within({ fromSeq: "5", toSeq: "9" }, { toSeq: 20 })).toEqual({ fromSeq: 5, toSeq: 9 });
  expect(within({ toSeq: "9" }, { fromSeq: 10 })).toBeNull();
  expect(within({ type: "NewOrder" }, {})).toEqual({ type: "NewOrder" });
  const list = new FrameList({ fromSeq: "40", toSeq: "60" }, journal(() => 200));
  await list.open(null);
  await list.follow(300);
  await list.more();
  expect(list.problem.value).toBeNull();
  expect([list.rows.value[0]?.sequence, list.rows.value.at(-1)?.sequence, list.rows.value.length]).toEqual([60, 40, 21]);
  expect(await nextOf({ toSeq: "60" }, 60, true, journal(() => 200))).toBeNull();
});

test("what is let go of at the far end is asked for again, without a gap", async () => {
  let head = MOST_ROWS;
  const list = new FrameList({}, journal(() => head));
  await list.open(null);
  while (!list.isWhole.value) await list.more();
  for (let round = 0; round < 4; round++) {
    head += 30;
    await list.follow(head);
  }
  expect(list.rows.value.length).toBe(MOST_ROWS);
  const last = list.rows.value.at(-1)?.sequence ?? 0;
  await list.more();
  expect(list.rows.value.slice(MOST_ROWS - 1)[0]?.sequence).toBe(last);
  expect(list.rows.value.map((each) => each.sequence)).toEqual(Array.from({ length: list.rows.value.length }, (_, at) => head - at));
});

test("what is rare is looked for as far as its reader asks, and nothing is called absent before", async () => {
  const ask: Ask = async (query) => {
    const at = Number(query["cursor"] ?? 1_000);
    return { items: at === 100 ? [{ sequence: 100 } as Frame] : [], next: at > 10 ? String(at - 10) : null, looked: 10, head: 1_000 };
  };
  const list = new FrameList({ type: "Rare" }, ask);
  await list.open(null);
  expect([list.rows.value.length, list.isWhole.value, list.isAsking.value]).toEqual([0, false, true]);
  for (let i = 0; i < 20 && list.isAsking.value; i++) await list.more();
  expect(list.rows.value.map((each) => each.sequence)).toEqual([100]);
  expect([list.isWhole.value, list.isAsking.value]).toEqual([true, false]);
});

test("what comes is followed over long stretches in which nothing fits", async () => {
  let head = 100;
  const list = new FrameList({ type: "Rare" }, async (query) => {
    const from = Number(query["fromSeq"] ?? 1);
    const last = Math.min(head, from + 9);
    return { items: from <= 150 && last >= 150 ? [{ sequence: 150 } as Frame] : [], next: last < head ? String(last + 1) : null, looked: last - from + 1, head };
  });
  list.upTo = 100;
  head = 200;
  for (let second = 0; second < 10; second++) await list.follow(head);
  expect(list.rows.value.map((each) => each.sequence)).toEqual([150]);
});
