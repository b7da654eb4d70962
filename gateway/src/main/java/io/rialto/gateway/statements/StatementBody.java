package io.rialto.gateway.statements;

import io.rialto.feeds.listing.Asset;
import io.rialto.feeds.notes.SettlementNote;
import io.rialto.feeds.statements.MovementKind;
import io.rialto.feeds.statements.Statement;
import io.rialto.gateway.form.Decimals;
import io.rialto.gateway.market.Listed;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A statement on the wire.
 *
 * @param settlement what clearing did in the period, oldest first
 * @param whole false when movements of the period, or something that clearing did, are no longer kept
 */
record StatementBody(String account, List<Line> items, List<Note> settlement, boolean whole, long sequence) {

    /** @param moved by kind; opening and all of them make closing */
    record Line(
            String asset,
            String purse,
            String opening,
            Map<MovementKind, String> moved,
            String closing,
            long movements) {}

    static StatementBody of(Statement statement, List<SettlementNote> notes, boolean areNotesWhole, Listed listed) {
        return new StatementBody(
                Integer.toString(statement.account()),
                statement.lines().stream().map(line -> line(line, listed)).toList(),
                notes.stream().map(note -> Note.of(note, listed)).toList(),
                statement.isWhole() && areNotesWhole,
                statement.sequence());
    }

    private static Line line(Statement.Line line, Listed listed) {
        Asset asset = listed.asset(line.asset());
        Map<MovementKind, String> moved = new TreeMap<>();
        line.movedMinor().forEach((kind, minor) -> moved.put(kind, Decimals.text(minor, asset.scale())));
        return new Line(
                asset.code(),
                line.purse().name(),
                Decimals.text(line.openingMinor(), asset.scale()),
                moved,
                Decimals.text(line.closingMinor(), asset.scale()),
                line.movements());
    }
}
