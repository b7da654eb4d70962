package io.rialto.gateway.channels;

import io.rialto.gateway.depth.Speed;
import io.rialto.gateway.market.Terms;
import java.util.Optional;

/**
 * What somebody wants to be told.
 *
 * @param terms of the market; empty where the channel is of an account
 * @param depth levels of each side of a book; 0 of other channels
 * @param account whose it is; 0 where the channel is of a market
 */
public record Ask(Channel channel, Optional<Terms> terms, int depth, Speed speed, int account) {
    /** What a connection can have once: a channel of a market, or one of its account. */
    public String name() {
        return terms.map(each -> channel.word() + " " + each.instrument().symbol())
                .orElse(channel.word());
    }
}
