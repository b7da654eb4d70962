package io.rialto.engine.settlement;

import static io.rialto.protocol.frame.FrameLayout.PART_HEADER_LENGTH;

import io.rialto.engine.calendar.BusinessDays;
import io.rialto.engine.calendar.Calendars;
import io.rialto.engine.listing.Instrument;
import io.rialto.engine.listing.Instruments;
import io.rialto.protocol.Reason;
import io.rialto.protocol.RunSettlementDecoder;
import io.rialto.protocol.SetSettlementTermsDecoder;
import io.rialto.protocol.SettlementTermsSetEncoder;
import io.rialto.protocol.frame.Frame;
import org.agrona.DirectBuffer;

/**
 * Takes the commands of settlement: terms, and the roll of a day.
 *
 * <p>Times are journal time, nanoseconds UTC. Threading: the core's thread only.
 */
final class SettlementDesk {
    private final Instruments instruments;
    private final Calendars calendars;
    private final SettlementTerms terms;
    private final Novations novations;
    private final SettlementRun run;
    private final SettlementTermsSetEncoder termsSet = new SettlementTermsSetEncoder();

    SettlementDesk(
            Instruments instruments,
            Calendars calendars,
            SettlementTerms terms,
            Novations novations,
            SettlementRun run) {
        this.instruments = instruments;
        this.calendars = calendars;
        this.terms = terms;
        this.novations = novations;
        this.run = run;
    }

    Reason setTerms(Frame frame) {
        DirectBuffer buffer = frame.buffer();
        int at = frame.commandOffset() + PART_HEADER_LENGTH;
        int instrument = buffer.getInt(at + SetSettlementTermsDecoder.instrumentEncodingOffset());
        long cutOffNanos = buffer.getLong(at + SetSettlementTermsDecoder.cutOffNanosEncodingOffset());
        int days = buffer.getByte(at + SetSettlementTermsDecoder.daysEncodingOffset()) & 0xFF;
        int isFree = buffer.getByte(at + SetSettlementTermsDecoder.owedIsFreeEncodingOffset()) & 0xFF;
        int cycles = buffer.getByte(at + SetSettlementTermsDecoder.buyInCyclesEncodingOffset()) & 0xFF;
        if (!instruments.isListed(instrument)) return Reason.UNKNOWN_INSTRUMENT;
        Instrument market = instruments.get(instrument);
        boolean isTime = cutOffNanos > 0 && cutOffNanos <= BusinessDays.DAY_NANOS;
        boolean isSound = isTime && days <= SettlementTerms.MOST_DAYS && isFree <= 1 && !market.isContract();
        if (!isSound) return Reason.INVALID_SETTLEMENT_TERMS;
        if (terms.equal(instrument, cutOffNanos, days, isFree == 1, cycles)) return Reason.WOULD_CHANGE_NOTHING;
        terms.set(market, cutOffNanos, days, isFree == 1, cycles);
        frame.claimEvent(termsSet)
                .cutOffNanos(cutOffNanos)
                .instrument(instrument)
                .days((short) days)
                .owedIsFree((short) isFree)
                .buyInCycles((short) cycles);
        return Reason.NONE;
    }

    Reason run(Frame frame) {
        int at = frame.commandOffset() + PART_HEADER_LENGTH;
        int day = frame.buffer().getInt(at + RunSettlementDecoder.dayEncodingOffset());
        if (day < 0) return Reason.INVALID_DAY;
        if (day > BusinessDays.dayOf(frame.timeNanos())) return Reason.DAY_NOT_REACHED;
        if (day <= novations.lastSettledDay()) return Reason.DAY_ALREADY_SETTLED;
        if (!calendars.isBusinessDay(day)) return Reason.NOT_A_BUSINESS_DAY;
        run.begin(day);
        return Reason.NONE;
    }
}
