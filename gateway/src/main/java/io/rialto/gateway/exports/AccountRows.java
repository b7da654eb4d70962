package io.rialto.gateway.exports;

import io.rialto.feeds.fills.Fill;
import io.rialto.feeds.orders.OrderFilter;
import io.rialto.feeds.orders.OrderView;
import io.rialto.feeds.position.Page;
import io.rialto.feeds.statements.Movement;
import io.rialto.feeds.statements.Statement;
import io.rialto.gateway.archive.WholeHistory;
import io.rialto.gateway.form.Decimals;
import io.rialto.gateway.form.Times;
import io.rialto.gateway.market.Listed;
import io.rialto.gateway.orders.OrderBody;
import io.rialto.gateway.portfolio.FillBody;
import java.io.IOException;
import java.util.List;
import java.util.TreeMap;
import java.util.function.LongFunction;

/** An account's fills, orders, movements and statement as rows, newest first where they have a time. */
final class AccountRows {
    private final WholeHistory history;
    private final Listed listed;
    private final Selection of;

    AccountRows(WholeHistory history, Listed listed, Selection of) {
        this.history = history;
        this.listed = listed;
        this.of = of;
    }

    private record Table(List<String> columns, Source source) implements Rows {
        @Override
        public boolean read(Taker taker) throws IOException {
            return source.read(taker);
        }
    }

    private interface Source {
        boolean read(Rows.Taker taker) throws IOException;
    }

    /** Takes one thing; false when all that follow are too old. */
    private interface Step<T> {
        boolean take(T item) throws IOException;
    }

    private static <T> boolean pages(LongFunction<Page<T>> pages, Step<T> step) throws IOException {
        long cursor = Page.NEWEST;
        while (true) {
            Page<T> page = pages.apply(cursor);
            for (T item : page.items()) {
                if (!step.take(item)) return true;
            }
            if (page.next().isEmpty()) return !page.olderDropped();
            cursor = page.next().getAsLong();
        }
    }

    Rows fills() {
        List<String> columns = List.of(
                "tradeId",
                "orderId",
                "symbol",
                "side",
                "price",
                "quantity",
                "notional",
                "fee",
                "feeAsset",
                "liquidity",
                "time",
                "sequence");
        return new Table(
                columns,
                taker -> pages(
                        cursor -> history.fillsOfAccount(of.account(), 0, cursor, Page.MAX_ITEMS), (Fill fill) -> {
                            if (of.period().isBefore(fill.sequence(), fill.timeNanos())) return false;
                            if (of.period().covers(fill.sequence(), fill.timeNanos())) taker.take(cells(fill));
                            return true;
                        }));
    }

    private List<String> cells(Fill fill) {
        FillBody body = FillBody.of(fill, listed.terms(fill.instrument(), fill.sequence()));
        return Export.cells(
                body.tradeId(),
                body.orderId(),
                body.symbol(),
                body.side(),
                body.price(),
                body.quantity(),
                body.notional(),
                body.fee(),
                body.feeAsset(),
                body.liquidity(),
                body.time(),
                Long.toString(body.sequence()));
    }

    /** Those that were accepted in the period, as they are now. */
    Rows orders() {
        List<String> columns = List.of(
                "id",
                "clientOrderId",
                "symbol",
                "side",
                "type",
                "timeInForce",
                "price",
                "quantity",
                "executed",
                "remaining",
                "averagePrice",
                "status",
                "reason",
                "createdAt",
                "updatedAt",
                "accepted",
                "sequence");
        OrderFilter filter =
                OrderFilter.ALL.createdIn(of.period().fromNanos(), of.period().toNanos());
        return new Table(
                columns,
                taker -> pages(
                        cursor -> history.orders(of.account(), filter, cursor, Page.MAX_ITEMS), (OrderView order) -> {
                            long accepted = order.createdSequence();
                            if (of.period().isBefore(accepted, order.createdNanos())) return false;
                            if (of.period().covers(accepted, order.createdNanos())) taker.take(cells(order));
                            return true;
                        }));
    }

    private List<String> cells(OrderView order) {
        OrderBody body = OrderBody.of(order, List.of(), listed, null);
        return Export.cells(
                body.id(),
                body.clientOrderId(),
                body.symbol(),
                body.side(),
                body.type(),
                body.timeInForce(),
                body.price(),
                body.quantity(),
                body.executed(),
                body.remaining(),
                body.averagePrice(),
                body.status(),
                body.reason(),
                body.createdAt(),
                body.updatedAt(),
                Long.toString(order.createdSequence()),
                Long.toString(body.sequence()));
    }

    Rows ledger() {
        List<String> columns =
                List.of("id", "asset", "purse", "kind", "amount", "after", "reference", "time", "sequence");
        return new Table(
                columns,
                taker -> pages(
                        cursor -> history.movements(of.account(), 0, of.period(), cursor, Page.MAX_ITEMS),
                        (Movement movement) -> {
                            taker.take(cells(movement));
                            return true;
                        }));
    }

    private List<String> cells(Movement movement) {
        int scale = listed.asset(movement.asset()).scale();
        return Export.cells(
                Long.toString(movement.number()),
                listed.asset(movement.asset()).code(),
                movement.purse().name(),
                movement.kind().name(),
                Decimals.text(movement.amountMinor(), scale),
                Decimals.text(movement.afterMinor(), scale),
                movement.reference() == 0 ? null : Long.toString(movement.reference()),
                Times.text(movement.timeNanos()),
                Long.toString(movement.sequence()));
    }

    /** For each purse what it opened with, what moved by kind, and what it closed with. */
    Rows statement() {
        return new Table(List.of("asset", "purse", "kind", "amount"), taker -> {
            Statement statement = history.statement(of.account(), of.period());
            for (Statement.Line line : statement.lines()) {
                take(taker, line, "OPENING", line.openingMinor());
                for (var moved : new TreeMap<>(line.movedMinor()).entrySet()) {
                    take(taker, line, moved.getKey().name(), moved.getValue());
                }
                take(taker, line, "CLOSING", line.closingMinor());
            }
            return statement.isWhole();
        });
    }

    private void take(Rows.Taker taker, Statement.Line line, String kind, long minor) throws IOException {
        var asset = listed.asset(line.asset());
        taker.take(Export.cells(asset.code(), line.purse().name(), kind, Decimals.text(minor, asset.scale())));
    }
}
