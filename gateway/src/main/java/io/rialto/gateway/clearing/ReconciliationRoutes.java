package io.rialto.gateway.clearing;

import io.rialto.feeds.Feeds;
import io.rialto.feeds.balances.Balance;
import io.rialto.feeds.clearing.Obligation;
import io.rialto.feeds.listing.Asset;
import io.rialto.feeds.listing.Instrument;
import io.rialto.feeds.statements.Period;
import io.rialto.feeds.statements.Purse;
import io.rialto.feeds.statements.Statement;
import io.rialto.gateway.access.Scope;
import io.rialto.gateway.form.Decimals;
import io.rialto.gateway.http.Answer;
import io.rialto.gateway.http.Call;
import io.rialto.gateway.http.RouteGroup;
import io.rialto.gateway.http.Routes;
import io.rialto.gateway.market.Listed;
import java.util.ArrayList;
import java.util.List;

/**
 * Balances, statements and obligations of the venue as it runs, held against each other as of one frame. Since when two of
 * them differ, and how the core and a file stand to them, is for {@code ./rialto replay reconcile} to say.
 */
final class ReconciliationRoutes implements RouteGroup {
    private static final int CLEARING = 3;
    private static final int FIRST_ACCOUNT = 100;
    private static final Period NOTHING = Period.ofSequences(Long.MAX_VALUE - 1, Long.MAX_VALUE);

    private final Feeds feeds;
    private final Listed listed;

    ReconciliationRoutes(Feeds feeds, Listed listed) {
        this.feeds = feeds;
        this.listed = listed;
    }

    @Override
    public void addTo(Routes routes) {
        routes.read("/settlement/reconciliation", Scope.ADMIN, this::reconciliation)
                .says("Clearing against the ledger: what does not agree")
                .answers(200, Body.class);
    }

    /** What the clearing account has of an asset, and what is open toward it: equal, or there is a break. */
    private record Cleared(String asset, String clearing, String owed) {}

    private record Break(String account, String asset, String between, String difference) {}

    private record Body(List<Cleared> clearing, int balancesCompared, List<Break> breaks, long sequence) {}

    private Answer reconciliation(Call call) {
        return Answer.ok(feeds.atOnce(this::body));
    }

    private Body body() {
        List<Break> breaks = new ArrayList<>();
        List<Cleared> cleared = new ArrayList<>();
        var assets = feeds.listings().assets();
        for (Asset asset : assets.items()) {
            long has = feeds.balances().balance(CLEARING, asset.number()).totalMinor();
            long owed = owed(asset.number());
            cleared.add(
                    new Cleared(asset.code(), Decimals.text(has, asset.scale()), Decimals.text(owed, asset.scale())));
            compare(breaks, CLEARING, asset, "CLEARING_AND_OBLIGATIONS", has - owed);
        }
        int compared = 0;
        for (int account = 1; account <= CLEARING; account++) compared += statement(breaks, account);
        for (int account = FIRST_ACCOUNT; feeds.listings().account(account).isPresent(); account++) {
            compared += statement(breaks, account);
        }
        return new Body(cleared, compared, breaks, assets.sequence());
    }

    private long owed(int asset) {
        long owed = 0;
        for (Obligation one : feeds.clearing().obligations(0).items()) {
            Instrument market = listed.terms(one.instrument()).instrument();
            if (market.base().number() == asset) owed += one.baseMinor();
            if (market.quote().number() == asset) owed += one.quoteMinor();
        }
        return owed;
    }

    private int statement(List<Break> breaks, int account) {
        int compared = 0;
        for (Statement.Line line : feeds.statements().of(account, NOTHING).lines()) {
            if (line.purse() != Purse.BALANCE) continue;
            Balance balance = feeds.balances().balance(account, line.asset());
            long difference = balance.totalMinor() - line.closingMinor();
            compare(breaks, account, listed.asset(line.asset()), "BALANCE_AND_STATEMENT", difference);
            compared++;
        }
        return compared;
    }

    private static void compare(List<Break> breaks, int account, Asset asset, String between, long difference) {
        if (difference == 0) return;
        String text = Decimals.text(difference, asset.scale());
        breaks.add(new Break(Integer.toString(account), asset.code(), between, text));
    }
}
