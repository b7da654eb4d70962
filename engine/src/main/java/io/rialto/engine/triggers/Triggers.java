package io.rialto.engine.triggers;

import static io.rialto.engine.orders.Special.NO_PRICE;
import static io.rialto.protocol.frame.FrameLayout.PART_HEADER_LENGTH;

import io.rialto.engine.admission.MarketTerms;
import io.rialto.engine.admission.Ticket;
import io.rialto.engine.agenda.Consequence;
import io.rialto.engine.ledger.Balances;
import io.rialto.engine.lifecycle.ParameterDesk;
import io.rialto.engine.lifecycle.ParameterRule;
import io.rialto.engine.listing.Instrument;
import io.rialto.engine.listing.Instruments;
import io.rialto.engine.orders.OpenOrders;
import io.rialto.engine.orders.ParkingPlace;
import io.rialto.engine.orders.Special;
import io.rialto.engine.trading.TradingDesk;
import io.rialto.engine.trading.TriggerRoom;
import io.rialto.engine.trailing.TrailState;
import io.rialto.protocol.InstrumentParameter;
import io.rialto.protocol.MarkSource;
import io.rialto.protocol.Parking;
import io.rialto.protocol.Reason;
import io.rialto.protocol.SetMarkPriceDecoder;
import io.rialto.protocol.SetSourcedMarkDecoder;
import io.rialto.protocol.frame.Frame;
import io.rialto.protocol.frame.FrameLayout;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.agrona.DirectBuffer;

/**
 * The room of orders that wait for a price: it takes them in, lets prices elect them, and lets the elected arrive, one
 * after another, first elected first, for as long as that goes on.
 *
 * <p>Threading: the core's thread only. Allocates only to grow, and once for the first such order of a market.
 */
public final class Triggers implements TriggerRoom, ParkingPlace, Consequence {
    public static final byte PARKING = (byte) Parking.TRIGGER.value();

    /** An elected order arrives only while half of the frame's events are left: what one order may need. */
    private static final int LAST_START = FrameLayout.MAX_EVENTS / 2;

    private static final int MOST_ARRIVALS = 1_000;

    private final Instruments instruments;
    private final OpenOrders orders;
    private final TriggerEvents events;
    private final TriggerTerms terms = new TriggerTerms();
    private final Elections elections;
    private final TriggerMarket.Attention attention = new TriggerMarket.Attention();
    private Interruption interruption;
    private TriggerMarket[] byInstrument = new TriggerMarket[16];
    private Consumer<Instrument> listener = market -> {};
    private int lastInstrument;
    private long lastSequence;

    public Triggers(
            Instruments instruments,
            OpenOrders orders,
            Balances balances,
            TradingDesk trading,
            ParameterDesk parameters) {
        this.instruments = instruments;
        this.orders = orders;
        this.events = new TriggerEvents(orders.pool());
        this.elections = new Elections(orders, balances, trading.arrival(), trading.walk(), trading.margins(), events);
        trading.amendsParked(
                PARKING,
                new TriggerAmendment(instruments, orders, events, this),
                new TriggerAmendment(instruments, orders, events, this));
        trading.departure().knows(PARKING, this);
        trading.triggeredOrdersGoTo(this);
        parameters.knows(InstrumentParameter.CASCADE_ELECTIONS, ParameterRule.noneOrBetween(1, Integer.MAX_VALUE));
        parameters.knows(InstrumentParameter.CASCADE_TICKS, ParameterRule.noneOrBetween(1, Long.MAX_VALUE));
    }

    /** Who interrupts a market when a cascade goes too far there. */
    public void interruptsBy(Interruption other) {
        interruption = other;
    }

    /** Who is told of every market that has another mark. */
    public void tells(Consumer<Instrument> ofMarkets) {
        listener = ofMarkets;
    }

    @Override
    public Reason admit(Ticket ticket, Instrument market) {
        Special asked = ticket.terms;
        if (asked.triggerSource == 0) asked.triggerSource = TriggerMarket.LAST;
        long triggerTicks = triggerTicks(asked, market, ticket.buys);
        asked.stopTicks = triggerTicks == NO_PRICE ? 0 : triggerTicks;
        return terms.settle(market, asked, ticket.buys, triggerTicks, ticket.priceTicks, ticket.quantityLots);
    }

    /** An order's trigger; of a trailing stop, where it stands or can be expected, or NO_PRICE when nobody can tell. */
    long triggerTicks(Special special, Instrument market, boolean buys) {
        if (!special.isTrailing()) return special.triggerTicks;
        return of(market).expectedTicks(special, !buys, MarketTerms.reference(market, buys));
    }

    /** The best price since a trailing stop became active; 0 for any other order. */
    public long extremeTicks(int slot) {
        if (!orders.isSpecial(slot) || orders.special(slot).trailState != TrailState.ACTIVE) return 0;
        return of(orders.pool().instrument(slot)).extremeTicks(slot);
    }

    @Override
    public boolean isReached(Ticket ticket, Instrument market) {
        if (ticket.terms.isTrailing()) return false;
        long nowTicks = of(market).priceTicks(ticket.terms.triggerSource, ticket.buys);
        return TriggerTerms.isReached(nowTicks, ticket.terms.triggerTicks, ticket.terms.waitsForRise(ticket.buys));
    }

    @Override
    public long holdTicks() {
        return terms.holdTicks();
    }

    @Override
    public void await(int slot) {
        Special special = orders.special(slot);
        special.stopTicks = special.triggerTicks;
        special.waitingHoldTicks = terms.holdTicks();
        special.electionSequence = ++lastSequence;
        of(orders.pool().instrument(slot)).await(slot);
    }

    /** Behind all others with its trigger. */
    void awaitAnew(int slot) {
        of(orders.pool().instrument(slot)).awaitAnew(slot, ++lastSequence);
    }

    @Override
    public void leave(int slot) {
        of(orders.pool().instrument(slot)).leave(slot);
    }

    /** Sets an instrument's mark price, and elects whoever waited for it. */
    public Reason setMarkPrice(Frame frame) {
        DirectBuffer buffer = frame.buffer();
        int at = frame.commandOffset() + PART_HEADER_LENGTH;
        int instrument = buffer.getInt(at + SetMarkPriceDecoder.instrumentEncodingOffset());
        return mark(frame, instrument, buffer.getLong(at + SetMarkPriceDecoder.priceTicksEncodingOffset()));
    }

    /** The same, and says where the price comes from. */
    public Reason setSourcedMark(Frame frame) {
        DirectBuffer buffer = frame.buffer();
        int at = frame.commandOffset() + PART_HEADER_LENGTH;
        int instrument = buffer.getInt(at + SetSourcedMarkDecoder.instrumentEncodingOffset());
        int code = buffer.getByte(at + SetSourcedMarkDecoder.sourceEncodingOffset()) & 0xFF;
        if (code > MarkSource.MODEL.value()) return Reason.INVALID_COMBINATION;
        Reason refusal = mark(frame, instrument, buffer.getLong(at + SetSourcedMarkDecoder.priceTicksEncodingOffset()));
        if (refusal == Reason.NONE) events.markSourceTold(frame, instrument, MarkSource.get((short) code));
        return refusal;
    }

    private Reason mark(Frame frame, int instrument, long ticks) {
        if (!instruments.isListed(instrument)) return Reason.UNKNOWN_INSTRUMENT;
        if (ticks <= 0) return Reason.PRICE_NOT_POSITIVE;
        Instrument market = instruments.get(instrument);
        events.markPriceSet(frame, instrument, market.markTicks() == NO_PRICE ? 0 : market.markTicks(), ticks);
        market.markTicks(ticks);
        listener.accept(market);
        if (isKnown(instrument)) byInstrument[instrument].marked(ticks);
        return Reason.NONE;
    }

    @Override
    public boolean isPending() {
        if (attention.orders == 0) return false;
        for (int instrument = 1; instrument <= lastInstrument; instrument++) {
            TriggerMarket triggers = byInstrument[instrument];
            if (triggers != null && (triggers.hasNext() || triggers.hasUnseenBest())) return true;
        }
        return false;
    }

    /** One step, so that others may follow what it caused before the next: a list its election, before it arrives. */
    @Override
    public boolean isDone(Frame frame) {
        if (isAnyBestSeen()) return true;
        for (int instrument = 1; instrument <= lastInstrument; instrument++) {
            TriggerMarket triggers = byInstrument[instrument];
            if (triggers == null || !triggers.hasNext()) continue;
            if (frame.eventCount() > LAST_START) return false;
            step(frame, triggers);
            return true;
        }
        return true;
    }

    private boolean isAnyBestSeen() {
        boolean isAny = false;
        for (int instrument = 1; instrument <= lastInstrument; instrument++) {
            TriggerMarket triggers = byInstrument[instrument];
            if (triggers == null || !triggers.hasUnseenBest()) continue;
            triggers.lookAtBest();
            isAny = true;
        }
        return isAny;
    }

    /** Everything beside the orders that can change a later decision, in a fixed order. */
    public void visit(LongConsumer state) {
        state.accept(lastSequence);
        for (int instrument = 1; instrument <= lastInstrument; instrument++) {
            TriggerMarket triggers = byInstrument[instrument];
            if (triggers == null || triggers.isQuiet()) continue;
            state.accept(instrument);
            state.accept(triggers.arrivals());
            state.accept(triggers.firstTicks());
            triggers.elected().visit(slot -> state.accept(orders.pool().orderNumber(slot)));
        }
    }

    private void step(Frame frame, TriggerMarket triggers) {
        Instrument market = triggers.market();
        long mostArrivals = market.parameter(InstrumentParameter.CASCADE_ELECTIONS);
        if (mostArrivals == Instrument.NONE) mostArrivals = MOST_ARRIVALS;
        if (triggers.isAtBound(mostArrivals, market.parameter(InstrumentParameter.CASCADE_TICKS))) {
            events.cascadeStopped(frame, triggers);
            triggers.cascadeEnded();
            interruption.interrupt(frame, market);
            return;
        }
        elections.arrive(frame, market, triggers.next());
        if (triggers.hasUnseenBest()) triggers.lookAtBest();
        if (triggers.elected().size() == 0) triggers.cascadeEnded();
    }

    TriggerMarket of(int instrument) {
        return of(instruments.get(instrument));
    }

    TriggerMarket of(Instrument market) {
        int number = market.number();
        if (number >= byInstrument.length) {
            byInstrument = Arrays.copyOf(byInstrument, Math.max(number + 1, byInstrument.length << 1));
        }
        if (byInstrument[number] == null) {
            byInstrument[number] = new TriggerMarket(orders, market, attention);
            market.watch(byInstrument[number]);
            lastInstrument = Math.max(lastInstrument, number);
        }
        return byInstrument[number];
    }

    private boolean isKnown(int instrument) {
        return instrument <= lastInstrument && byInstrument[instrument] != null;
    }
}
