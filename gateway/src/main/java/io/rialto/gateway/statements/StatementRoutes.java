package io.rialto.gateway.statements;

import io.rialto.feeds.listing.Asset;
import io.rialto.feeds.notes.SettlementNotes;
import io.rialto.feeds.position.Page;
import io.rialto.feeds.statements.Movement;
import io.rialto.feeds.statements.Period;
import io.rialto.gateway.access.Scope;
import io.rialto.gateway.archive.WholeHistory;
import io.rialto.gateway.form.Cursors;
import io.rialto.gateway.form.Decimals;
import io.rialto.gateway.form.Times;
import io.rialto.gateway.http.Answer;
import io.rialto.gateway.http.Call;
import io.rialto.gateway.http.RouteGroup;
import io.rialto.gateway.http.Routes;
import io.rialto.gateway.market.Listed;
import io.rialto.gateway.problem.Problem;
import io.rialto.gateway.problem.ProblemCode;
import java.util.List;

/**
 * An account's movements of money, and its statement: both of a period, which is said in sequences ({@code afterSequence}
 * exclusive, {@code toSequence} inclusive) or in times ({@code from} inclusive, {@code to} exclusive).
 */
public final class StatementRoutes implements RouteGroup {
    private static final int USUAL_LIMIT = 100;

    private final SettlementNotes notes;
    private final Listed listed;
    private final WholeHistory whole;

    public StatementRoutes(SettlementNotes notes, Listed listed, WholeHistory whole) {
        this.whole = whole;
        this.notes = notes;
        this.listed = listed;
    }

    @Override
    public void addTo(Routes routes) {
        routes.read("/statements", Scope.READ, this::statement, "afterSequence", "toSequence", "from", "to")
                .says("Every change of the account's balances, in order")
                .answers(200, StatementBody.class);
        routes.read(
                        "/ledger",
                        Scope.READ,
                        this::ledger,
                        "asset",
                        "afterSequence",
                        "toSequence",
                        "from",
                        "to",
                        "limit",
                        "cursor")
                .says("The account's postings, newest first")
                .answers(200, Items.class);
    }

    /** @param reference of the trade or transfer, or null */
    private record Item(
            String id,
            String asset,
            String purse,
            String kind,
            String amount,
            String after,
            String reference,
            String time,
            long sequence) {}

    private record Items(String account, List<Item> items, String next, boolean olderDropped, long sequence) {}

    private Answer statement(Call call) {
        Period period = period(call);
        int account = listed.readAccount(call);
        boolean areWhole = notes.areWhole(account, period);
        return Answer.ok(StatementBody.of(
                whole.statement(account, period), notes.of(account, period).items(), areWhole, listed));
    }

    private Answer ledger(Call call) {
        int account = listed.readAccount(call);
        Period period = period(call);
        int asset = call.parameter("asset")
                .map(code -> listed.asset("asset", code).number())
                .orElse(0);
        long cursor = call.parameter("cursor").map(Cursors::place).orElse(Page.NEWEST);
        int limit = (int) call.whole("limit", 1, Page.MAX_ITEMS).orElse(USUAL_LIMIT);
        Page<Movement> page = whole.movements(account, asset, period, cursor, limit);
        return Answer.ok(new Items(
                Integer.toString(account),
                page.items().stream().map(this::item).toList(),
                page.next().isPresent() ? Cursors.text(page.next().getAsLong()) : null,
                page.olderDropped(),
                page.sequence()));
    }

    private static Period period(Call call) {
        Period period = new Period(
                call.whole("afterSequence", 0, Long.MAX_VALUE).orElse(0),
                call.whole("toSequence", 0, Long.MAX_VALUE).orElse(Long.MAX_VALUE),
                call.moment("from").orElse(Long.MIN_VALUE),
                call.moment("to").orElse(Long.MAX_VALUE));
        if (period.toSequence() < period.afterSequence()) {
            throw Problem.at(
                    "toSequence",
                    ProblemCode.INVALID_VALUE,
                    "must not be before afterSequence",
                    Long.toString(period.toSequence()));
        }
        if (period.toNanos() < period.fromNanos()) {
            throw Problem.at(
                    "to",
                    ProblemCode.INVALID_VALUE,
                    "must not be before from",
                    call.parameter("to").orElse(""));
        }
        return period;
    }

    private Item item(Movement movement) {
        Asset asset = listed.asset(movement.asset());
        return new Item(
                Long.toString(movement.number()),
                asset.code(),
                movement.purse().name(),
                movement.kind().name(),
                Decimals.text(movement.amountMinor(), asset.scale()),
                Decimals.text(movement.afterMinor(), asset.scale()),
                movement.reference() == 0 ? null : Long.toString(movement.reference()),
                Times.text(movement.timeNanos()),
                movement.sequence());
    }
}
