package io.rialto.engine.waiting;

import io.rialto.engine.admission.AuctionRoom;
import io.rialto.engine.admission.Ticket;
import io.rialto.engine.agenda.Consequence;
import io.rialto.engine.auction.Auctions;
import io.rialto.engine.book.OrderPool;
import io.rialto.engine.fixing.WaitingLine;
import io.rialto.engine.listing.Instrument;
import io.rialto.engine.listing.Instruments;
import io.rialto.engine.matching.Aggressor;
import io.rialto.engine.orders.OpenOrders;
import io.rialto.engine.orders.ParkingPlace;
import io.rialto.engine.phases.Sessions;
import io.rialto.engine.trading.Arrival;
import io.rialto.engine.trading.TradingDesk;
import io.rialto.protocol.CallKind;
import io.rialto.protocol.OrderType;
import io.rialto.protocol.Parking;
import io.rialto.protocol.Phase;
import io.rialto.protocol.Reason;
import io.rialto.protocol.TimeInForce;
import io.rialto.protocol.frame.Frame;
import io.rialto.protocol.frame.FrameLayout;
import java.util.Arrays;

/**
 * Orders for auctions that stand in no book: market orders, which their auction counts all the same, and orders at the
 * close, which join the closing call when it begins, oldest first and over as many frames as it takes.
 *
 * <p>Threading: the core's thread only. Allocates once an instrument, then only to grow.
 */
public final class AuctionOrders implements AuctionRoom, ParkingPlace, Consequence {
    private static final byte CALL = (byte) Phase.CALL.value();
    private static final byte CLOSING = (byte) CallKind.CLOSING.value();
    private static final byte AT_CLOSE = (byte) TimeInForce.AT_CLOSE.value();
    private static final byte MARKET = (byte) OrderType.MARKET.value();

    private final Instruments instruments;
    private final OpenOrders orders;
    private final OrderPool pool;
    private final Sessions sessions;
    private final Auctions auctions;
    private final Arrival arrival;
    private final Aggressor joining = new Aggressor();
    private WaitingLine[] atClose = new WaitingLine[16];
    private Instrument closing;

    public AuctionOrders(
            Instruments instruments, OpenOrders orders, Sessions sessions, Auctions auctions, TradingDesk trading) {
        this.instruments = instruments;
        this.orders = orders;
        this.pool = orders.pool();
        this.sessions = sessions;
        this.auctions = auctions;
        this.arrival = trading.arrival();
        trading.auctionOrdersGoTo(this);
        trading.departure().knows((byte) Parking.AUCTION.value(), this);
        auctions.whenTheCloseIsCalled(market -> closing = market);
    }

    @Override
    public boolean waits(Ticket ticket, Instrument market) {
        return ticket.isMarket() || ticket.isAtClose() && !isClosing(market);
    }

    private boolean isClosing(Instrument market) {
        return market.phase() == CALL && sessions.of(market).callKind == CLOSING;
    }

    @Override
    public void await(int slot) {
        Instrument market = instruments.get(pool.instrument(slot));
        boolean isEarly = orders.special(slot).timeInForce == AT_CLOSE && !isClosing(market);
        if (isEarly) waitingFor(market).add(slot);
        else auctions.book(market).marketOrderCame(slot);
    }

    @Override
    public void leave(int slot) {
        Instrument market = instruments.get(pool.instrument(slot));
        if (!waitingFor(market).remove(slot)) auctions.book(market).marketOrderWent(slot);
    }

    private WaitingLine waitingFor(Instrument market) {
        int number = market.number();
        if (number >= atClose.length) atClose = Arrays.copyOf(atClose, Math.max(number + 1, atClose.length << 1));
        if (atClose[number] == null) atClose[number] = WaitingLine.byTime(pool);
        return atClose[number];
    }

    @Override
    public boolean isPending() {
        return closing != null;
    }

    @Override
    public boolean isDone(Frame frame) {
        WaitingLine waiting = waitingFor(closing);
        while (!waiting.isEmpty()) {
            if (frame.eventCount() >= FrameLayout.MAX_EVENTS - 1) return false;
            int slot = waiting.first();
            waiting.remove(slot);
            if (orders.special(slot).type == MARKET) auctions.book(closing).marketOrderCame(slot);
            else rest(frame, slot);
        }
        closing = null;
        return true;
    }

    private void rest(Frame frame, int slot) {
        orders.unpark(slot);
        joining.standsIn(orders, slot, closing);
        arrival.meetsBook(frame, joining, true, Reason.NONE, false);
    }
}
