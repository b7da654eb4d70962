package io.rialto.gateway.depth;

import io.rialto.gateway.depth.BookMessage.Type;
import io.rialto.gateway.fanout.Fanout;
import io.rialto.gateway.fanout.Subscription;
import io.rialto.gateway.fanout.Topic;
import io.rialto.gateway.form.Json;
import io.rialto.protocol.Side;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * A market's best levels at one speed: a snapshot, then what changes.
 *
 * <p>A message is about all frames since the one before, so numbers join without gaps. The newest are kept, for who comes back.
 *
 * <p>Threading: the publishing thread.
 */
public final class BookTopic extends Topic {
    private static final String CHANNEL = "book";
    private static final int KEPT = 1_000;

    private final String symbol;
    private final int depth;
    private final MarketBook book;
    private final Deque<Kept> kept = new ArrayDeque<>();
    private List<ShownLevel> bids = List.of();
    private List<ShownLevel> asks = List.of();
    private long last;

    private record Kept(long first, long last, byte[] utf8) {}

    /** @param sequence up to which all has been told */
    public BookTopic(Fanout fanout, String symbol, int depth, MarketBook book, long sequence) {
        super(fanout, CHANNEL, false);
        this.symbol = symbol;
        this.depth = depth;
        this.book = book;
        look(sequence);
    }

    /** Looks anew: what was told before joins to nothing. */
    public void look(long sequence) {
        bids = book.best(Side.BUY, depth);
        asks = book.best(Side.SELL, depth);
        last = book.seen(sequence);
        kept.clear();
    }

    /** Tells what has changed, if anything has. */
    public void update(long sequence) {
        List<ShownLevel> newBids = book.best(Side.BUY, depth);
        List<ShownLevel> newAsks = book.best(Side.SELL, depth);
        List<List<String>> bidChanges = changes(bids, newBids, -1);
        List<List<String>> askChanges = changes(asks, newAsks, 1);
        if (bidChanges.isEmpty() && askChanges.isEmpty()) return;
        bids = newBids;
        asks = newAsks;
        long first = last + 1;
        last = book.seen(sequence);
        byte[] utf8 = Json.bytes(new BookMessage(
                CHANNEL,
                symbol,
                Type.DELTA,
                first,
                last,
                last,
                bidChanges,
                askChanges,
                MarketBook.checksum(bids, asks),
                null));
        kept.add(new Kept(first, last, utf8));
        if (kept.size() > KEPT) kept.remove();
        tell(utf8, last);
    }

    /** @param sign 1 when prices ascend from the best on */
    private static List<List<String>> changes(List<ShownLevel> before, List<ShownLevel> now, int sign) {
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

    private static int order(List<ShownLevel> before, int i, List<ShownLevel> now, int j, int sign) {
        if (i == before.size()) return 1;
        if (j == now.size()) return -1;
        return sign * Long.compare(before.get(i).priceTicks, now.get(j).priceTicks);
    }

    @Override
    protected void begin(Subscription subscription, boolean wasBehind) {
        subscription.hasSeen(last);
        subscription.tell(Json.bytes(new BookMessage(
                CHANNEL,
                symbol,
                Type.SNAPSHOT,
                last,
                last,
                last,
                bids.stream().map(ShownLevel::texts).toList(),
                asks.stream().map(ShownLevel::texts).toList(),
                MarketBook.checksum(bids, asks),
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
