import { expect, test } from "vitest";
import { age, type Keeping, Pace } from "./keeping";

function told(frames: number, bytes: number): Pick<Keeping, "writing"> {
  return { writing: { frames, bytes } as Keeping["writing"] };
}

test("a pace is of the looks that there were, and begins anew with the venue", () => {
  const pace = new Pace();
  expect(pace.now).toBeNull();
  pace.add(1_000, told(10, 1_000));
  expect(pace.now).toBeNull();
  pace.add(3_000, told(30, 9_000));
  expect(pace.now).toEqual({ frames: 10, bytes: 4_000 });
  pace.add(4_000, told(2, 100));
  expect(pace.now).toBeNull();
});

test("an age is told in what fits", () => {
  const now = Date.parse("2026-11-22T10:00:00Z");
  expect(age("2026-11-22T09:59:20Z", now)).toBe("40 s");
  expect(age("2026-11-22T09:30:00Z", now)).toBe("30 min");
  expect(age("2026-11-22T05:00:00Z", now)).toBe("5.0 h");
  expect(age("2026-11-12T10:00:00Z", now)).toBe("10 days");
  expect(age("2026-11-22T10:00:05Z", now)).toBe("0 s");
});
