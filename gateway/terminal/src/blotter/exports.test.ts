import { expect, test } from "vitest";
import { nameOf } from "./exports";

const HEADERS = new Headers({ "X-Journal-First": "1", "X-Journal-Last": "345", "X-Journal-Hash": "9f2c00aa11bb22cc" });

test("a file's name says from which frames it is, and their hash", () => {
  expect(nameOf("fills", HEADERS, null)).toBe("fills-1-345-9f2c00aa11bb22cc.csv");
  expect(nameOf("orders", HEADERS, "BTC-USD")).toBe("orders-BTC-USD-1-345-9f2c00aa11bb22cc.csv");
  expect(nameOf("fills", new Headers(), null)).toBe("fills.csv");
});
