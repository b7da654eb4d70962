package io.rialto.feeds.statements;

import java.util.List;
import java.util.Map;

/**
 * What became of an account's balances in a period: for each, opening and movements make closing.
 *
 * @param isWhole false when movements that it needs are no longer kept: then openings are of what is
 * @param sequence of the last frame that the answer has seen
 */
public record Statement(int account, List<Line> lines, boolean isWhole, long sequence) {
    public Statement {
        lines = List.copyOf(lines);
    }

    /** One balance. @param movedMinor by kind, those that moved nothing left out */
    public record Line(
            int asset,
            Purse purse,
            long openingMinor,
            Map<MovementKind, Long> movedMinor,
            long closingMinor,
            long movements) {
        public Line {
            movedMinor = Map.copyOf(movedMinor);
        }
    }
}
