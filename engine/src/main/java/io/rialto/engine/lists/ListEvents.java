package io.rialto.engine.lists;

import io.rialto.engine.book.OrderPool;
import io.rialto.protocol.ChildPolicy;
import io.rialto.protocol.LegActivatedEncoder;
import io.rialto.protocol.LegRefusedEncoder;
import io.rialto.protocol.ListKind;
import io.rialto.protocol.OrderListAcceptedEncoder;
import io.rialto.protocol.OrderListEndedEncoder;
import io.rialto.protocol.Reason;
import io.rialto.protocol.frame.Frame;

/** Writes the events of order lists. Threading: the core's thread only. Allocates nothing. */
final class ListEvents {
    private final OrderPool pool;
    private final OrderListAcceptedEncoder accepted = new OrderListAcceptedEncoder();
    private final OrderListEndedEncoder ended = new OrderListEndedEncoder();
    private final LegActivatedEncoder activated = new LegActivatedEncoder();
    private final LegRefusedEncoder refused = new LegRefusedEncoder();

    ListEvents(OrderPool pool) {
        this.pool = pool;
    }

    void accepted(Frame frame, OrderList list) {
        frame.claimEvent(accepted)
                .list(list.number)
                .firstOrder(list.orders[0])
                .secondOrder(list.orders[1])
                .thirdOrder(list.orders[2])
                .account(list.account)
                .instrument(list.instrument)
                .kind(ListKind.get(list.kind))
                .childPolicy(ChildPolicy.get(list.policy))
                .childOnPartialCancel((short) (list.startsOnPartialCancel ? 1 : 0));
    }

    void ended(Frame frame, OrderList list, Reason reason) {
        frame.claimEvent(ended).list(list.number).account(list.account).reason(reason);
    }

    void activated(Frame frame, OrderList list, int leg, int slot, long priceTicks, long lots, long holdMinor) {
        frame.claimEvent(activated)
                .list(list.number)
                .order(pool.orderNumber(slot))
                .priceTicks(priceTicks)
                .openLots(lots)
                .quantityLots(pool.quantityLots(slot))
                .holdMinor(holdMinor)
                .account(list.account)
                .instrument(list.instrument)
                .leg((short) leg)
                .side(pool.side(slot));
    }

    void refused(Frame frame, OrderList list, int leg, int slot, Reason reason) {
        frame.claimEvent(refused)
                .list(list.number)
                .order(pool.orderNumber(slot))
                .account(list.account)
                .instrument(list.instrument)
                .reason(reason)
                .leg((short) leg);
    }
}
