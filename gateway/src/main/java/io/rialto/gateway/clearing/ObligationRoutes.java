package io.rialto.gateway.clearing;

import io.rialto.feeds.clearing.Clearing;
import io.rialto.feeds.clearing.Obligation;
import io.rialto.feeds.clearing.SettlementCycle;
import io.rialto.feeds.clearing.SettlementCycle.Instruction;
import io.rialto.feeds.clearing.SettlementCycle.Netting;
import io.rialto.feeds.listing.Instrument;
import io.rialto.feeds.listing.Listing;
import io.rialto.gateway.access.Scope;
import io.rialto.gateway.form.Decimals;
import io.rialto.gateway.form.Times;
import io.rialto.gateway.http.Answer;
import io.rialto.gateway.http.Call;
import io.rialto.gateway.http.RouteGroup;
import io.rialto.gateway.http.Routes;
import io.rialto.gateway.market.Listed;
import java.util.List;

/** What an account owes and has to receive, and what became of it in the days that were settled, the latest first. */
final class ObligationRoutes implements RouteGroup {
    private final Clearing clearing;
    private final Listed listed;

    ObligationRoutes(Clearing clearing, Listed listed) {
        this.clearing = clearing;
        this.listed = listed;
    }

    @Override
    public void addTo(Routes routes) {
        routes.read("/settlement/obligations", Scope.READ, this::obligations)
                .says("What the account owes and is owed until it settles")
                .answers(200, Items.class);
        routes.read("/settlement/runs", Scope.READ, this::runs)
                .says("The settlement runs that concerned the account")
                .answers(200, Runs.class);
    }

    /** Amounts below zero are to be delivered or paid. */
    private record Item(
            String symbol,
            String settlementDate,
            String baseAsset,
            String base,
            String quoteAsset,
            String quote,
            String baseHeld,
            String state,
            int failedCycles,
            long sequence) {}

    private record Items(String account, List<Item> items, long sequence) {}

    private record Set(
            String symbol,
            int members,
            String grossBase,
            String netBase,
            String baseEfficiency,
            String grossQuote,
            String netQuote,
            String quoteEfficiency) {}

    private record Own(
            String symbol,
            String base,
            String quote,
            String settledBase,
            String settledQuote,
            String state,
            int failedCycles) {}

    private record Run(
            String day,
            int settled,
            int failed,
            List<Set> nettingSets,
            List<Own> instructions,
            String time,
            long sequence) {}

    private record Runs(String account, List<Run> items, long sequence) {}

    private Answer obligations(Call call) {
        int account = listed.readAccount(call);
        Listing<Obligation> open = clearing.obligations(account);
        List<Item> items = open.items().stream().map(this::item).toList();
        return Answer.ok(new Items(Integer.toString(account), items, open.sequence()));
    }

    private Instrument market(int instrument) {
        return listed.terms(instrument).instrument();
    }

    private Item item(Obligation one) {
        Instrument market = market(one.instrument());
        return new Item(
                market.symbol(),
                Days.text(one.settlementDay()),
                market.base().code(),
                base(market, one.baseMinor()),
                market.quote().code(),
                quote(market, one.quoteMinor()),
                base(market, one.baseHeldMinor()),
                one.state().name(),
                one.cycles(),
                one.sequence());
    }

    private static String base(Instrument market, long minor) {
        return Decimals.text(minor, market.base().scale());
    }

    private static String quote(Instrument market, long minor) {
        return Decimals.text(minor, market.quote().scale());
    }

    private Answer runs(Call call) {
        int account = listed.readAccount(call);
        Listing<SettlementCycle> cycles = clearing.cycles();
        List<Run> runs =
                cycles.items().stream().map(cycle -> run(account, cycle)).toList();
        return Answer.ok(new Runs(Integer.toString(account), runs, cycles.sequence()));
    }

    private Run run(int account, SettlementCycle cycle) {
        List<Own> own = cycle.instructions().stream()
                .filter(one -> one.account() == account)
                .map(this::own)
                .toList();
        return new Run(
                Days.text(cycle.day()),
                cycle.settled(),
                cycle.failed(),
                cycle.nettings().stream().map(this::set).toList(),
                own,
                Times.text(cycle.timeNanos()),
                cycle.sequence());
    }

    private Own own(Instruction one) {
        Instrument market = market(one.instrument());
        return new Own(
                market.symbol(),
                base(market, one.baseMinor()),
                quote(market, one.quoteMinor()),
                base(market, one.settledBaseMinor()),
                quote(market, one.settledQuoteMinor()),
                one.state().name(),
                one.cycles());
    }

    private Set set(Netting one) {
        Instrument market = market(one.instrument());
        return new Set(
                market.symbol(),
                one.members(),
                base(market, one.grossBaseMinor()),
                base(market, one.netBaseMinor()),
                Decimals.text(one.baseEfficiency(), 1),
                quote(market, one.grossQuoteMinor()),
                quote(market, one.netQuoteMinor()),
                Decimals.text(one.quoteEfficiency(), 1));
    }
}
