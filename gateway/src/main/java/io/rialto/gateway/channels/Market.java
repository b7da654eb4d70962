package io.rialto.gateway.channels;

import io.rialto.feeds.Feeds;
import io.rialto.feeds.changes.FrameChange;
import io.rialto.feeds.changes.LevelChange;
import io.rialto.feeds.listing.Instrument;
import io.rialto.gateway.depth.BookTopic;
import io.rialto.gateway.depth.MarketBook;
import io.rialto.gateway.depth.Speed;
import io.rialto.gateway.fanout.Fanout;
import io.rialto.gateway.fanout.Topic;
import io.rialto.gateway.market.Terms;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One market's topics, made when they are first asked for. */
final class Market {
    private static final int LINGERS_TICKS = 600;

    private final Feeds feeds;
    private final Fanout fanout;
    private final MarketContents contents;
    private final ChangeTopic.Past past;
    private final Map<Channel, ChangeTopic> topics = new EnumMap<>(Channel.class);
    private final MarketStates states;
    private final Map<String, StateTopic> byState = new HashMap<>();
    private final List<Books> books = new ArrayList<>();
    private Terms terms;
    private Optional<MarketBook> book = Optional.empty();
    private boolean isTouched;

    /** A book's topic, and how long nobody has been reading it. */
    private static final class Books {
        final int depth;
        final Speed speed;
        final BookTopic topic;
        int unreadTicks;

        Books(int depth, Speed speed, BookTopic topic) {
            this.depth = depth;
            this.speed = speed;
            this.topic = topic;
        }
    }

    Market(Terms terms, Feeds feeds, Fanout fanout, MarketContents contents, ChangeTopic.Past past) {
        this.terms = terms;
        this.feeds = feeds;
        this.fanout = fanout;
        this.contents = contents;
        states = new MarketStates(feeds);
        this.past = past;
    }

    /** @param sequence up to which all has been told */
    Topic topic(Ask ask, long sequence) {
        if (ask.channel() == Channel.TICKER || ask.channel() == Channel.CANDLES) return state(ask);
        return ask.channel() == Channel.BOOK
                ? book(ask, sequence)
                : topics.computeIfAbsent(
                        ask.channel(),
                        channel -> new ChangeTopic(
                                fanout, channel, terms.instrument().symbol(), contents.of(channel, () -> terms), past));
    }

    private Topic state(Ask ask) {
        return byState.computeIfAbsent(
                ask.name() + " " + ask.speed(),
                any -> new StateTopic(
                        fanout,
                        ask.channel(),
                        terms.instrument().symbol(),
                        ask.speed().millis(),
                        states.of(ask, () -> terms)));
    }

    private Topic book(Ask ask, long sequence) {
        if (book.isEmpty()) {
            book = Optional.of(new MarketBook(terms));
            load();
        }
        for (Books each : books) {
            if (each.depth == ask.depth() && each.speed == ask.speed()) return each.topic;
        }
        BookTopic made = new BookTopic(fanout, terms.instrument().symbol(), ask.depth(), book.get(), sequence);
        books.add(new Books(ask.depth(), ask.speed(), made));
        return made;
    }

    private void load() {
        int number = terms.instrument().number();
        book.ifPresent(each -> each.load(feeds.books().book(number, Integer.MAX_VALUE)));
    }

    void level(long sequence, LevelChange change) {
        if (book.isEmpty()) return;
        book.get().change(sequence, change);
        isTouched = true;
    }

    /** Other terms, another phase, another mark price. */
    void changed(long sequence, Instrument instrument) {
        Instrument before = terms.instrument();
        terms = new Terms(instrument);
        boolean isSame = before.tickMantissa() == instrument.tickMantissa()
                && before.tickScale() == instrument.tickScale()
                && before.lotMantissa() == instrument.lotMantissa()
                && before.lotScale() == instrument.lotScale();
        if (isSame || book.isEmpty()) return;
        book.get().in(terms);
        beginAgain(sequence);
    }

    /** All that the frame said has been heard. */
    void endFrame(FrameChange change) {
        for (ChangeTopic topic : topics.values()) topic.on(change);
        for (StateTopic topic : byState.values()) topic.on(change);
        if (!isTouched) return;
        isTouched = false;
        for (Books each : books) {
            if (each.speed == Speed.REAL_TIME) each.topic.update(change.sequence());
        }
    }

    /** @param millis how far the clock is, in steps of the fastest speed */
    void tick(long millis, long sequence) {
        byState.values().removeIf(each -> !each.hasReaders());
        byState.values().forEach(each -> each.tick(millis));
        for (int i = books.size() - 1; i >= 0; i--) {
            Books each = books.get(i);
            boolean isDue = each.speed != Speed.REAL_TIME && millis % each.speed.millis() == 0;
            if (isDue) each.topic.update(sequence);
            each.unreadTicks = each.topic.hasReaders() ? 0 : each.unreadTicks + 1;
            if (each.unreadTicks > LINGERS_TICKS) books.remove(i);
        }
    }

    /** Something was missed: everything is told anew. */
    void reload(long sequence) {
        feeds.listings().instrument(terms.instrument().number()).ifPresent(now -> terms = new Terms(now));
        book.ifPresent(each -> each.in(terms));
        load();
        beginAgain(sequence);
        topics.values().forEach(Topic::beginAgain);
        byState.values().forEach(Topic::beginAgain);
    }

    private void beginAgain(long sequence) {
        for (Books each : books) {
            each.topic.look(sequence);
            each.topic.beginAgain();
        }
    }
}
