package io.rialto.engine.batch;

import io.rialto.engine.admission.Ticket;
import io.rialto.engine.book.OrderPool;
import io.rialto.engine.ledger.Balances;
import io.rialto.engine.listing.Instruments;
import io.rialto.engine.matching.Aggressor;
import io.rialto.engine.orders.OpenOrders;
import io.rialto.engine.trading.Operations;
import io.rialto.protocol.AmendOrderDecoder;
import io.rialto.protocol.CancelOrderDecoder;
import io.rialto.protocol.NewOrderDecoder;
import io.rialto.protocol.OrderType;
import io.rialto.protocol.PostOnly;
import io.rialto.protocol.Reason;
import io.rialto.protocol.frame.CommandParts;
import io.rialto.protocol.frame.Frame;
import org.agrona.DirectBuffer;

/**
 * The first of an atomic batch's two passes: would every operation be accepted? Each is judged by the state before the
 * batch, with the holds, releases and names of the operations before it; operations that could touch each other's orders
 * are refused. So what passes here passes again when it is done.
 *
 * <p>Threading: the core's thread only. Allocates nothing.
 */
final class AllOrNothing {
    private static final byte LIMIT = (byte) OrderType.LIMIT.value();
    private static final byte SLIDE = (byte) PostOnly.SLIDE.value();
    private static final int NO_ORDER = OpenOrders.NONE;

    private final Operations operations;
    private final OpenOrders orders;
    private final OrderPool pool;
    private final Balances balances;
    private final Instruments instruments;
    private final Pledges pledges;

    // The operations that passed so far, by place: the order that they name, and where a new or amended one would
    // stand.
    private final int[] named;
    private final int[] markets;
    private final boolean[] buys;
    private final long[] ticks;
    private final Names names;
    private int passed;
    private int newOrders;

    AllOrNothing(Operations operations, OpenOrders orders, Balances balances, Instruments instruments, int most) {
        this.operations = operations;
        this.orders = orders;
        this.pool = orders.pool();
        this.balances = balances;
        this.instruments = instruments;
        pledges = new Pledges(most);
        named = new int[most];
        markets = new int[most];
        buys = new boolean[most];
        ticks = new long[most];
        names = new Names(most);
    }

    void begin() {
        passed = 0;
        newOrders = 0;
        pledges.clear();
        names.clear();
    }

    /** The next operation. */
    Reason check(Frame frame, CommandParts part) {
        named[passed] = NO_ORDER;
        markets[passed] = 0;
        Reason refusal = switch (part.type()) {
            case CancelOrderDecoder.TEMPLATE_ID -> cancel(frame.buffer(), part.blockOffset());
            case AmendOrderDecoder.TEMPLATE_ID -> amend(frame, part);
            default -> order(frame, part);
        };
        if (refusal == Reason.NONE) passed++;
        return refusal;
    }

    private Reason order(Frame frame, CommandParts part) {
        if (!keepsItsPrice(frame.buffer(), part) || isForContract(frame.buffer(), part))
            return Reason.NOT_IN_ATOMIC_BATCH;
        Reason refusal = operations.rehearseOrder(frame, part, newOrders);
        if (refusal != Reason.NONE) return refusal;
        Ticket ticket = operations.rehearsedTicket();
        int name = part.blockOffset() + NewOrderDecoder.BLOCK_LENGTH;
        if (!names.isNew(frame.buffer(), name)) return Reason.DUPLICATE_CLIENT_ORDER_ID;
        Aggressor order = operations.rehearsedOrder();
        stands(ticket.instrument, ticket.buys, order.priceTicks());
        newOrders++;
        return meetsAnother() ? Reason.OPERATIONS_COLLIDE : fund(order.payingCell(), order.holdByPrice());
    }

    /** A plain limit order. */
    private static boolean keepsItsPrice(DirectBuffer buffer, CommandParts part) {
        int at = part.blockOffset();
        return part.type() == NewOrderDecoder.TEMPLATE_ID
                && buffer.getByte(at + NewOrderDecoder.orderTypeEncodingOffset()) == LIMIT
                && buffer.getByte(at + NewOrderDecoder.postOnlyEncodingOffset()) != SLIDE;
    }

    /** What it requires depends on the other operations. */
    private boolean isForContract(DirectBuffer buffer, CommandParts part) {
        int instrument = buffer.getInt(part.blockOffset() + NewOrderDecoder.instrumentEncodingOffset());
        return instruments.isListed(instrument) && isContract(instrument);
    }

    private boolean isContract(int instrument) {
        return instruments.get(instrument).isContract();
    }

    private Reason amend(Frame frame, CommandParts part) {
        Reason refusal = operations.rehearseAmend(frame, part);
        if (refusal != Reason.NONE) return refusal;
        int slot = operations.rehearsedAmend();
        if (orders.isSpecial(slot) || isContract(pool.instrument(slot))) return Reason.NOT_IN_ATOMIC_BATCH;
        if (isTouched(slot)) return Reason.OPERATIONS_COLLIDE;
        named[passed] = slot;
        stands(pool.instrument(slot), !pool.sells(slot), operations.rehearsedAmendTicks());
        if (meetsAnother()) return Reason.OPERATIONS_COLLIDE;
        return fund(orders.payingCell(slot), operations.rehearsedAmendHoldMinor());
    }

    private Reason cancel(DirectBuffer buffer, int at) {
        int slot = pool.slotOf(buffer.getLong(at + CancelOrderDecoder.orderEncodingOffset()));
        boolean isOwn = slot != OrderPool.NONE
                && pool.account(slot) == buffer.getInt(at + CancelOrderDecoder.accountEncodingOffset());
        if (!isOwn) return Reason.UNKNOWN_ORDER;
        if (isTouched(slot)) return Reason.OPERATIONS_COLLIDE;
        named[passed] = slot;
        pledges.add(orders.payingCell(slot), -orders.heldMinor(instruments.get(pool.instrument(slot)), slot));
        return Reason.NONE;
    }

    private Reason fund(int cell, long holdMinor) {
        if (holdMinor > balances.available(cell) - pledges.of(cell)) return Reason.INSUFFICIENT_FUNDS;
        pledges.add(cell, holdMinor);
        return Reason.NONE;
    }

    private void stands(int instrument, boolean isBuy, long priceTicks) {
        markets[passed] = instrument;
        buys[passed] = isBuy;
        ticks[passed] = priceTicks;
    }

    private boolean meetsAnother() {
        for (int i = 0; i < passed; i++) {
            if (wouldMeet(i, markets[passed], buys[passed], ticks[passed])) return true;
        }
        return false;
    }

    /** Whether an operation before it names the order too, or would meet it. */
    private boolean isTouched(int slot) {
        boolean isResting = !orders.isParked(slot);
        for (int i = 0; i < passed; i++) {
            if (named[i] == slot) return true;
            if (isResting && wouldMeet(i, pool.instrument(slot), !pool.sells(slot), pool.priceTicks(slot))) return true;
        }
        return false;
    }

    private boolean wouldMeet(int operation, int instrument, boolean isBuy, long priceTicks) {
        if (markets[operation] != instrument || buys[operation] == isBuy) return false;
        return isBuy ? ticks[operation] <= priceTicks : ticks[operation] >= priceTicks;
    }
}
