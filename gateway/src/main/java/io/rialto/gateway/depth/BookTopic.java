package io.rialto.gateway.depth;

import io.rialto.gateway.depth.BookMessage.Type;
import io.rialto.gateway.fanout.Fanout;
import io.rialto.gateway.fanout.Subscription;
import io.rialto.gateway.fanout.Topic;
import io.rialto.gateway.form.Json;
import io.rialto.gateway.market.BookSum;
import io.rialto.protocol.Side;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The best lines of a market's book at one speed, levels or orders: a snapshot, then what changes.
 *
 * <p>A message is about all frames since the one before, so numbers join without gaps. The newest are kept, for who comes back.
 *
 * <p>Threading: the publishing thread.
 */
final class BookTopic extends Topic {
    private static final int KEPT = 1_000;

    private final String channel;
    private final String symbol;
    private final int depth;
    private final Lines book;
    private final Deque<Kept> kept = new ArrayDeque<>();
    private List<? extends Line> bids = List.of();
    private List<? extends Line> asks = List.of();
    private long last;
    private boolean isTouched;

    private record Kept(long first, long last, byte[] utf8) {}

    /** @param sequence up to which all has been told */
    BookTopic(Fanout fanout, String channel, String symbol, int depth, Lines book, long sequence) {
        super(fanout, channel, false);
        this.channel = channel;
        this.symbol = symbol;
        this.depth = depth;
        this.book = book;
        look(sequence);
    }

    /** Looks anew: what was told before joins to nothing. */
    void look(long sequence) {
        isTouched = false;
        bids = book.best(Side.BUY, depth);
        asks = book.best(Side.SELL, depth);
        last = book.seen(sequence);
        kept.clear();
    }

    /** Something changed at a price; behind all that is shown it changes nothing here. */
    void touch(Side side, long priceTicks) {
        List<? extends Line> shown = side == Side.BUY ? bids : asks;
        int sign = side == Side.BUY ? -1 : 1;
        isTouched |=
                shown.size() < depth || sign * Long.compare(priceTicks, shown.get(shown.size() - 1).priceTicks) <= 0;
    }

    /** Tells what has changed, if anything has. */
    void update(long sequence) {
        if (!isTouched) return;
        isTouched = false;
        List<? extends Line> newBids = book.best(Side.BUY, depth);
        List<? extends Line> newAsks = book.best(Side.SELL, depth);
        List<List<String>> bidChanges = changes(bids, newBids, -1);
        List<List<String>> askChanges = changes(asks, newAsks, 1);
        if (bidChanges.isEmpty() && askChanges.isEmpty()) return;
        bids = newBids;
        asks = newAsks;
        long first = last + 1;
        last = book.seen(sequence);
        byte[] utf8 = Json.bytes(new BookMessage(
                channel, symbol, Type.DELTA, first, last, last, bidChanges, askChanges, checksum(), null));
        kept.add(new Kept(first, last, utf8));
        if (kept.size() > KEPT) kept.remove();
        tell(utf8, last);
    }

    /** @param sign 1 when prices ascend from the best on */
    private static List<List<String>> changes(List<? extends Line> before, List<? extends Line> now, int sign) {
        List<List<String>> changes = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < before.size() || j < now.size()) {
            int order = order(before, i, now, j, sign);
            if (order < 0) changes.add(before.get(i).gone());
            else if (order > 0 || before.get(i) != now.get(j))
                changes.add(now.get(j).texts());
            if (order <= 0) i++;
            if (order >= 0) j++;
        }
        return changes;
    }

    private static int order(List<? extends Line> before, int i, List<? extends Line> now, int j, int sign) {
        if (i == before.size()) return 1;
        if (j == now.size()) return -1;
        return before.get(i).compare(now.get(j), sign);
    }

    /** Of the ten best bids and asks by turns, each with all its words, all joined by colons; who has no more is left out. */
    private long checksum() {
        BookSum sum = new BookSum();
        for (int i = 0; i < BookSum.LINES; i++) {
            if (i < bids.size()) sum.add(bids.get(i).texts());
            if (i < asks.size()) sum.add(asks.get(i).texts());
        }
        return sum.value();
    }

    @Override
    protected void begin(Subscription subscription, boolean wasBehind) {
        subscription.hasSeen(last);
        subscription.tell(Json.bytes(new BookMessage(
                channel,
                symbol,
                Type.SNAPSHOT,
                last,
                last,
                last,
                bids.stream().map(Line::texts).toList(),
                asks.stream().map(Line::texts).toList(),
                checksum(),
                wasBehind ? Boolean.TRUE : null)));
    }

    /** From a message that begins right behind what he has, or from now on when he has all. */
    @Override
    public Optional<List<byte[]>> missed(long from, int most) {
        List<Kept> missed = kept.stream().filter(each -> each.last > from).toList();
        boolean joins = missed.isEmpty() ? from == last : missed.get(0).first == from + 1;
        return joins ? Optional.of(missed.stream().map(Kept::utf8).toList()) : Optional.empty();
    }
}
