package io.rialto.engine.expiry;

import static io.rialto.protocol.frame.FrameLayout.PART_HEADER_LENGTH;

import io.rialto.engine.admission.Barrier;
import io.rialto.engine.admission.Ticket;
import io.rialto.engine.agenda.Agenda;
import io.rialto.engine.agenda.Duty;
import io.rialto.engine.blocks.MassCancels;
import io.rialto.engine.lifecycle.ParameterDesk;
import io.rialto.engine.lifecycle.ParameterRule;
import io.rialto.engine.listing.Instrument;
import io.rialto.engine.listing.Instruments;
import io.rialto.protocol.ContractExpiredEncoder;
import io.rialto.protocol.ContractKind;
import io.rialto.protocol.InstrumentParameter;
import io.rialto.protocol.Reason;
import io.rialto.protocol.SettleContractDecoder;
import io.rialto.protocol.frame.Frame;
import java.util.function.LongConsumer;
import org.agrona.DirectBuffer;

/**
 * Ends the trading of futures at their expiry, and settles them: at their mark by itself, or at the final price of a command
 * where that is awaited, and where what their positions would realise at the mark does not fit.
 *
 * <p>The agenda's key is the instrument. Threading: the core's thread only. Allocates only to grow.
 */
public final class ExpiryDesk implements Barrier, Duty {
    private static final byte FUTURE = (byte) ContractKind.FUTURE.value();
    private static final long AWAITED = 1;

    private final Instruments instruments;
    private final Agenda agenda;
    private final MassCancels cancels;
    private final Settlement settlement;
    private final ContractExpiredEncoder expired = new ContractExpiredEncoder();

    public ExpiryDesk(
            Instruments instruments,
            Agenda agenda,
            MassCancels cancels,
            Settlement settlement,
            ParameterDesk parameters) {
        this.instruments = instruments;
        this.agenda = agenda;
        this.cancels = cancels;
        this.settlement = settlement;
        agenda.assign(Agenda.CONTRACT_EXPIRY, this);
        parameters.knows(InstrumentParameter.SETTLEMENT_AWAITED, ExpiryDesk::checkAwaited);
    }

    /** From now on its expiry falls due. */
    public void listed(Instrument market) {
        if (isFuture(market)) agenda.add(expiryNanos(market), Agenda.CONTRACT_EXPIRY, market.number());
    }

    @Override
    public boolean isAlive(long instrument) {
        return true;
    }

    @Override
    public boolean isDone(Frame frame, long instrument, long nowNanos) {
        Instrument market = instruments.get((int) instrument);
        if (!settlement.isExpired(market.number())) {
            if (!MassCancels.hasRoom(frame)) return false;
            expire(frame, market);
        }
        return cancels.isDone(frame);
    }

    private void expire(Frame frame, Instrument market) {
        frame.claimEvent(expired).expiryNanos(expiryNanos(market)).instrument(market.number());
        market.guarded();
        settlement.expired(market);
        cancels.add(Reason.CONTRACT_EXPIRED).of(0, market.number());
        if (market.parameter(InstrumentParameter.SETTLEMENT_AWAITED) != AWAITED) settlement.atMark(market);
    }

    public Reason settle(Frame frame) {
        DirectBuffer buffer = frame.buffer();
        int at = frame.commandOffset() + PART_HEADER_LENGTH;
        int instrument = buffer.getInt(at + SettleContractDecoder.instrumentEncodingOffset());
        long priceTicks = buffer.getLong(at + SettleContractDecoder.priceTicksEncodingOffset());
        if (!instruments.isListed(instrument)) return Reason.UNKNOWN_INSTRUMENT;
        Instrument market = instruments.get(instrument);
        if (!isFuture(market)) return Reason.NOT_A_FUTURE;
        if (!settlement.isExpired(instrument)) return Reason.CONTRACT_NOT_EXPIRED;
        if (settlement.isSettled(instrument)) return Reason.CONTRACT_SETTLED;
        if (priceTicks <= 0) return Reason.PRICE_NOT_POSITIVE;
        if (!settlement.fits(market, priceTicks)) return Reason.VALUE_OVERFLOW;
        settlement.at(market, priceTicks);
        return Reason.NONE;
    }

    @Override
    public Reason admit(Ticket ticket, Instrument market) {
        return settlement.isExpired(market.number()) ? Reason.CONTRACT_EXPIRED : Reason.NONE;
    }

    @Override
    public Reason admitAmend(Ticket ticket, Instrument market, boolean isSmaller) {
        return admit(ticket, market);
    }

    private static Reason checkAwaited(Instrument market, long value) {
        return isFuture(market) ? ParameterRule.noneOrBetween(0, 1).check(market, value) : Reason.NOT_A_FUTURE;
    }

    private static boolean isFuture(Instrument market) {
        return market.terms().contract().kind() == FUTURE;
    }

    private static long expiryNanos(Instrument market) {
        return market.terms().contract().expiryNanos();
    }

    /** Everything that can change a later decision, in a fixed order. */
    public void visit(LongConsumer state) {
        settlement.visit(state);
    }
}
