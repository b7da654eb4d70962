export interface HexLine {
  readonly at: string;
  readonly bytes: string;
  readonly text: string;
}

/** Sixteen bytes a line, with their place and what of them can be read. */
export function hexLines(hex: string): HexLine[] {
  const lines: HexLine[] = [];
  for (let at = 0; at * 2 < hex.length; at += 16) {
    const pairs = hex.slice(at * 2, at * 2 + 32).match(/../g) ?? [];
    const text = pairs.map((pair) => {
      const code = Number.parseInt(pair, 16);
      return code >= 0x20 && code < 0x7f ? String.fromCharCode(code) : "·";
    }).join("");
    lines.push({ at: at.toString(16).padStart(4, "0"), bytes: `${pairs.slice(0, 8).join(" ")}  ${pairs.slice(8).join(" ")}`.trimEnd(), text });
  }
  return lines;
}
