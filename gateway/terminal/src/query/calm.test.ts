import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { calm } from "./calm";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("what is called for once is done at once", () => {
  let done = 0;
  calm(() => done++, 500)();
  expect(done).toBe(1);
  vi.advanceTimersByTime(5_000);
  expect(done).toBe(1);
});

test("what is called for all the time is done once in each span, and once more at the end", () => {
  let done = 0;
  const work = calm(() => done++, 500);
  for (let times = 0; times < 49; times++) {
    work();
    vi.advanceTimersByTime(20);
  }
  expect(done).toBe(2);
  vi.advanceTimersByTime(2_000);
  expect(done).toBe(3);
});

test("nothing is done after the end", () => {
  let done = 0;
  const work = calm(() => done++, 500);
  work();
  work();
  work.end();
  vi.advanceTimersByTime(2_000);
  expect(done).toBe(1);
});
