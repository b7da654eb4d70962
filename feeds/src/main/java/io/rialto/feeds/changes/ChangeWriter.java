package io.rialto.feeds.changes;

import io.rialto.feeds.auctions.Auction;
import io.rialto.feeds.balances.Balance;
import io.rialto.feeds.busts.Bust;
import io.rialto.feeds.fills.Fill;
import io.rialto.feeds.listing.Instrument;
import io.rialto.feeds.market.Trade;
import io.rialto.feeds.orders.OrderView;
import io.rialto.feeds.portfolio.EquityPoint;
import io.rialto.feeds.statements.Movement;
import io.rialto.protocol.Side;
import java.util.ArrayList;
import java.util.List;

/**
 * What the feeds say of the frame at hand, until it ends.
 *
 * <p>Threading: the writing thread, between the position's enter and leave.
 */
public final class ChangeWriter {
    private List<LevelChange> levels = List.of();
    private List<QueueChange> queues = List.of();
    private List<Trade> trades = List.of();
    private List<Bust> busts = List.of();
    private List<Instrument> instruments = List.of();
    private List<AuctionChange> auctions = List.of();
    private List<OrderView> orders = List.of();
    private List<Fill> fills = List.of();
    private List<BalanceChange> balances = List.of();
    private List<Movement> movements = List.of();
    private List<EquityChange> equity = List.of();
    private boolean isEmpty = true;

    public void level(int instrument, Side side, long priceTicks, long quantityLots) {
        levels = with(levels, new LevelChange(instrument, side, priceTicks, quantityLots));
    }

    public void queue(int instrument, Side side, long place, long priceTicks, long quantityLots) {
        queues = with(queues, new QueueChange(instrument, side, place, priceTicks, quantityLots));
    }

    public void trade(Trade trade) {
        trades = with(trades, trade);
    }

    public void bust(Bust bust) {
        busts = with(busts, bust);
    }

    public void instrument(Instrument instrument) {
        instruments = with(instruments, instrument);
    }

    public void auction(int instrument, Auction auction) {
        auctions = with(auctions, new AuctionChange(instrument, auction));
    }

    public void order(OrderView order) {
        orders = with(orders, order);
    }

    public void fill(Fill fill) {
        fills = with(fills, fill);
    }

    public void balance(int account, Balance balance) {
        balances = with(balances, new BalanceChange(account, balance));
    }

    public void movement(Movement movement) {
        movements = with(movements, movement);
    }

    public void equity(int account, EquityPoint point) {
        equity = with(equity, new EquityChange(account, point));
    }

    private <T> List<T> with(List<T> list, T item) {
        List<T> grown = list.isEmpty() ? new ArrayList<>(4) : list;
        grown.add(item);
        isEmpty = false;
        return grown;
    }

    boolean isEmpty() {
        return isEmpty;
    }

    /** All of it, and begins anew. What was given away is never written again. */
    FrameChange take(long sequence, long timeNanos) {
        FrameChange change = new FrameChange(
                sequence,
                timeNanos,
                levels,
                queues,
                trades,
                busts,
                instruments,
                auctions,
                orders,
                fills,
                balances,
                movements,
                equity);
        clear();
        return change;
    }

    void clear() {
        levels = List.of();
        queues = List.of();
        trades = List.of();
        busts = List.of();
        instruments = List.of();
        auctions = List.of();
        orders = List.of();
        fills = List.of();
        balances = List.of();
        movements = List.of();
        equity = List.of();
        isEmpty = true;
    }
}
