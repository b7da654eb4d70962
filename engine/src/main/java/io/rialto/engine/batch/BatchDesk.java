package io.rialto.engine.batch;

import static io.rialto.protocol.frame.FrameLayout.PART_HEADER_LENGTH;

import io.rialto.engine.ledger.Balances;
import io.rialto.engine.listing.Accounts;
import io.rialto.engine.listing.Instruments;
import io.rialto.engine.orders.OpenOrders;
import io.rialto.engine.requests.RequestDesk;
import io.rialto.engine.trading.Operations;
import io.rialto.protocol.AmendOrderDecoder;
import io.rialto.protocol.BatchMode;
import io.rialto.protocol.CancelOrderDecoder;
import io.rialto.protocol.NewOrderDecoder;
import io.rialto.protocol.NewSpecialOrderDecoder;
import io.rialto.protocol.OrderBatchDecoder;
import io.rialto.protocol.Reason;
import io.rialto.protocol.ReplaceMode;
import io.rialto.protocol.ReplaceOrderDecoder;
import io.rialto.protocol.TestOrderDecoder;
import io.rialto.protocol.frame.CommandParts;
import io.rialto.protocol.frame.Frame;

/**
 * Decides commands that hold several operations on orders. Each answers NONE when anything was done, else why nothing was.
 *
 * <p>Threading: the core's thread only. Allocates nothing once warm.
 */
public final class BatchDesk {
    /** Operations of one batch. */
    public static final int MOST_OPERATIONS = 20;

    private static final byte STOP_ON_FAILURE = (byte) ReplaceMode.STOP_ON_FAILURE.value();
    private static final byte ALLOW_FAILURE = (byte) ReplaceMode.ALLOW_FAILURE.value();
    private static final byte ATOMIC = (byte) BatchMode.ATOMIC.value();
    private static final byte BEST_EFFORT = (byte) BatchMode.BEST_EFFORT.value();
    private static final int THE_CANCEL = 0;
    private static final int THE_ORDER = 1;

    private final Accounts accounts;
    private final Operations operations;
    private final RequestDesk requests;
    private final RefusedOperations refusals;
    private final Parts order;
    private final Parts batch;
    private final AllOrNothing atomic;
    private final OrderTest test;

    public BatchDesk(
            Accounts accounts,
            Instruments instruments,
            OpenOrders orders,
            Balances balances,
            Operations operations,
            RequestDesk requests,
            RefusedOperations refusals) {
        this.accounts = accounts;
        this.operations = operations;
        this.requests = requests;
        this.refusals = refusals;
        order = orderParts(refusals);
        batch = orderParts(refusals)
                .of(CancelOrderDecoder.TEMPLATE_ID, CancelOrderDecoder.BLOCK_LENGTH)
                .of(AmendOrderDecoder.TEMPLATE_ID, AmendOrderDecoder.BLOCK_LENGTH);
        test = new OrderTest(operations);
        atomic = new AllOrNothing(operations, orders, balances, instruments, MOST_OPERATIONS);
    }

    /** Parts that are orders. */
    public static Parts orderParts(RefusedOperations refusals) {
        return new Parts(refusals)
                .of(NewOrderDecoder.TEMPLATE_ID, NewOrderDecoder.BLOCK_LENGTH)
                .of(NewSpecialOrderDecoder.TEMPLATE_ID, NewSpecialOrderDecoder.BLOCK_LENGTH);
    }

    /** One order goes, another comes. */
    public Reason replaceOrder(Frame frame) {
        refusals.clear();
        int at = frame.commandOffset() + PART_HEADER_LENGTH;
        int account = frame.buffer().getInt(at + ReplaceOrderDecoder.accountEncodingOffset());
        long replaced = frame.buffer().getLong(at + ReplaceOrderDecoder.orderEncodingOffset());
        byte mode = frame.buffer().getByte(at + ReplaceOrderDecoder.modeEncodingOffset());
        if (mode != STOP_ON_FAILURE && mode != ALLOW_FAILURE) return Reason.INVALID_COMBINATION;
        Reason refusal = check(frame, order, account, 1);
        if (refusal != Reason.NONE) return refusal;

        Reason notCancelled = operations.cancel(frame, account, replaced);
        boolean isCancelled = notCancelled == Reason.NONE;
        if (!isCancelled && mode == STOP_ON_FAILURE) return refusals.because(THE_CANCEL, notCancelled);
        CommandParts part = order.rewind(frame);
        part.next();
        Reason notPlaced = place(frame, part);
        if (notPlaced == Reason.NONE) {
            if (!isCancelled) refusals.tell(frame, THE_CANCEL, notCancelled);
            return Reason.NONE;
        }
        if (isCancelled) {
            refusals.tell(frame, THE_ORDER, notPlaced);
            return Reason.NONE;
        }
        refusals.because(THE_CANCEL, notCancelled);
        refusals.because(THE_ORDER, notPlaced);
        return notCancelled;
    }

    /** Several operations, all or each for itself. */
    public Reason orderBatch(Frame frame) {
        refusals.clear();
        int at = frame.commandOffset() + PART_HEADER_LENGTH;
        int account = frame.buffer().getInt(at + OrderBatchDecoder.accountEncodingOffset());
        byte mode = frame.buffer().getByte(at + OrderBatchDecoder.modeEncodingOffset());
        if (mode != ATOMIC && mode != BEST_EFFORT) return Reason.INVALID_COMBINATION;
        Reason refusal = check(frame, batch, account, MOST_OPERATIONS);
        if (refusal == Reason.NONE && mode == ATOMIC) refusal = checkAll(frame);
        if (refusal == Reason.NONE) doAll(frame);
        return refusal;
    }

    /** Asked, not done. */
    public Reason testOrder(Frame frame) {
        refusals.clear();
        int at = frame.commandOffset() + PART_HEADER_LENGTH;
        int account = frame.buffer().getInt(at + TestOrderDecoder.accountEncodingOffset());
        Reason refusal = check(frame, order, account, 1);
        if (refusal != Reason.NONE) return refusal;
        CommandParts part = order.rewind(frame);
        part.next();
        test.test(frame, part);
        return Reason.NONE;
    }

    private Reason check(Frame frame, Parts parts, int account, int most) {
        if (!accounts.isOpen(account)) return Reason.UNKNOWN_ACCOUNT;
        Reason refusal = parts.check(frame, 1, most);
        return refusal == Reason.NONE ? parts.checkOwner(frame, account) : refusal;
    }

    private Reason checkAll(Frame frame) {
        atomic.begin();
        CommandParts part = batch.rewind(frame);
        for (int i = 0; part.next(); i++) {
            Reason refusal = atomic.check(frame, part);
            if (refusal != Reason.NONE) return refusals.because(i, refusal);
        }
        return Reason.NONE;
    }

    private void doAll(Frame frame) {
        CommandParts part = batch.rewind(frame);
        for (int i = 0; part.next(); i++) {
            refusals.tellBegun(frame, i);
            Reason refusal = apply(frame, part);
            if (refusal != Reason.NONE) refusals.tell(frame, i, refusal);
        }
    }

    private Reason apply(Frame frame, CommandParts part) {
        return switch (part.type()) {
            case CancelOrderDecoder.TEMPLATE_ID -> operations.cancel(frame, part);
            case AmendOrderDecoder.TEMPLATE_ID -> operations.amend(frame, part);
            default -> place(frame, part);
        };
    }

    private Reason place(Frame frame, CommandParts part) {
        Reason refusal = operations.place(frame, part);
        if (refusal == Reason.NONE && operations.leftOpen() != 0) requests.leftOpen(operations.leftOpen());
        return refusal;
    }
}
