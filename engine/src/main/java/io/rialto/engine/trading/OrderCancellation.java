package io.rialto.engine.trading;

import static io.rialto.protocol.frame.FrameLayout.PART_HEADER_LENGTH;

import io.rialto.engine.book.OrderPool;
import io.rialto.engine.listing.Accounts;
import io.rialto.engine.listing.Instruments;
import io.rialto.engine.matching.OrderEvents;
import io.rialto.engine.orders.OpenOrders;
import io.rialto.protocol.CancelAllOrdersDecoder;
import io.rialto.protocol.CancelOrderDecoder;
import io.rialto.protocol.Reason;
import io.rialto.protocol.Side;
import io.rialto.protocol.frame.Frame;
import io.rialto.protocol.frame.FrameLayout;
import org.agrona.DirectBuffer;

/** Takes orders out of the book: one, or all of an account, oldest first. */
final class OrderCancellation {
    private static final int ANY_INSTRUMENT = 0;
    private static final byte BUY = (byte) Side.BUY.value();
    private static final byte SELL = (byte) Side.SELL.value();
    private static final byte ANY_SIDE = (byte) Side.NULL_VAL.value();
    private static final int MOST_CANCELS = FrameLayout.MAX_EVENTS - 1;

    private final Accounts accounts;
    private final Instruments instruments;
    private final OpenOrders orders;
    private final OrderPool pool;
    private final Departure departure;
    private final OrderEvents events;

    OrderCancellation(
            Accounts accounts, Instruments instruments, OpenOrders orders, Departure departure, OrderEvents events) {
        this.accounts = accounts;
        this.instruments = instruments;
        this.orders = orders;
        this.pool = orders.pool();
        this.departure = departure;
        this.events = events;
    }

    Reason cancel(Frame frame) {
        return cancel(frame, frame.commandOffset() + PART_HEADER_LENGTH);
    }

    /** As the command at this place says. */
    Reason cancel(Frame frame, int at) {
        DirectBuffer buffer = frame.buffer();
        int account = buffer.getInt(at + CancelOrderDecoder.accountEncodingOffset());
        return cancel(frame, account, buffer.getLong(at + CancelOrderDecoder.orderEncodingOffset()));
    }

    Reason cancel(Frame frame, int account, long order) {
        if (!accounts.isOpen(account)) return Reason.UNKNOWN_ACCOUNT;
        int slot = pool.slotOf(order);
        if (slot == OrderPool.NONE || pool.account(slot) != account) return Reason.UNKNOWN_ORDER;
        departure.cancel(frame, slot, Reason.REQUESTED_BY_OWNER);
        return Reason.NONE;
    }

    Reason cancelAll(Frame frame) {
        DirectBuffer buffer = frame.buffer();
        int at = frame.commandOffset() + PART_HEADER_LENGTH;
        int account = buffer.getInt(at + CancelAllOrdersDecoder.accountEncodingOffset());
        int instrument = buffer.getInt(at + CancelAllOrdersDecoder.instrumentEncodingOffset());
        byte side = buffer.getByte(at + CancelAllOrdersDecoder.sideEncodingOffset());
        if (!accounts.isOpen(account)) return Reason.UNKNOWN_ACCOUNT;
        if (instrument != ANY_INSTRUMENT && !instruments.isListed(instrument)) return Reason.UNKNOWN_INSTRUMENT;
        if (side != BUY && side != SELL && side != ANY_SIDE) return Reason.INVALID_COMBINATION;

        int cancelled = 0;
        int remaining = 0;
        int slot = orders.oldestOf(account);
        while (slot != OpenOrders.NONE) {
            int younger = orders.youngerThan(slot);
            if (isMeant(slot, instrument, side)) {
                if (cancelled == MOST_CANCELS) {
                    remaining++;
                } else {
                    departure.cancel(frame, slot, Reason.MASS_CANCEL);
                    cancelled++;
                }
            }
            slot = younger;
        }
        events.massCancelled(frame, account, cancelled, remaining);
        return Reason.NONE;
    }

    private boolean isMeant(int slot, int instrument, byte side) {
        boolean isMarket = instrument == ANY_INSTRUMENT || pool.instrument(slot) == instrument;
        return isMarket && (side == ANY_SIDE || pool.sells(slot) == (side == SELL));
    }
}
