import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const FILES = ["src", "browse"].flatMap((root) =>
  readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => ({ path: join(root, name), text: readFileSync(join(root, name), "utf8") })),
);

function lines(text: string): number {
  return text.trimEnd().split("\n").length;
}

/** What must not stand in a source, and why. */
const BANNED: readonly (readonly [RegExp, string])[] = [
  [/\b(innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|document\.write)\b/, "text never becomes markup"],
  [/\beval\(|new Function\(/, "nothing is run that is not here"],
  [/https?:\/\/(?!(127\.0\.0\.1|localhost|www\.w3\.org|www\.tradingview\.com)\b)(?!\$)/, "no other host is asked; the maker of the charts is named by a link"],
  [/\bparseFloat\b/, "prices are no floats"],
  [/:\s*any\b|<any>|\bas any\b|@ts-ignore|@ts-nocheck/, "types are told"],
  [/\b(TODO|FIXME|XXX)\b/, "what is left is elsewhere"],
];

export function faults(path: string, text: string): string[] {
  const found = BANNED.filter(([pattern]) => pattern.test(text)).map(([, why]) => `${path}: ${why}`);
  if (lines(text) > 200) found.push(`${path}: ${lines(text)} lines`);
  if (/util|common|helper|manager|impl\b/i.test(path)) found.push(`${path}: a subject, no kind`);
  return found;
}

test("every source keeps the house's rules", () => {
  const judged = FILES.filter((file) => !file.path.endsWith("house.test.ts"));
  expect(judged.length).toBeGreaterThan(20);
  expect(judged.flatMap((file) => faults(file.path, file.text))).toEqual([]);
});

test("half of the sources have at most 80 lines", () => {
  const sizes = FILES.map((file) => lines(file.text)).sort((a, b) => a - b);
  expect(sizes[Math.floor(sizes.length / 2)]).toBeLessThanOrEqual(80);
});

test("a source that breaks them is found", () => {
  expect(faults("src/x/utils.ts", "box.innerHTML = name;\nconst a: any = parseFloat(x);")).toEqual([
    "src/x/utils.ts: text never becomes markup",
    "src/x/utils.ts: prices are no floats",
    "src/x/utils.ts: types are told",
    "src/x/utils.ts: a subject, no kind",
  ]);
});
