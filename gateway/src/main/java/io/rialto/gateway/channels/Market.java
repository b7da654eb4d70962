package io.rialto.gateway.channels;

import io.rialto.feeds.Feeds;
import io.rialto.feeds.changes.FrameChange;
import io.rialto.feeds.changes.LevelChange;
import io.rialto.feeds.changes.QueueChange;
import io.rialto.feeds.listing.Instrument;
import io.rialto.gateway.depth.MarketDepth;
import io.rialto.gateway.fanout.Fanout;
import io.rialto.gateway.fanout.Topic;
import io.rialto.gateway.market.Terms;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/** One market's topics, made when they are first asked for. */
final class Market {
    private final Feeds feeds;
    private final Fanout fanout;
    private final MarketContents contents;
    private final ChangeTopic.Past past;
    private final Map<Channel, ChangeTopic> topics = new EnumMap<>(Channel.class);
    private final MarketStates states;
    private final Map<String, StateTopic> byState = new HashMap<>();
    private final MarketDepth depth;
    private Terms terms;

    Market(Terms terms, Feeds feeds, Fanout fanout, MarketContents contents, ChangeTopic.Past past) {
        this.terms = terms;
        this.feeds = feeds;
        this.fanout = fanout;
        this.contents = contents;
        states = new MarketStates(feeds);
        depth = new MarketDepth(feeds, fanout, terms);
        this.past = past;
    }

    /** @param sequence up to which all has been told */
    Topic topic(Ask ask, long sequence) {
        return switch (ask.channel()) {
            case TICKER, CANDLES -> state(ask);
            case BOOK, L3 -> depth.topic(view(ask), sequence);
            default ->
                topics.computeIfAbsent(
                        ask.channel(),
                        channel -> new ChangeTopic(
                                fanout, channel, terms.instrument().symbol(), contents.of(channel, () -> terms), past));
        };
    }

    private static MarketDepth.View view(Ask ask) {
        return new MarketDepth.View(ask.channel().word(), ask.channel() == Channel.L3, ask.depth(), ask.speed());
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

    void on(long sequence, LevelChange change) {
        depth.on(sequence, change);
    }

    void on(long sequence, QueueChange change) {
        depth.on(sequence, change);
    }

    /** Other terms, another phase, another mark price. */
    void changed(long sequence, Instrument instrument) {
        Instrument before = terms.instrument();
        terms = new Terms(instrument);
        boolean isSame = before.tickMantissa() == instrument.tickMantissa()
                && before.tickScale() == instrument.tickScale()
                && before.lotMantissa() == instrument.lotMantissa()
                && before.lotScale() == instrument.lotScale();
        if (!isSame) depth.in(terms, sequence);
    }

    /** All that the frame said has been heard. */
    void endFrame(FrameChange change) {
        for (ChangeTopic topic : topics.values()) topic.on(change);
        for (StateTopic topic : byState.values()) topic.on(change);
        depth.endFrame(change.sequence());
    }

    /** @param millis how far the clock is, in steps of the fastest speed */
    void tick(long millis, long sequence) {
        byState.values().removeIf(each -> !each.hasReaders());
        byState.values().forEach(each -> each.tick(millis));
        depth.tick(millis, sequence);
    }

    /** Something was missed: everything is told anew. */
    void reload(long sequence) {
        feeds.listings().instrument(terms.instrument().number()).ifPresent(now -> terms = new Terms(now));
        depth.reload(terms, sequence);
        topics.values().forEach(Topic::beginAgain);
        byState.values().forEach(Topic::beginAgain);
    }
}
