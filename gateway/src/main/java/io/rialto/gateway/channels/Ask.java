package io.rialto.gateway.channels;

import io.rialto.feeds.candles.Interval;
import io.rialto.gateway.depth.Speed;
import io.rialto.gateway.market.Terms;
import java.util.Optional;

/**
 * What somebody wants to be told.
 *
 * @param terms of the market; empty where the channel is of an account
 * @param depth levels, or orders, of each side of a book; 0 of other channels
 * @param interval of candles; empty of other channels
 * @param account whose it is; 0 where the channel is of a market
 */
public record Ask(
        Channel channel, Optional<Terms> terms, int depth, Speed speed, Optional<Interval> interval, int account) {
    /** What a connection can have once: a channel of a market, or one of its account. */
    public String name() {
        return channel.word()
                + terms.map(each -> " " + each.instrument().symbol()).orElse("")
                + interval.map(each -> " " + each.code()).orElse("");
    }
}
