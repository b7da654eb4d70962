import encodeQR from "qr";
import decodeQR from "qr/decode.js";
import { expect, test } from "vitest";
import { pathOf, QUIET } from "./squares";

/** What a camera would see of a path: grey of so many points a square. */
function seen(path: string, wide: number, points = 4): { width: number; height: number; data: Uint8Array } {
  const side = wide * points;
  const data = new Uint8Array(side * side * 4).fill(255);
  for (const [, x, y, run] of path.matchAll(/M(\d+) (\d+)h(\d+)v1H\d+z/g)) {
    for (let row = Number(y) * points; row < (Number(y) + 1) * points; row++) {
      const from = (row * side + Number(x) * points) * 4;
      for (let at = from; at < from + Number(run) * points * 4; at++) if (at % 4 !== 3) data[at] = 0;
    }
  }
  return { width: side, height: side, data };
}

test("runs of dark squares become bars", () => {
  expect(pathOf([[true, true, false, true], [false, false, false, false]])).toBe("M0 0h2v1H0zM3 0h1v1H3z");
  expect(pathOf([])).toBe("");
});

test("what is drawn is read as what was meant, and another drawing is not", () => {
  const uri = "otpauth://totp/Rialto:erin@example.com?secret=2EJWKKSW7CNYNC6C4OG4GAFDIU4ZFQT4&issuer=Rialto&digits=6&period=30";
  const squares = encodeQR(uri, "raw", { border: QUIET, ecc: "medium" });
  expect(decodeQR(seen(pathOf(squares), squares.length))).toBe(uri);
  const torn = squares.map((row, y) => (y % 3 === 0 ? row.map(() => false) : row));
  expect(() => decodeQR(seen(pathOf(torn), torn.length))).toThrow();
});
