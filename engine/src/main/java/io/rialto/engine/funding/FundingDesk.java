package io.rialto.engine.funding;

import static io.rialto.protocol.frame.FrameLayout.PART_HEADER_LENGTH;

import io.rialto.engine.agenda.Consequence;
import io.rialto.engine.ledger.Balances;
import io.rialto.engine.lifecycle.ParameterDesk;
import io.rialto.engine.lifecycle.ParameterRule;
import io.rialto.engine.listing.Accounts;
import io.rialto.engine.listing.Instrument;
import io.rialto.engine.listing.Instruments;
import io.rialto.engine.margin.Margins;
import io.rialto.engine.position.Positions;
import io.rialto.engine.pricing.Fees;
import io.rialto.engine.requests.Caller;
import io.rialto.protocol.ContractKind;
import io.rialto.protocol.FundPositionsDecoder;
import io.rialto.protocol.InstrumentParameter;
import io.rialto.protocol.Reason;
import io.rialto.protocol.frame.Frame;
import java.util.Arrays;
import java.util.function.LongConsumer;
import org.agrona.DirectBuffer;

/**
 * Decides when positions in a perpetual pay each other, and at which rate: once for each planned time, in the order of those.
 *
 * <p>Rates in parts per 10^7. Threading: the core's thread only. Allocates only to grow.
 */
public final class FundingDesk {
    private static final byte PERPETUAL = (byte) ContractKind.PERPETUAL.value();
    private static final int USUAL_LIMIT_RATE = Fees.WHOLE / 100;

    private final Instruments instruments;
    private final Caller caller;
    private final FundingRound round;
    private long[] lastPlannedNanos = new long[16]; // by instrument

    public FundingDesk(
            Accounts accounts,
            Instruments instruments,
            Balances balances,
            Positions positions,
            Margins margins,
            ParameterDesk parameters,
            Caller caller) {
        this.instruments = instruments;
        this.caller = caller;
        round = new FundingRound(accounts, balances, positions, margins);
        parameters.knows(InstrumentParameter.FUNDING_LIMIT_RATE, FundingDesk::checkLimit);
    }

    /** What follows from a funding until all have paid and received. */
    public Consequence round() {
        return round;
    }

    public Reason fund(Frame frame) {
        DirectBuffer buffer = frame.buffer();
        int at = frame.commandOffset() + PART_HEADER_LENGTH;
        int instrument = buffer.getInt(at + FundPositionsDecoder.instrumentEncodingOffset());
        int rate = buffer.getInt(at + FundPositionsDecoder.fundingRateEncodingOffset());
        long plannedNanos = buffer.getLong(at + FundPositionsDecoder.plannedNanosEncodingOffset());
        if (!instruments.isListed(instrument)) return Reason.UNKNOWN_INSTRUMENT;
        Instrument market = instruments.get(instrument);
        Reason refusal = refuses(market, rate, plannedNanos);
        if (refusal != Reason.NONE) return refusal;
        if (!round.canBegin(market, rate, plannedNanos)) return Reason.VALUE_OVERFLOW;
        planned(instrument, plannedNanos);
        round.begin();
        return Reason.NONE;
    }

    private Reason refuses(Instrument market, int rate, long plannedNanos) {
        if (!isPerpetual(market)) return Reason.NOT_A_PERPETUAL;
        if (Math.abs((long) rate) > limitRate(market)) return Reason.FUNDING_BEYOND_LIMIT;
        if (plannedNanos <= 0 || plannedNanos > caller.timeNanos()) return Reason.FUNDING_NOT_DUE;
        if (plannedNanos <= lastPlannedNanos(market.number())) return Reason.FUNDING_ALREADY_DONE;
        return market.valuationTicks() == Instrument.NONE ? Reason.MARK_PRICE_MISSING : Reason.NONE;
    }

    private static long limitRate(Instrument market) {
        long limit = market.parameter(InstrumentParameter.FUNDING_LIMIT_RATE);
        return limit == Instrument.NONE ? USUAL_LIMIT_RATE : limit;
    }

    private static Reason checkLimit(Instrument market, long value) {
        if (!isPerpetual(market)) return Reason.NOT_A_PERPETUAL;
        return ParameterRule.noneOrBetween(1, Fees.WHOLE).check(market, value);
    }

    private static boolean isPerpetual(Instrument market) {
        return market.terms().contract().kind() == PERPETUAL;
    }

    private long lastPlannedNanos(int instrument) {
        return instrument < lastPlannedNanos.length ? lastPlannedNanos[instrument] : 0;
    }

    private void planned(int instrument, long nanos) {
        if (instrument >= lastPlannedNanos.length) {
            lastPlannedNanos = Arrays.copyOf(lastPlannedNanos, instrument << 1);
        }
        lastPlannedNanos[instrument] = nanos;
    }

    /** Everything that can change a later decision, in a fixed order. */
    public void visit(LongConsumer state) {
        for (int instrument = 1; instrument <= instruments.count(); instrument++) {
            if (lastPlannedNanos(instrument) == 0) continue;
            state.accept(instrument);
            state.accept(lastPlannedNanos(instrument));
        }
        round.visit(state);
    }
}
