import { Pane } from "../controls/Pane";
import { type Column, Table } from "../controls/Table";
import { dayAndClock } from "../decimal/moments";
import type { Keeping } from "./keeping";
import { bytes } from "./measures";

type Segment = Keeping["segments"][number];
type BookAt = Keeping["books"][number];

const SHOWN = 50;

const FILES: readonly Column<Segment>[] = [
  { title: "File", of: (each) => <code>{each.name}</code> },
  { title: "Size", isNumber: true, of: (each) => bytes(each.bytes) },
  { title: "Last written", of: (each) => dayAndClock(each.writtenAt), class: () => "dim" },
];

const BOOKS: readonly Column<BookAt>[] = [
  { title: "Market", of: (each) => <b>{each.symbol}</b> },
  { title: "At frame", isNumber: true, of: (each) => <a href={`#/journal?seq=${each.sequence}&book=${each.symbol}`}>#{each.sequence}</a> },
  { title: "Checksum of the book", isNumber: true, of: (each) => <code>{Number(each.checksum).toString(16).padStart(8, "0")}</code> },
];

/** The journal's files, the newest first. */
export function Segments({ found }: { found: Keeping | null }) {
  const newest = found && [...found.segments].reverse();
  return (
    <Pane title="Segments" isFlush tools={found && <span class="dim">{found.segments.length} {found.segments.length === 1 ? "file" : "files"}, {bytes(found.bytes)}</span>}>
      <Table name="Segments" rows={newest?.slice(0, SHOWN)} columns={FILES} keyOf={(each) => each.name} empty="No file yet." />
      {newest && newest.length > SHOWN && <p class="none">and {newest.length - SHOWN} older ones</p>}
    </Pane>
  );
}

/** Each market's book as one number: another gateway's, a reader's, and the one that is run again have the same at the same frame. */
export function BookSums({ found }: { found: Keeping | null }) {
  return (
    <Pane title="Books" isFlush>
      <Table name="Checksums of books" rows={found?.books} columns={BOOKS} keyOf={(each) => each.symbol} empty="No market is listed." />
    </Pane>
  );
}
