package io.rialto.engine.auction;

import io.rialto.engine.agenda.Agenda;
import io.rialto.engine.fixing.AuctionPrice;
import io.rialto.engine.fixing.CallBook;
import io.rialto.engine.fixing.ForeseenTrades;
import io.rialto.engine.lifecycle.ParameterDesk;
import io.rialto.engine.lifecycle.ParameterRule;
import io.rialto.engine.listing.Instrument;
import io.rialto.engine.orders.OpenOrders;
import io.rialto.engine.phases.Auctioneer;
import io.rialto.engine.phases.Session;
import io.rialto.engine.phases.Sessions;
import io.rialto.engine.phases.Transitions;
import io.rialto.engine.position.ReduceOnly;
import io.rialto.protocol.CallKind;
import io.rialto.protocol.InstrumentParameter;
import io.rialto.protocol.Phase;
import io.rialto.protocol.Reason;
import io.rialto.protocol.frame.Frame;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/**
 * Starts calls and ends them. While a call runs its auction hears of every change of the book.
 *
 * <p>Times in nanoseconds UTC. Threading: the core's thread only. Allocates once an instrument, then only to grow.
 */
public final class Auctions implements Auctioneer {
    private static final long LAST_FEES = 3;

    /** Of AUCTION_SELF_TRADES. */
    private static final long PREVENTED = 1;

    private static final byte CALL = (byte) Phase.CALL.value();
    private static final byte UNCROSS = (byte) Phase.UNCROSS.value();
    private static final byte CONTINUOUS = (byte) Phase.CONTINUOUS.value();
    private static final byte POST_CLOSE = (byte) Phase.POST_CLOSE.value();
    private static final byte CLOSED = (byte) Phase.CLOSED.value();
    private static final byte OPENING = (byte) CallKind.OPENING.value();
    private static final byte INTRADAY = (byte) CallKind.INTRADAY.value();
    private static final byte CLOSING = (byte) CallKind.CLOSING.value();
    private static final byte NO_CALL = (byte) CallKind.NONE.value();

    final AuctionQueue changed = new AuctionQueue();
    final AuctionQueue uncrossing = new AuctionQueue();
    final AuctionEvents events = new AuctionEvents();
    private final OpenOrders orders;
    private final ForeseenTrades foreseen;
    private final Sessions sessions;
    private final Transitions transitions;
    private final Agenda agenda;
    private final AuctionPrice price = new AuctionPrice();
    private Auction[] auctions = new Auction[16];
    private PriceRange range = PriceRange.ANY;
    private Consumer<Instrument> closing = market -> {};

    public Auctions(
            OpenOrders orders, ReduceOnly reductions, Sessions sessions, Transitions transitions, Agenda agenda) {
        this.orders = orders;
        this.foreseen = new ForeseenTrades(orders, reductions);
        this.sessions = sessions;
        this.transitions = transitions;
        this.agenda = agenda;
    }

    /** From now on auctions trade within this range alone. */
    public void tradesWithin(PriceRange newRange) {
        range = newRange;
    }

    /** Who wants to know that a closing call begins. */
    public void whenTheCloseIsCalled(Consumer<Instrument> hears) {
        closing = hears;
    }

    /** An instrument's orders as its auction sees them. */
    public CallBook book(Instrument market) {
        return of(market).book;
    }

    /** The parameters that auctions go by. */
    public void makeKnown(ParameterDesk desk) {
        desk.knows(InstrumentParameter.AUCTION_FEES, ParameterRule.noneOrBetween(0, LAST_FEES));
        desk.knows(InstrumentParameter.AUCTION_SELF_TRADES, ParameterRule.noneOrBetween(0, PREVENTED));
        ParameterRule price = ParameterRule.noneOrBetween(1, Long.MAX_VALUE);
        desk.knows(InstrumentParameter.REFERENCE_PRICE_TICKS, new ParameterRule() {
            @Override
            public Reason check(Instrument market, long value) {
                Reason refusal = price.check(market, value);
                boolean isMissed = value == Instrument.NONE && isValuedByReference(market);
                return refusal == Reason.NONE && isMissed ? Reason.MARK_PRICE_MISSING : refusal;
            }

            @Override
            public void changed(Frame frame, Instrument market, long oldValue) {
                if (market.phase() == CALL) of(market).book.remeasured();
            }
        });
    }

    /** A contract without a mark price, whose positions nothing else gives a value. */
    private static boolean isValuedByReference(Instrument market) {
        return market.isContract()
                && market.markTicks() == Instrument.NONE
                && market.referencePriceTicks() != Instrument.NONE;
    }

    Auction of(Instrument market) {
        int number = market.number();
        if (number >= auctions.length) auctions = Arrays.copyOf(auctions, Math.max(number + 1, auctions.length << 1));
        if (auctions[number] == null) auctions[number] = new Auction(market, orders, changed);
        return auctions[number];
    }

    /** Positions moved without a trade: a running call's orders may reduce more than before, or less. */
    public void positionsMoved(Instrument market) {
        if (market.phase() == CALL) of(market).book.remeasured();
    }

    /** Where the price is measured from: the last trade, of an auction or not; else the listed reference; else 0. */
    static long referenceTicks(Instrument market) {
        return market.lastTradeTicks() != 0 ? market.lastTradeTicks() : Math.max(0, market.referencePriceTicks());
    }

    /** Starts a call that ends by itself after this long, or by a command when that is 0. The phase must allow it. */
    public void startCall(Frame frame, Instrument market, CallKind kind, long durationNanos, long plannedNanos) {
        Session session = sessions.of(market);
        begin(session, (byte) kind.value(), CONTINUOUS);
        if (durationNanos > 0) session.earliestNanos = frame.timeNanos() + durationNanos;
        startPrepared(frame, market, plannedNanos);
    }

    /** The session says what kind of call it is; the call starts. */
    void startPrepared(Frame frame, Instrument market, long plannedNanos) {
        transitions.move(frame, market, CALL, plannedNanos);
        collect(frame, market);
    }

    static void begin(Session session, byte kind, byte next) {
        session.calls++;
        session.callKind = kind;
        session.next = next;
        session.earliestNanos = 0;
        session.windowNanos = 0;
        session.endNanos = 0;
    }

    @Override
    public void callStarted(Frame frame, Instrument market) {
        Session session = sessions.of(market);
        begin(session, session.hasOpened ? INTRADAY : OPENING, CONTINUOUS);
        collect(frame, market);
    }

    private void collect(Frame frame, Instrument market) {
        Session session = sessions.of(market);
        Auction auction = of(market);
        events.started(frame, market, session);
        if (session.callKind == CLOSING) closing.accept(market);
        if (session.callKind != OPENING) transitions.otherCallBegan(market);
        auction.forgetIndication();
        auction.book.read(market);
        market.book().watch(auction.book);
        if (session.earliestNanos != 0) endsAt(market, session.earliestNanos + session.windowNanos);
    }

    /** By itself, at the latest. */
    void endsAt(Instrument market, long nanos) {
        Session session = sessions.of(market);
        session.endNanos = nanos;
        agenda.add(nanos, Agenda.CALL_END, CallEnd.key(market, session));
    }

    @Override
    public void callDropped(Instrument market) {
        market.book().watch(null);
        begin(sessions.of(market), NO_CALL, CONTINUOUS);
    }

    @Override
    public boolean mustUncross(Instrument market) {
        return market.book().isCrossed() || of(market).book.hasMarketOrders() && wouldTrade(market);
    }

    @Override
    public void uncross(Instrument market, byte next, long plannedNanos) {
        boolean isGoodBye = next == POST_CLOSE || next == CLOSED;
        of(market).isDue(next, plannedNanos, !isGoodBye);
        uncrossing.add(of(market));
    }

    /** A call's time has come. */
    void endCall(Instrument market, long plannedNanos) {
        of(market).isDue(sessions.of(market).next, plannedNanos, true);
        uncrossing.add(of(market));
    }

    /** Whether orders of one owner must not trade in it. */
    static boolean preventsOwnTrades(Instrument market) {
        return market.parameter(InstrumentParameter.AUCTION_SELF_TRADES) == PREVENTED;
    }

    /** What the auction would be now. */
    void find(AuctionPrice found, Auction auction) {
        long referenceTicks = referenceTicks(auction.market);
        found.find(auction.book, referenceTicks);
        foreseen.correct(found, auction.market, auction.book, referenceTicks);
    }

    /** What is in the book now, where no call has kept up with it. */
    void reads(Auction auction) {
        if (auction.market.phase() != CALL) auction.book.read(auction.market);
    }

    /** Finds the price of an auction that is due; false when it is not to trade: its call goes on, or is over. */
    boolean begins(Frame frame, Auction auction) {
        Instrument market = auction.market;
        auction.isDue = false;
        boolean isCall = market.phase() == CALL;
        reads(auction);
        long referenceTicks = referenceTicks(market);
        find(price, auction);
        if (isCall && isOutOfRange(frame, auction)) return false;
        if (isCall) market.book().watch(null);
        auction.priceTicks = price.priceTicks();
        auction.leftLots = price.volumeLots();
        transitions.move(frame, market, UNCROSS, auction.plannedNanos);
        Session session = sessions.of(market);
        if (!isCall) session.callKind = session.hasOpened ? NO_CALL : OPENING;
        if (price.priceTicks() != 0) session.auctionTicks = price.priceTicks();
        events.uncrossed(frame, market, price, referenceTicks, session.callKind);
        return true;
    }

    /** Orders at market for the opening may wait although nobody called for it. */
    private boolean wouldTrade(Instrument market) {
        if (market.phase() != CALL) of(market).book.read(market);
        find(price, of(market));
        return price.priceTicks() != 0;
    }

    private boolean isOutOfRange(Frame frame, Auction auction) {
        if (price.priceTicks() == 0) return false;
        Instrument market = auction.market;
        long extensionNanos = range.extensionNanos(market, price.priceTicks());
        if (extensionNanos == PriceRange.NO_EXTENSION) return false;
        if (auction.mayGoOn) {
            extend(frame, market, extensionNanos);
        } else {
            transitions.move(frame, market, auction.next, auction.plannedNanos);
            callDropped(market);
        }
        return true;
    }

    private void extend(Frame frame, Instrument market, long extensionNanos) {
        Session session = sessions.of(market);
        byte kind = session.callKind;
        byte next = session.next;
        begin(session, kind, next);
        if (extensionNanos > 0) {
            session.earliestNanos = frame.timeNanos() + extensionNanos;
            endsAt(market, session.earliestNanos);
        }
        events.extended(frame, market, price.priceTicks(), session.earliestNanos);
    }

    /** The auction has traded: its session goes on. */
    void ended(Frame frame, Auction auction) {
        transitions.move(frame, auction.market, auction.next, auction.plannedNanos);
        begin(sessions.of(auction.market), NO_CALL, CONTINUOUS);
    }

    /** Everything that can change a later decision. */
    public void visit(Instrument market, LongConsumer state) {
        of(market).visit(state);
    }
}
