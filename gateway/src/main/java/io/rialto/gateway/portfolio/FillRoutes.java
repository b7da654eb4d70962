package io.rialto.gateway.portfolio;

import io.rialto.feeds.fills.Fill;
import io.rialto.feeds.position.Page;
import io.rialto.gateway.access.Scope;
import io.rialto.gateway.archive.WholeHistory;
import io.rialto.gateway.form.Cursors;
import io.rialto.gateway.http.Answer;
import io.rialto.gateway.http.Call;
import io.rialto.gateway.http.RouteGroup;
import io.rialto.gateway.http.Routes;
import io.rialto.gateway.market.Listed;
import java.util.List;

/** An account's fills, newest first. */
public final class FillRoutes implements RouteGroup {
    private static final int USUAL_LIMIT = 100;

    private final WholeHistory orders;
    private final Listed instruments;

    public FillRoutes(WholeHistory orders, Listed instruments) {
        this.orders = orders;
        this.instruments = instruments;
    }

    @Override
    public void addTo(Routes routes) {
        routes.read("/fills", Scope.READ, this::fills, "symbol", "limit", "cursor")
                .says("The account's fills, newest first")
                .answers(200, Fills.class);
    }

    private record Fills(List<FillBody> items, String next, long sequence) {}

    private Answer fills(Call call) {
        int instrument = call.parameter("symbol")
                .map(symbol -> instruments.terms("symbol", symbol).instrument().number())
                .orElse(0);
        long cursor = call.parameter("cursor").map(Cursors::place).orElse(Page.NEWEST);
        int limit = (int) call.whole("limit", 1, Page.MAX_ITEMS).orElse(USUAL_LIMIT);
        Page<Fill> page = orders.fillsOfAccount(instruments.readAccount(call), instrument, cursor, limit);
        return Answer.ok(new Fills(
                page.items().stream()
                        .map(fill -> FillBody.of(fill, instruments.terms(fill.instrument(), fill.sequence())))
                        .toList(),
                page.next().isPresent() ? Cursors.text(page.next().getAsLong()) : null,
                page.sequence()));
    }
}
