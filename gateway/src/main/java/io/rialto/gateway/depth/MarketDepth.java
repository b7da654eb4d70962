package io.rialto.gateway.depth;

import io.rialto.feeds.Feeds;
import io.rialto.feeds.changes.LevelChange;
import io.rialto.feeds.changes.QueueChange;
import io.rialto.gateway.fanout.Fanout;
import io.rialto.gateway.fanout.Topic;
import io.rialto.gateway.market.Terms;
import io.rialto.protocol.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One market's book by levels and order by order, and the topics that tell of both, made when they are first asked for. The orders are
 * kept as long as anybody reads them, or did a minute ago.
 *
 * <p>Threading: the publishing thread.
 */
public final class MarketDepth {
    private static final int LINGERS_TICKS = 600;

    private final Feeds feeds;
    private final Fanout fanout;
    private final List<Kept> topics = new ArrayList<>();
    private Terms terms;
    private Optional<MarketBook> levels = Optional.empty();
    private Optional<MarketQueue> orders = Optional.empty();
    private boolean isTouched;

    /**
     * What can be asked for.
     *
     * @param channel by which it is told
     * @param isByOrder else by level
     * @param depth lines of each side
     */
    public record View(String channel, boolean isByOrder, int depth, Speed speed) {}

    /** A topic, and how long nobody has been reading it. */
    private static final class Kept {
        final View view;
        final BookTopic topic;
        int unreadTicks;

        Kept(View view, BookTopic topic) {
            this.view = view;
            this.topic = topic;
        }
    }

    public MarketDepth(Feeds feeds, Fanout fanout, Terms terms) {
        this.feeds = feeds;
        this.fanout = fanout;
        this.terms = terms;
    }

    /** @param sequence up to which all has been told */
    public Topic topic(View view, long sequence) {
        for (Kept each : topics) {
            if (each.view.equals(view)) return each.topic;
        }
        Lines lines = view.isByOrder() ? orders() : levels();
        String symbol = terms.instrument().symbol();
        BookTopic made = new BookTopic(fanout, view.channel(), symbol, view.depth(), lines, sequence);
        topics.add(new Kept(view, made));
        return made;
    }

    private MarketBook levels() {
        if (levels.isEmpty()) {
            levels = Optional.of(new MarketBook(terms));
            load(levels.get());
        }
        return levels.get();
    }

    private MarketQueue orders() {
        if (orders.isEmpty()) {
            orders = Optional.of(new MarketQueue(terms));
            load(orders.get());
        }
        return orders.get();
    }

    private void load(MarketBook book) {
        book.load(feeds.books().book(terms.instrument().number(), Integer.MAX_VALUE));
    }

    private void load(MarketQueue queue) {
        queue.load(feeds.queues().all(terms.instrument().number()));
    }

    public void on(long sequence, LevelChange change) {
        if (levels.isEmpty()) return;
        levels.get().change(sequence, change);
        touch(false, change.side(), change.priceTicks());
    }

    public void on(long sequence, QueueChange change) {
        if (orders.isEmpty()) return;
        orders.get().change(sequence, change);
        touch(true, change.side(), change.priceTicks());
    }

    private void touch(boolean isByOrder, Side side, long priceTicks) {
        isTouched = true;
        for (Kept each : topics) {
            if (each.view.isByOrder() == isByOrder) each.topic.touch(side, priceTicks);
        }
    }

    /** The same numbers count other steps from now on. */
    public void in(Terms other, long sequence) {
        terms = other;
        levels.ifPresent(each -> each.in(other));
        orders.ifPresent(each -> each.in(other));
        beginAgain(sequence);
    }

    /** All that the frame said has been heard. */
    public void endFrame(long sequence) {
        if (!isTouched) return;
        isTouched = false;
        for (Kept each : topics) {
            if (each.view.speed() == Speed.REAL_TIME) each.topic.update(sequence);
        }
    }

    /** @param millis how far the clock is, in steps of the fastest speed */
    public void tick(long millis, long sequence) {
        for (Kept each : topics) {
            Speed speed = each.view.speed();
            if (speed != Speed.REAL_TIME && millis % speed.millis() == 0) each.topic.update(sequence);
            each.unreadTicks = each.topic.hasReaders() ? 0 : each.unreadTicks + 1;
        }
        topics.removeIf(each -> each.unreadTicks > LINGERS_TICKS);
        if (topics.stream().noneMatch(each -> each.view.isByOrder())) orders = Optional.empty();
    }

    /** Something was missed: everything is told anew. */
    public void reload(Terms now, long sequence) {
        terms = now;
        levels.ifPresent(each -> each.in(now));
        levels.ifPresent(this::load);
        orders.ifPresent(each -> each.in(now));
        orders.ifPresent(this::load);
        beginAgain(sequence);
    }

    private void beginAgain(long sequence) {
        for (Kept each : topics) {
            each.topic.look(sequence);
            each.topic.beginAgain();
        }
    }
}
