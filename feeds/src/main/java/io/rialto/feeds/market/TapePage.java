package io.rialto.feeds.market;

import java.util.List;
import java.util.OptionalLong;

/**
 * A part of an instrument's tape, newest first. Trades that come later never move a page that was cut by a cursor.
 *
 * @param next the cursor of the trades after these; empty at the end of what is kept
 * @param oldestAvailable number of the oldest trade that is kept; empty before the first trade
 * @param olderDropped whether trades older than the oldest available one have been
 * @param sequence of the last frame that the answer has seen
 */
public record TapePage(
        List<Trade> items, OptionalLong next, OptionalLong oldestAvailable, boolean olderDropped, long sequence) {
    public TapePage {
        items = List.copyOf(items);
    }
}
