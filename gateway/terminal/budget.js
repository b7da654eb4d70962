// What a browser has to load, compressed: the shell, and the trading page with all that it ever loads. Fails above the budget.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

const OUT = process.argv[2] ?? join(import.meta.dirname, "../target/classes/terminal");
const KILOBYTE = 1024;
const BUDGETS = [
  { name: "shell", roots: ["index.html"], isWhole: false, most: 40 },
  { name: "terminal route", roots: ["index.html", "src/trade/TradePage.tsx"], isWhole: true, most: 140 },
];

const manifest = JSON.parse(readFileSync(join(OUT, "manifest.json"), "utf8"));

/** The files of a chunk, of what it imports, and, where all is asked for, of what it loads later. */
function files(key, isWhole, into) {
  const chunk = manifest[key];
  if (!chunk || into.has(chunk.file)) return into;
  into.add(chunk.file);
  for (const style of chunk.css ?? []) into.add(style);
  for (const next of chunk.imports ?? []) files(next, isWhole, into);
  // The shell loads every page later: only the page's own count for it.
  if (isWhole && key !== "index.html") for (const next of chunk.dynamicImports ?? []) files(next, isWhole, into);
  return into;
}

let isBeyond = false;
for (const { name, roots, isWhole, most } of BUDGETS) {
  const all = roots.reduce((into, root) => {
    if (!manifest[root]) throw new Error(`the manifest does not know ${root}`);
    return files(root, isWhole, into);
  }, new Set());
  const bytes = [...all].reduce((sum, file) => sum + gzipSync(readFileSync(join(OUT, file))).length, 0);
  const verdict = bytes <= most * KILOBYTE ? "within" : "BEYOND";
  isBeyond ||= verdict === "BEYOND";
  console.log(`terminal: ${name} ${(bytes / KILOBYTE).toFixed(1)} KB gzip in ${all.size} files, ${verdict} ${most} KB`);
}
process.exit(isBeyond ? 1 : 0);
