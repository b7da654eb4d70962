package io.rialto.gateway.quotes;

import io.rialto.feeds.quotes.AccountQuotes;
import io.rialto.feeds.quotes.InstrumentQuotes;
import io.rialto.feeds.quotes.QuoteGroup;
import io.rialto.feeds.quotes.QuoteLimits;
import io.rialto.feeds.quotes.QuotePull;
import io.rialto.feeds.quotes.Quotes;
import io.rialto.gateway.access.Scope;
import io.rialto.gateway.form.Decimals;
import io.rialto.gateway.http.Answer;
import io.rialto.gateway.http.Call;
import io.rialto.gateway.http.RouteGroup;
import io.rialto.gateway.http.Routes;
import io.rialto.gateway.market.Listed;
import io.rialto.gateway.market.Terms;
import io.rialto.gateway.orders.OrderBody;
import io.rialto.gateway.orders.OwnOrders;
import java.util.List;

/** What stands of an account's quotes, what protects them, and what is pulled. */
public final class StandingRoutes implements RouteGroup {
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final Quotes quotes;
    private final Listed instruments;
    private final OwnOrders own;

    public StandingRoutes(Quotes quotes, Listed instruments, OwnOrders own) {
        this.quotes = quotes;
        this.instruments = instruments;
        this.own = own;
    }

    @Override
    public void addTo(Routes routes) {
        routes.read("/quotes", Scope.READ, this::standing)
                .says("The account's standing quotes and their protection")
                .answers(200, Standing.class);
    }

    /** In the instrument's own units; null is no limit. */
    private record Protection(
            long windowMillis, String maxQuantity, Integer maxFills, String maxValue, String maxDelta) {}

    /** @param group null for none */
    private record Item(
            String symbol,
            OrderBody bid,
            OrderBody ask,
            Integer group,
            int deltaWeightBps,
            boolean pulled,
            Protection protection) {}

    /** In lots, and value in an asset. */
    private record GroupProtection(
            long windowMillis, Long maxLots, Integer maxFills, String maxValue, String valueAsset, Long maxDeltaLots) {}

    /** What was executed when the limit was reached. @param symbol whose limit it was; null for the group's own */
    private record Pull(String symbol, long lots, int fills, long weightedDelta, long sequence) {}

    private record Group(int group, GroupProtection protection, Pull pulled) {}

    private record Standing(String account, List<Item> items, List<Group> groups, long sequence) {}

    private Answer standing(Call call) {
        int account = instruments.readAccount(call);
        AccountQuotes all = quotes.of(account);
        return Answer.ok(new Standing(
                Integer.toString(account),
                all.instruments().stream().map(one -> item(all, one)).toList(),
                all.groups().stream().map(this::group).toList(),
                all.sequence()));
    }

    private Item item(AccountQuotes all, InstrumentQuotes one) {
        Terms terms = instruments.terms(one.instrument());
        return new Item(
                terms.instrument().symbol(),
                open(one.bid()),
                open(one.ask()),
                one.group() == 0 ? null : one.group(),
                one.deltaWeightBps(),
                all.isPulled(one),
                protection(one.limits(), terms));
    }

    /** Null when it has ended, or never was. */
    private OrderBody open(long order) {
        return own.open(order).orElse(null);
    }

    private static Protection protection(QuoteLimits limits, Terms terms) {
        if (limits.areNone()) return null;
        return new Protection(
                limits.windowNanos() / NANOS_PER_MILLI,
                limits.maxLots() == 0 ? null : terms.quantity(limits.maxLots()),
                limits.maxFills() == 0 ? null : limits.maxFills(),
                limits.maxValueMinor() == 0 ? null : terms.quote(limits.maxValueMinor()),
                limits.maxDeltaLots() == 0 ? null : terms.quantity(limits.maxDeltaLots()));
    }

    private Group group(QuoteGroup group) {
        return new Group(
                group.number(),
                protection(group.limits()),
                group.pull().map(this::pull).orElse(null));
    }

    private GroupProtection protection(QuoteLimits limits) {
        if (limits.areNone()) return null;
        boolean hasValue = limits.maxValueMinor() != 0;
        int scale = hasValue ? instruments.asset(limits.valueAsset()).scale() : 0;
        return new GroupProtection(
                limits.windowNanos() / NANOS_PER_MILLI,
                limits.maxLots() == 0 ? null : limits.maxLots(),
                limits.maxFills() == 0 ? null : limits.maxFills(),
                hasValue ? Decimals.text(limits.maxValueMinor(), scale) : null,
                hasValue ? instruments.asset(limits.valueAsset()).code() : null,
                limits.maxDeltaLots() == 0 ? null : limits.maxDeltaLots());
    }

    private Pull pull(QuotePull pull) {
        String symbol = pull.instrument() == 0
                ? null
                : instruments.terms(pull.instrument()).instrument().symbol();
        return new Pull(symbol, pull.lots(), pull.fills(), pull.weightedDelta(), pull.sequence());
    }
}
