package io.rialto.gateway.causes;

import io.rialto.feeds.business.BusinessEvent;
import io.rialto.feeds.business.EventKind;
import io.rialto.gateway.market.Listed;
import io.rialto.gateway.notices.Happening;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntUnaryOperator;

/** Which business event is told, as what, to whom: the same for the same event, always. Thread-safe. */
public final class Causes {
    private final OrderCauses orders;
    private final AccountCauses accounts;
    private final MarketCauses markets;

    /**
     * @param listed what has been listed up to the events that come
     * @param firmOf an account's firm; 0 for none
     */
    public Causes(Listed listed, IntUnaryOperator firmOf) {
        orders = new OrderCauses(listed, firmOf);
        accounts = new AccountCauses(listed, firmOf);
        markets = new MarketCauses(listed);
    }

    private static final Set<EventKind> UNHURRIED = EnumSet.of(
            EventKind.ORDER_PLACED,
            EventKind.ORDER_TRIGGERED,
            EventKind.ORDER_PARTIALLY_FILLED,
            EventKind.ORDER_FILLED,
            EventKind.ORDER_CANCELLED,
            EventKind.ORDER_EXPIRED,
            EventKind.POSITION_CLOSED,
            EventKind.AUCTION_STARTED,
            EventKind.AUCTION_EXTENDED,
            EventKind.AUCTION_ENDED,
            EventKind.SIGNAL_ARRIVED,
            EventKind.SETTLEMENT_COMPLETED);

    /** Whether all that is told of it is of at most {@code NORMAL} priority, and so waits for company anyway. */
    public static boolean mayWait(EventKind kind) {
        return UNHURRIED.contains(kind);
    }

    /** Those that are told, and trades, on which prices are watched. */
    public static Set<EventKind> kinds() {
        return EnumSet.complementOf(EnumSet.of(EventKind.ORDER_AMENDED));
    }

    /** Nothing for what is nobody's news. */
    public List<Happening> of(BusinessEvent event) {
        if (event instanceof BusinessEvent.OrderExecuted executed) return orders.executed(executed);
        if (event instanceof BusinessEvent.OrderPlaced placed) return orders.placed(placed);
        if (event instanceof BusinessEvent.OrderRejected rejected) return orders.rejected(rejected);
        if (event instanceof BusinessEvent.OrderChanged changed) return orders.changed(changed);
        if (event instanceof BusinessEvent.PositionClosed closed) return orders.closed(closed);
        if (event instanceof BusinessEvent.TradingStatus status) return markets.trading(status);
        if (event instanceof BusinessEvent.Auction auction) return markets.auction(auction);
        if (event instanceof BusinessEvent.MarketAlert alert) return markets.alert(alert);
        if (event instanceof BusinessEvent.SignalArrived signal) return markets.signal(signal);
        return ofAccounts(event);
    }

    private List<Happening> ofAccounts(BusinessEvent event) {
        if (event instanceof BusinessEvent.RiskLimitBreached breach) return accounts.breached(breach);
        if (event instanceof BusinessEvent.MarginCalled call) return accounts.margin(call);
        if (event instanceof BusinessEvent.Liquidation step) return accounts.liquidation(step);
        if (event instanceof BusinessEvent.Settlement settlement) return accounts.settled(settlement);
        if (event instanceof BusinessEvent.TradeTakenBack back) return accounts.takenBack(back);
        if (event instanceof BusinessEvent.AccountStatus status) return accounts.standing(status);
        return List.of();
    }
}
