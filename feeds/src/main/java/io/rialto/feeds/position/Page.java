package io.rialto.feeds.position;

import java.util.List;
import java.util.OptionalLong;

/**
 * A part of a list, newest first. Rows that are added later never move a page that was cut by a cursor.
 *
 * <p>A page may be shorter than asked for although more follows: a query looks at a bounded number of rows, so a narrow
 * filter over a long history takes several pages. The list is over only when {@link #next} is empty.
 *
 * @param items newest first
 * @param next the cursor of the rows after these; empty at the end of what is kept
 * @param olderDropped at the end of the list: older rows existed and are no longer kept here
 * @param sequence of the last frame that the answer has seen
 */
public record Page<T>(List<T> items, OptionalLong next, boolean olderDropped, long sequence) {
    /** The cursor of a list's newest row. */
    public static final long NEWEST = Long.MAX_VALUE;

    /** Rows of one page at the most. */
    public static final int MAX_ITEMS = 1_000;

    /** Rows that one question looks at, at the most: nobody keeps the feeds waiting for long. */
    public static final int MAX_SCANNED = 10_000;

    public Page {
        items = List.copyOf(items);
    }

    /** A caller's fault: a page has 1 to {@value #MAX_ITEMS} rows. */
    public static void checkLimit(int limit) {
        if (limit < 1 || limit > MAX_ITEMS) {
            throw new IllegalArgumentException("limit must be 1.." + MAX_ITEMS + ": was " + limit);
        }
    }
}
