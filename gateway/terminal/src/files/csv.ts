const NUMBER = /^-?\d{1,40}(\.\d{1,40})?$/;

/** A cell as RFC 4180 has it; what a spreadsheet could take for a formula has an apostrophe before it, as in the venue's own files. */
export function cell(value: unknown): string {
  if (value === null || value === undefined) return "";
  const text = typeof value === "string" ? value : JSON.stringify(value);
  const harmless = /^[=+\-@\t\r\n]/.test(text) && !NUMBER.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

function line(cells: readonly unknown[]): string {
  return `${cells.map(cell).join(",")}\r\n`;
}

/** Rows with the fields of these names. */
export function csvOf<T>(rows: readonly T[], names: readonly (keyof T & string)[]): string {
  return line(names) + rows.map((row) => line(names.map((name) => row[name]))).join("");
}

/** Only lines whose column of that name has that value, below the names; all of it where there is no such column. */
export function narrowed(text: string, name: string, value: string): string {
  const [names = [], ...rows] = read(text);
  const at = names.indexOf(name);
  if (at < 0) return text;
  return [names, ...rows.filter((row) => row[at] === value)].map((row) => `${row.map(quoted).join(",")}\r\n`).join("");
}

/** What was read is as harmless as it was written: only quotes are put back. */
function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Lines and their cells, with what stands in quotes taken as it is. */
export function read(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, open = "", plain = "", end = ""] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|\n|$)/g)) {
    if (end === "" && row.length === 0 && open === "" && plain === "") break;
    row.push(open === "" ? plain : open.replaceAll('""', '"'));
    if (end === ",") continue;
    rows.push(row);
    row = [];
  }
  return rows;
}
