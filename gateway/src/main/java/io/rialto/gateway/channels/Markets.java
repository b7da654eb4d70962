package io.rialto.gateway.channels;

import io.rialto.feeds.Feeds;
import io.rialto.feeds.changes.FrameChange;
import io.rialto.feeds.changes.LevelChange;
import io.rialto.feeds.changes.QueueChange;
import io.rialto.feeds.listing.Instrument;
import io.rialto.gateway.depth.Speed;
import io.rialto.gateway.fanout.Fanout;
import io.rialto.gateway.fanout.OwnTopics;
import io.rialto.gateway.fanout.Topic;
import io.rialto.gateway.market.Listed;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;

/**
 * The topics of all markets and accounts that somebody reads.
 *
 * <p>Threading: the publishing thread.
 */
public final class Markets {
    private final Feeds feeds;
    private final Fanout fanout;
    private final ChangeTopic.Past past;
    private final MarketContents contents;
    private final AccountContents accounts;
    private final OwnTopics own;
    private final Map<Integer, Market> markets = new HashMap<>();
    private final Map<Integer, Map<Channel, ChangeTopic>> byAccount = new HashMap<>();
    private final Map<Integer, StateTopic> positions = new HashMap<>();

    /**
     * @param ack what an order's ack promises
     * @param past what frames behind a sequence changed, as far as has been told; empty when that is no longer kept
     * @param own topics that others make
     */
    public Markets(
            Feeds feeds,
            Listed listed,
            String ack,
            Fanout fanout,
            LongFunction<Optional<List<FrameChange>>> past,
            OwnTopics own) {
        this.feeds = feeds;
        this.fanout = fanout;
        this.past = past::apply;
        this.own = own;
        contents = new MarketContents(feeds, listed);
        accounts = new AccountContents(feeds, listed, ack);
    }

    /** @param sequence up to which all has been told */
    public Topic topic(Ask ask, long sequence) {
        if (ask.channel() == Channel.POSITIONS) {
            return positions.computeIfAbsent(
                    ask.account(),
                    account -> new StateTopic(
                            fanout, Channel.POSITIONS, null, Speed.MS_100.millis(), accounts.positions(account)));
        }
        if (ask.channel() == Channel.NOTIFICATIONS) return own.topic(ask.account());
        if (ask.channel().isPrivate()) {
            return byAccount
                    .computeIfAbsent(ask.account(), any -> new EnumMap<>(Channel.class))
                    .computeIfAbsent(
                            ask.channel(),
                            channel ->
                                    new ChangeTopic(fanout, channel, null, accounts.of(channel, ask.account()), past));
        }
        return markets.computeIfAbsent(ask.terms().orElseThrow().instrument().number(), any -> market(ask))
                .topic(ask, sequence);
    }

    private Market market(Ask ask) {
        return new Market(ask.terms().orElseThrow(), feeds, fanout, contents, past);
    }

    /** Tells what a frame changed. */
    public void on(FrameChange change) {
        for (LevelChange level : change.levels()) {
            Market market = markets.get(level.instrument());
            if (market != null) market.on(change.sequence(), level);
        }
        for (QueueChange queue : change.queues()) {
            Market market = markets.get(queue.instrument());
            if (market != null) market.on(change.sequence(), queue);
        }
        for (Instrument instrument : change.instruments()) {
            Market market = markets.get(instrument.number());
            if (market != null) market.changed(change.sequence(), instrument);
        }
        markets.values().forEach(market -> market.endFrame(change));
        boolean isOfAccounts = !change.orders().isEmpty() || !change.balances().isEmpty();
        if (!isOfAccounts) return;
        byAccount.values().forEach(topics -> topics.values().forEach(each -> each.on(change)));
        positions.values().forEach(each -> each.on(change));
    }

    /** @param millis how far the clock is, in steps of the fastest speed */
    public void tick(long millis, long sequence) {
        markets.values().forEach(market -> market.tick(millis, sequence));
        byAccount.values().forEach(topics -> topics.values().removeIf(each -> !each.hasReaders()));
        byAccount.values().removeIf(Map::isEmpty);
        positions.values().removeIf(each -> !each.hasReaders());
        positions.values().forEach(each -> each.tick(millis));
        own.tidy();
    }

    /** Something was missed: everything is told anew. */
    public void reload(long sequence) {
        markets.values().forEach(market -> market.reload(sequence));
        byAccount.values().forEach(topics -> topics.values().forEach(Topic::beginAgain));
        positions.values().forEach(Topic::beginAgain);
    }
}
