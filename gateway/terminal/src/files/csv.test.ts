import { expect, test } from "vitest";
import { cell, csvOf, narrowed, read } from "./csv";

test("commas, quotes and line breaks stay inside of their cell", () => {
  expect(cell("a,b")).toBe('"a,b"');
  expect(cell('say "hi"')).toBe('"say ""hi"""');
  expect(cell("two\r\nlines")).toBe('"two\r\nlines"');
  expect([null, undefined, 7, true, "x"].map(cell)).toEqual(["", "", "7", "true", "x"]);
});

test("what a spreadsheet could take for a formula is a text, and a number stays a number", () => {
  expect(["=1+1", "+7", "@sum", "-x"].map(cell)).toEqual(["'=1+1", "'+7", "'@sum", "'-x"]);
  expect(["-1.50", "0.1"].map(cell)).toEqual(["-1.50", "0.1"]);
});

test("rows have the fields that are named, in that order", () => {
  const rows = [{ id: "1", price: "50.00", own: null }, { id: "2", price: "=A1", own: "x,y" }];
  expect(csvOf(rows, ["price", "own"])).toBe('price,own\r\n50.00,\r\n\'=A1,"x,y"\r\n');
  expect(csvOf([], ["id" as never])).toBe("id\r\n");
});

test("what was written is read as it was", () => {
  const rows = [["a", 'b "c"'], ["", "d,e"], ["f\r\ng", ""]];
  const text = rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("");
  expect(read(text)).toEqual(rows);
  expect(read("")).toEqual([]);
});

test("a file of all markets is narrowed to one", () => {
  const text = "id,symbol,note\r\n1,BTC-USD,\"a,b\"\r\n2,ETH-USD,\r\n3,BTC-USD,'=x\r\n";
  expect(narrowed(text, "symbol", "BTC-USD")).toBe("id,symbol,note\r\n1,BTC-USD,\"a,b\"\r\n3,BTC-USD,'=x\r\n");
  expect(narrowed(text, "nothing", "BTC-USD")).toBe(text);
});
