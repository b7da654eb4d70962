package io.rialto.gateway.phases;

import io.rialto.feeds.auctions.Auction;
import io.rialto.gateway.form.Times;
import io.rialto.gateway.market.Listed;
import io.rialto.gateway.market.Terms;
import java.util.Optional;

/** An auction on the wire. Indicative values are null while there is nothing to indicate. */
public record AuctionBody(
        String symbol,
        String phase,
        String indicativePrice,
        String indicativeVolume,
        String imbalance,
        String imbalanceSide,
        String kind,
        String startedAt,
        String earliestEnd,
        String latestEnd,
        String seedHash,
        Integer extensions,
        String next,
        Result last,
        long sequence) {
    private static final long NEVER = 0;

    /** What the last one did. */
    public record Result(
            String kind,
            String price,
            String volume,
            String imbalance,
            String imbalanceSide,
            String referencePrice,
            String seed,
            String time,
            long sequence) {}

    public static AuctionBody of(Terms terms, Auction auction, Listed instruments) {
        Optional<Auction.Indication> now = auction.indication();
        Optional<Auction.Call> call = auction.call();
        return new AuctionBody(
                terms.instrument().symbol(),
                terms.instrument().phase().name(),
                now.filter(each -> each.priceTicks().isPresent())
                        .map(each -> terms.price(each.priceTicks().getAsLong()))
                        .orElse(null),
                now.map(each -> terms.quantity(each.volumeLots())).orElse(null),
                now.map(each -> terms.quantity(each.imbalanceLots())).orElse(null),
                now.flatMap(Auction.Indication::imbalanceSide).map(Enum::name).orElse(null),
                call.map(each -> each.kind().name()).orElse(null),
                call.map(each -> Times.text(each.startedNanos())).orElse(null),
                call.filter(each -> each.earliestNanos() != NEVER)
                        .map(each -> Times.text(each.earliestNanos()))
                        .orElse(null),
                call.filter(each -> each.earliestNanos() != NEVER)
                        .map(each -> Times.text(each.earliestNanos() + each.windowNanos()))
                        .orElse(null),
                call.map(Auction.Call::seedHash).filter(hash -> !hash.isEmpty()).orElse(null),
                call.map(Auction.Call::extensions).orElse(null),
                call.map(each -> each.next().name()).orElse(null),
                auction.last()
                        .map(last -> result(terms.instrument().number(), last, instruments))
                        .orElse(null),
                auction.sequence());
    }

    private static Result result(int instrument, Auction.Result last, Listed instruments) {
        Terms terms = instruments.terms(instrument, last.sequence());
        return new Result(
                last.kind().name(),
                last.priceTicks().isPresent() ? terms.price(last.priceTicks().getAsLong()) : null,
                terms.quantity(last.volumeLots()),
                terms.quantity(last.imbalanceLots()),
                last.imbalanceSide().map(Enum::name).orElse(null),
                last.referenceTicks().isPresent()
                        ? terms.price(last.referenceTicks().getAsLong())
                        : null,
                last.seed().isEmpty() ? null : last.seed(),
                Times.text(last.timeNanos()),
                last.sequence());
    }
}
