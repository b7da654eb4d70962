package io.rialto.engine.lists;

import static io.rialto.protocol.frame.FrameLayout.PART_HEADER_LENGTH;

import io.rialto.engine.batch.BatchDesk;
import io.rialto.engine.batch.Names;
import io.rialto.engine.batch.Parts;
import io.rialto.engine.batch.RefusedOperations;
import io.rialto.engine.book.OrderPool;
import io.rialto.engine.ledger.Balances;
import io.rialto.engine.listing.Accounts;
import io.rialto.engine.orders.OpenOrders;
import io.rialto.engine.requests.RequestDesk;
import io.rialto.engine.trading.Operations;
import io.rialto.protocol.NewOrderListDecoder;
import io.rialto.protocol.Reason;
import io.rialto.protocol.frame.CommandParts;
import io.rialto.protocol.frame.Frame;
import org.agrona.DirectBuffer;

/**
 * Takes new order lists in: every leg is judged before any is let in, then who waits outside of the book goes first.
 *
 * <p>Threading: the core's thread only. Allocates nothing once warm.
 */
public final class ListDesk {
    private final Accounts accounts;
    private final OpenOrders orders;
    private final OrderPool pool;
    private final Balances balances;
    private final Operations operations;
    private final RequestDesk requests;
    private final RefusedOperations refusals;
    private final OrderLists lists;
    private final ListEvents events;
    private final Parts parts;
    private final LegCheck check;
    private final Names names = new Names(OrderList.MOST_LEGS);
    private final LegTerms[] legs = {new LegTerms(), new LegTerms(), new LegTerms()};
    private final int[] cells = new int[OrderList.MOST_LEGS];
    private final Reason[] missing = new Reason[OrderList.MOST_LEGS];

    // The list at hand.
    private byte kind;
    private byte policy;
    private boolean startsOnPartialCancel;

    ListDesk(
            Accounts accounts,
            OpenOrders orders,
            Balances balances,
            Operations operations,
            RequestDesk requests,
            RefusedOperations refusals,
            OrderLists lists,
            ListEvents events) {
        this.accounts = accounts;
        this.orders = orders;
        this.pool = orders.pool();
        this.balances = balances;
        this.operations = operations;
        this.requests = requests;
        this.refusals = refusals;
        this.lists = lists;
        this.events = events;
        parts = BatchDesk.orderParts(refusals);
        check = new LegCheck(refusals);
    }

    public Reason newOrderList(Frame frame) {
        refusals.clear();
        DirectBuffer buffer = frame.buffer();
        int at = frame.commandOffset() + PART_HEADER_LENGTH;
        int account = buffer.getInt(at + NewOrderListDecoder.accountEncodingOffset());
        kind = buffer.getByte(at + NewOrderListDecoder.kindEncodingOffset());
        policy = buffer.getByte(at + NewOrderListDecoder.childPolicyEncodingOffset());
        byte onPartialCancel = buffer.getByte(at + NewOrderListDecoder.childOnPartialCancelEncodingOffset());
        startsOnPartialCancel = onPartialCancel == 1;
        if (!areCodes(onPartialCancel)) return Reason.INVALID_COMBINATION;
        if (!accounts.isOpen(account)) return Reason.UNKNOWN_ACCOUNT;
        int count = OrderList.legsOf(kind);
        Reason refusal = parts.check(frame, count, count);
        if (refusal == Reason.NONE) refusal = parts.checkOwner(frame, account);
        if (refusal == Reason.NONE) refusal = judge(frame);
        if (refusal == Reason.NONE) refusal = check.check(legs, kind, policy);
        if (refusal == Reason.NONE) refusal = fund();
        if (refusal == Reason.NONE) accept(frame, account);
        return refusal;
    }

    private boolean areCodes(byte onPartialCancel) {
        if (kind < OrderList.OCO || kind > OrderList.OUO || onPartialCancel < 0 || onPartialCancel > 1) return false;
        if (!OrderList.hasParent(kind)) return policy == OrderList.NO_CHILDREN && onPartialCancel == 0;
        return policy == OrderList.FULL || policy == OrderList.PARTIAL && onPartialCancel == 0;
    }

    private Reason judge(Frame frame) {
        names.clear();
        CommandParts part = parts.rewind(frame);
        for (int leg = 0; part.next(); leg++) {
            Reason refusal = operations.rehearseLeg(frame, part, isPending(leg), leg);
            if (refusal != Reason.NONE) return refusals.because(leg, refusal);
            legs[leg].take(operations.rehearsedTicket(), operations.rehearsedOrder());
            cells[leg] = operations.rehearsedOrder().payingCell();
            missing[leg] = isPending(leg) || !isForContract() ? Reason.NONE : operations.askForFunds();
            if (!LegCheck.isPossible(legs[leg], leg, kind, policy)) {
                return refusals.because(leg, Reason.LEG_NOT_POSSIBLE);
            }
            int name = operations.rehearsedTicket().clientIdOffset;
            if (!names.isNew(frame.buffer(), name)) return refusals.because(leg, Reason.DUPLICATE_CLIENT_ORDER_ID);
        }
        return Reason.NONE;
    }

    private boolean isPending(int leg) {
        return OrderList.hasParent(kind) && leg != OrderList.PARENT;
    }

    /** One hold for a pair, the larger one; a child holds nothing until it starts. */
    private Reason fund() {
        if (isForContract()) return fundSingly();
        if (!OrderList.hasParent(kind)) {
            int sharing = legs[1].isTriggered ? 1 : 0;
            legs[sharing].holdMinor = Math.max(0, legs[sharing].holdMinor - legs[1 - sharing].holdMinor);
            boolean isFunded = legs[1 - sharing].holdMinor <= balances.available(cells[0]) - legs[sharing].holdMinor;
            return isFunded ? Reason.NONE : refusals.because(sharing, Reason.INSUFFICIENT_FUNDS);
        }
        boolean isFunded = legs[0].holdMinor <= balances.available(cells[0]);
        return isFunded ? Reason.NONE : refusals.because(0, Reason.INSUFFICIENT_FUNDS);
    }

    /** Legs for a contract hold nothing; each was asked for margin as it was judged. */
    private Reason fundSingly() {
        for (int leg = 0; leg < OrderList.legsOf(kind); leg++) {
            if (missing[leg] != Reason.NONE) return refusals.because(leg, missing[leg]);
        }
        return Reason.NONE;
    }

    private boolean isForContract() {
        return operations.rehearsedOrder().instrument().isContract();
    }

    private void accept(Frame frame, int account) {
        int place = lists.claim();
        OrderList list = lists.at(place);
        list.begin(lists.nextNumber(), account, legs[0].instrument, kind, policy, startsOnPartialCancel);
        number(list, true);
        number(list, false);
        events.accepted(frame, list);
        place(frame, place, list, true);
        place(frame, place, list, false);
    }

    /** In the order in which they will come in: an account's orders are kept by age. */
    private void number(OrderList list, boolean isWaiting) {
        for (int leg = 0; leg < list.legs; leg++) {
            list.quantityLots[leg] = legs[leg].quantityLots;
            if (waits(leg) == isWaiting) list.orders[leg] = pool.orderNumber(orders.claim());
        }
    }

    private boolean waits(int leg) {
        return isPending(leg) || legs[leg].isTriggered;
    }

    /** Those who wait, or the others. */
    private void place(Frame frame, int place, OrderList list, boolean isWaiting) {
        CommandParts part = parts.rewind(frame);
        for (int leg = 0; part.next(); leg++) {
            boolean isPending = isPending(leg);
            if (waits(leg) != isWaiting) continue;
            long holdMinor = isPending ? 0 : legs[leg].holdMinor;
            int slot = pool.slotOf(list.orders[leg]);
            operations.placeLeg(frame, part, slot, place, leg, isPending, holdMinor);
            if (operations.leftOpen() != 0) requests.leftOpen(operations.leftOpen());
        }
    }
}
