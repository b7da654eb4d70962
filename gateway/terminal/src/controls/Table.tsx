import type { ComponentChildren } from "preact";

export interface Column<T> {
  title: string;
  of: (row: T) => ComponentChildren;
  /** Numbers stand at the right, digit below digit. */
  isNumber?: boolean;
  class?: (row: T) => string;
}

interface Shown<T> {
  /** Told to who does not see it. */
  name: string;
  rows: readonly T[] | null | undefined;
  columns: readonly Column<T>[];
  keyOf: (row: T) => string | number;
  /** Said where there are no rows. */
  empty?: string;
  onPick?: (row: T) => void;
}

/** Rows as they are: up to a few hundred. What has more is shown by a virtual list. */
export function Table<T>({ name, rows, columns, keyOf, empty, onPick }: Shown<T>) {
  if (!rows) return <p class="none" aria-busy="true">Loading…</p>;
  if (rows.length === 0) return <p class="none">{empty ?? "Nothing yet."}</p>;
  return (
    <table aria-label={name}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.title} scope="col" class={column.isNumber ? "right" : undefined}>
              {column.title || <span class="unseen">Actions</span>}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={keyOf(row)} onClick={onPick && (() => onPick(row))}>
            {columns.map((column) => (
              <td key={column.title} class={`${column.isNumber ? "right" : ""} ${column.class?.(row) ?? ""}`}>
                {column.of(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
