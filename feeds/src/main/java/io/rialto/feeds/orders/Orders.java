package io.rialto.feeds.orders;

import io.rialto.feeds.fills.Fill;
import io.rialto.feeds.fills.FillLog;
import io.rialto.feeds.position.Found;
import io.rialto.feeds.position.Page;
import io.rialto.feeds.position.Position;
import java.util.List;
import java.util.OptionalLong;

/**
 * Questions about orders and fills. Open orders are always there; of closed orders and of fills the newest ones are, and
 * an answer that may miss an older one says so.
 *
 * <p>Threading: any thread.
 *
 * <p>Errors: {@link io.rialto.feeds.position.FeedsStopped} when the feeds no longer follow the journal;
 * {@link IllegalArgumentException} for a limit out of range or a cursor that is of no page of the list.
 */
public final class Orders {
    private final Position position;
    private final OrderArchive archive;
    private final FillLog fills;

    Orders(Position position, OrderArchive archive, FillLog fills) {
        this.position = position;
        this.archive = archive;
        this.fills = fills;
    }

    public Found<OrderView> order(long number) {
        return position.read(sequence -> found(archive.find(number), archive.mayHaveDropped(number), sequence));
    }

    /** The account's open order that carries the id, or the newest closed one that did. */
    public Found<OrderView> order(int account, String clientOrderId) {
        return position.read(sequence -> {
            AccountOrders orders = archive.account(account);
            return found(orders.find(clientOrderId), orders.hasDroppedNamed(), sequence);
        });
    }

    /** An account's orders, newest first. @param cursor {@link Page#NEWEST}, or the cursor of a page before */
    public Page<OrderView> orders(int account, OrderFilter filter, long cursor, int limit) {
        Page.checkLimit(limit);
        return position.read(sequence -> archive.account(account).page(filter, cursor, limit, sequence));
    }

    /** All of an account's open orders, oldest first. */
    public List<OrderView> open(int account) {
        return position.read(sequence -> archive.account(account).open());
    }

    /** Sequences of the frames that touched an order, oldest first; none of one that is not kept. */
    public long[] frames(long number) {
        return position.read(sequence -> {
            OrderState order = archive.find(number);
            return order == null ? new long[0] : order.frames();
        });
    }

    /** Whether some of an account's closed orders are no longer kept, wherever they stood among the others. */
    public boolean hasDropped(int account) {
        return position.read(sequence -> archive.account(account).hasDropped());
    }

    public int openOrders(int account) {
        return position.read(sequence -> archive.account(account).openCount());
    }

    /** An order's fills, newest first. @param cursor {@link Page#NEWEST}, or the cursor of a page before */
    public Page<Fill> fillsOfOrder(long number, long cursor, int limit) {
        Page.checkLimit(limit);
        return position.read(sequence -> {
            OrderState order = archive.find(number);
            return order == null
                    ? new Page<>(List.of(), OptionalLong.empty(), archive.mayHaveDropped(number), sequence)
                    : fills.ofOrder(number, order.newestFill, cursor, limit, sequence);
        });
    }

    /**
     * An account's fills, newest first.
     *
     * @param instrument 0 for every one
     * @param cursor {@link Page#NEWEST}, or the cursor of a page before
     */
    public Page<Fill> fillsOfAccount(int account, int instrument, long cursor, int limit) {
        Page.checkLimit(limit);
        return position.read(sequence -> fills.ofAccount(account, instrument, cursor, limit, sequence));
    }

    private static Found<OrderView> found(OrderState order, boolean mayBeDropped, long sequence) {
        return order == null ? Found.nothing(mayBeDropped, sequence) : Found.of(order.view(), sequence);
    }
}
