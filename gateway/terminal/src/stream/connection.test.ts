import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { PretendedVenue } from "./pretended";
import { waitMillis } from "./pulse";
import type { Verdict } from "./topic";

const TRADES = { channel: "trades", symbol: "BTC-USD" } as const;
let venue: PretendedVenue;

beforeEach(() => {
  vi.useFakeTimers();
  venue = new PretendedVenue();
});

afterEach(() => {
  venue.connection.stop();
  vi.useRealTimers();
});

async function opened(): Promise<void> {
  venue.connection.start();
  await vi.advanceTimersByTimeAsync(0);
  venue.socket.onopen();
}

function update(sequence: number, type = "UPDATE") {
  return { ...TRADES, type, sequence, data: {} };
}

function follows(verdicts: Verdict[] = []): number[] {
  const heard: number[] = [];
  venue.connection.follow(TRADES, (message) => {
    heard.push(message.sequence);
    return verdicts.shift();
  });
  return heard;
}

test("a topic is subscribed to, and heard once that is answered", async () => {
  const heard = follows();
  await opened();
  const { id } = venue.socket.newest("subscribe");
  venue.socket.says(update(3));
  venue.socket.says({ op: "subscribed", id });
  venue.socket.says(update(5, "SNAPSHOT"));
  venue.socket.says(update(6));
  expect(heard).toEqual([5, 6]);
});

test("who is known says so first", async () => {
  venue.token = "T";
  follows();
  await opened();
  expect(venue.socket.said.map((each) => each["op"])).toEqual(["auth"]);
  venue.socket.says({ op: "auth", id: 0, status: 200 });
  expect(venue.connection.isKnown.value).toBe(true);
  expect(venue.socket.newest("subscribe")).toMatchObject(TRADES);
});

test("after a gap it goes on from what it had, and hears nothing until that is answered", async () => {
  const heard = follows([undefined, "GAP"]);
  await opened();
  venue.socket.says({ op: "subscribed", id: venue.socket.newest("subscribe")["id"] });
  for (const sequence of [5, 9, 10]) venue.socket.says(update(sequence));
  expect(venue.socket.newest("resume")).toMatchObject({ ...TRADES, from: 5 });
  expect(heard).toEqual([5, 9]);
  venue.socket.says({ op: "resumed", id: venue.socket.newest("resume")["id"] });
  venue.socket.says(update(6));
  expect(heard).toEqual([5, 9, 6]);
});

test("what is broken is begun anew", async () => {
  follows([undefined, "BROKEN"]);
  await opened();
  venue.socket.says({ op: "subscribed", id: venue.socket.newest("subscribe")["id"] });
  venue.socket.says(update(5));
  venue.socket.says(update(6));
  expect(venue.socket.all("subscribe")).toHaveLength(2);
});

test("a lost connection comes back and goes on with each topic", async () => {
  const heard = follows();
  await opened();
  venue.socket.says({ op: "subscribed", id: venue.socket.newest("subscribe")["id"] });
  venue.socket.says(update(5));
  venue.socket.says({ op: "heartbeat", sequence: 8 });
  venue.socket.onclose();
  expect(venue.connection.standing.value).toBe("OFFLINE");
  await vi.advanceTimersByTimeAsync(500);
  expect(venue.sockets).toHaveLength(2);
  venue.socket.onopen();
  expect(venue.socket.newest("resume")).toMatchObject({ from: 8 });
  venue.socket.says({ op: "resync", id: venue.socket.newest("resume")["id"] });
  venue.socket.says(update(20, "SNAPSHOT"));
  expect(heard).toEqual([5, 20]);
  expect(venue.connection.standing.value).toBe("LIVE");
});

test("silence is stale, longer silence is a lost connection", async () => {
  await opened();
  venue.nowMillis = 3_100;
  await vi.advanceTimersByTimeAsync(1_000);
  expect(venue.connection.standing.value).toBe("STALE");
  venue.socket.says({ op: "heartbeat", sequence: 1, id: venue.socket.newest("heartbeat")["id"] });
  expect(venue.connection.standing.value).toBe("LIVE");
  venue.nowMillis = 13_000;
  await vi.advanceTimersByTimeAsync(1_000);
  expect(venue.connection.standing.value).toBe("OFFLINE");
});

test("what is refused for the moment is asked for again", async () => {
  follows();
  await opened();
  venue.socket.says({ op: "error", id: venue.socket.newest("subscribe")["id"], status: 429, code: "RATE_LIMITED" });
  expect(venue.socket.all("subscribe")).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(venue.socket.all("subscribe")).toHaveLength(2);
  venue.socket.says({ op: "error", id: venue.socket.newest("subscribe")["id"], status: 404, code: "UNKNOWN_INSTRUMENT" });
  await vi.advanceTimersByTimeAsync(2_000);
  expect(venue.socket.all("subscribe")).toHaveLength(2);
});

test("garbage changes nothing", async () => {
  const heard = follows();
  await opened();
  venue.socket.says({ op: "subscribed", id: venue.socket.newest("subscribe")["id"] });
  const garbage = ["", "{", "null", "[]", "7", '{"channel":"trades"}', '{"channel":"trades","symbol":"BTC-USD","sequence":"9"}',
    '{"op":7}', '{"op":"nothing","id":99}', '{"channel":"nothing","sequence":1}', '{"channel":"trades","symbol":"ETH-BTC","sequence":1}'];
  for (const text of garbage) venue.socket.says(text);
  venue.socket.onmessage({ data: new ArrayBuffer(3) });
  expect(heard).toEqual([]);
  expect(venue.connection.standing.value).toBe("LIVE");
});

test("who leaves last unsubscribes", async () => {
  await opened();
  const first = venue.connection.follow(TRADES, () => {});
  const second = venue.connection.follow(TRADES, () => {});
  first();
  expect(venue.socket.all("unsubscribe")).toHaveLength(0);
  second();
  expect(venue.socket.newest("unsubscribe")).toMatchObject(TRADES);
});

test("waits grow to five seconds and are never in step", () => {
  expect(waitMillis(0, () => 0)).toBe(125);
  expect(waitMillis(3, () => 1)).toBe(2_000);
  expect(waitMillis(50, () => 1)).toBe(5_000);
});
