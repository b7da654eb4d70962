package io.rialto.gateway.statements;

import io.rialto.feeds.listing.Instrument;
import io.rialto.feeds.notes.SettlementNote;
import io.rialto.gateway.form.Decimals;
import io.rialto.gateway.form.Times;
import io.rialto.gateway.market.Listed;
import java.time.LocalDate;

/**
 * What clearing did with a trade or an obligation, on the wire: above zero received or due, below zero given or owed.
 *
 * @param tradeId null where it is about no single one
 * @param day settlement date, or null
 * @param openBase of a cycle: what stays owed or due; else null
 * @param failedCycles of a cycle: in how many in a row the account has failed to deliver; else null
 */
record Note(
        String kind,
        String symbol,
        String tradeId,
        String day,
        String base,
        String quote,
        String openBase,
        String openQuote,
        Integer failedCycles,
        String time,
        long sequence) {

    static Note of(SettlementNote note, Listed listed) {
        Instrument market = listed.terms(note.instrument()).instrument();
        int base = market.base().scale();
        int quote = market.quote().scale();
        boolean isOfCycle = switch (note.kind()) {
            case SETTLED, PARTIAL, FAILED -> true;
            default -> false;
        };
        return new Note(
                note.kind().name(),
                market.symbol(),
                note.trade() == 0 ? null : Long.toString(note.trade()),
                note.day() == 0 ? null : LocalDate.ofEpochDay(note.day()).toString(),
                Decimals.text(note.baseMinor(), base),
                Decimals.text(note.quoteMinor(), quote),
                isOfCycle ? Decimals.text(note.openBaseMinor(), base) : null,
                isOfCycle ? Decimals.text(note.openQuoteMinor(), quote) : null,
                isOfCycle ? note.cycles() : null,
                Times.text(note.timeNanos()),
                note.sequence());
    }
}
