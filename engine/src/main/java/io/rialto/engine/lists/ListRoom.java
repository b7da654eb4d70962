package io.rialto.engine.lists;

import io.rialto.engine.batch.RefusedOperations;
import io.rialto.engine.ledger.Balances;
import io.rialto.engine.listing.Accounts;
import io.rialto.engine.listing.Instruments;
import io.rialto.engine.orders.OpenOrders;
import io.rialto.engine.requests.RequestDesk;
import io.rialto.engine.trading.TradingDesk;
import io.rialto.protocol.Parking;

/** The room of order lists, furnished. Threading: the core's thread only. */
public final class ListRoom {
    private final OrderLists lists;
    private final ListDesk desk;

    public ListRoom(
            Accounts accounts,
            Instruments instruments,
            OpenOrders orders,
            Balances balances,
            TradingDesk trading,
            RequestDesk requests,
            RefusedOperations refusals) {
        lists = new OrderLists(orders);
        ListEvents events = new ListEvents(orders.pool());
        LegMoves moves = new LegMoves(
                instruments,
                orders,
                balances,
                trading.departure(),
                trading.arrival().events());
        ChildStart children = new ChildStart(lists, orders, balances, trading.operations(), events, moves);
        lists.followedBy(new Following(lists, moves, children, events));
        trading.departure().knows((byte) Parking.PARENT.value(), lists);
        desk = new ListDesk(accounts, orders, balances, trading.operations(), requests, refusals, lists, events);
    }

    /** The open lists: to be followed after every command, before anybody who was elected arrives. */
    public OrderLists lists() {
        return lists;
    }

    public ListDesk desk() {
        return desk;
    }
}
