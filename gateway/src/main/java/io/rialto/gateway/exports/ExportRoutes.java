package io.rialto.gateway.exports;

import io.rialto.feeds.Feeds;
import io.rialto.feeds.candles.Interval;
import io.rialto.gateway.access.Scope;
import io.rialto.gateway.archive.Archive;
import io.rialto.gateway.archive.WholeCurve;
import io.rialto.gateway.archive.WholeHistory;
import io.rialto.gateway.form.Field;
import io.rialto.gateway.http.Answer;
import io.rialto.gateway.http.Call;
import io.rialto.gateway.http.RouteGroup;
import io.rialto.gateway.http.Routes;
import io.rialto.gateway.ingress.History;
import io.rialto.gateway.market.Listed;
import io.rialto.gateway.performance.Intervals;
import io.rialto.gateway.portfolio.PortfolioBody;
import io.rialto.gateway.problem.Problem;
import io.rialto.gateway.problem.ProblemCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * What an account did and had, as one file: CSV or JSON, with the stretch of the journal that it comes from in its headers. What memory
 * let go of comes from the read model. Rows are read page by page, twice: once to be counted, once to be written.
 */
public final class ExportRoutes implements RouteGroup {
    private static final String CSV = "text/csv";
    private static final List<String> KINDS = List.of("fills", "orders", "ledger", "statements", "equity");

    private final Feeds feeds;
    private final WholeHistory whole;
    private final WholeCurve curves;
    private final Listed listed;
    private final History history;

    public ExportRoutes(Feeds feeds, Archive archive, Listed listed, History history) {
        this.feeds = feeds;
        whole = new WholeHistory(feeds.orders(), feeds.statements(), archive.withoutCache());
        curves = new WholeCurve(feeds.returns(), archive);
        this.listed = listed;
        this.history = history;
    }

    private enum Format {
        CSV,
        JSON
    }

    @Override
    public void addTo(Routes routes) {
        routes.read(
                        "/exports/{kind}",
                        Scope.READ,
                        this::export,
                        "format",
                        "afterSequence",
                        "toSequence",
                        "from",
                        "to",
                        "interval")
                .says("Fills, orders, ledger, statements or equity as one file, with the hash of the journal behind it")
                .with(
                        Field.word("format", "csv", "json").optional().says("without it as Accept asks, else json"),
                        Intervals.FIELD.optional().says("of equity, 1h without"))
                .answers(200, Export.Body.class)
                .orText(CSV);
    }

    private Answer export(Call call) {
        String kind = call.part("kind");
        if (!KINDS.contains(kind)) {
            throw Problem.of(ProblemCode.NOT_FOUND, "exports are " + String.join(", ", KINDS));
        }
        boolean isEquity = kind.equals("equity");
        refuse(call, isEquity ? List.of("afterSequence", "toSequence") : List.of("interval"), kind);
        Format format = format(call);
        Selection of = Selection.of(call, listed.readAccount(call), feeds.position(), history);
        Rows rows = isEquity ? equity(call, of) : rows(kind, of);
        long[] counted = {0};
        boolean isWhole = read(rows, cells -> counted[0]++);
        if (kind.equals("orders") && !whole.hasAllOrders(of.account())) isWhole = false;
        Export export = new Export(rows, counted[0]);
        Export.Body top = new Export.Body(
                kind, Integer.toString(of.account()), valuedIn(isEquity, of), of.stretch(), counted[0], isWhole, null);
        Answer answer = format == Format.CSV
                ? Answer.ok(export.csv()).as(CSV + "; charset=utf-8; header=present")
                : Answer.ok(export.json(top));
        for (var header : of.stretch().headers().entrySet()) answer = answer.with(header.getKey(), header.getValue());
        return answer.with("X-Export-Rows", Long.toString(counted[0]))
                .with("X-Export-Whole", Boolean.toString(isWhole))
                .with("Content-Disposition", "attachment; filename=\"" + kind + "." + word(format) + "\"");
    }

    /** What belongs to another export is not taken in silence. */
    private static void refuse(Call call, List<String> names, String kind) {
        for (String name : names) {
            if (call.parameter(name).isEmpty()) continue;
            throw Problem.at(name, ProblemCode.INVALID_VALUE, "is not asked for in an export of " + kind);
        }
    }

    private static Format format(Call call) {
        String asked = call.parameter("format").orElse("");
        for (Format format : Format.values()) {
            if (asked.equals(word(format))) return format;
        }
        if (!asked.isEmpty()) throw Problem.at("format", ProblemCode.INVALID_VALUE, "must be csv or json", asked);
        String accept = call.request().headers().getOrDefault("accept", "");
        return accept.toLowerCase(Locale.ROOT).contains(CSV) ? Format.CSV : Format.JSON;
    }

    private static String word(Format format) {
        return format.name().toLowerCase(Locale.ROOT);
    }

    private String valuedIn(boolean isEquity, Selection of) {
        if (!isEquity) return null;
        int asset = feeds.returns()
                .curve(of.account(), Interval.ONE_DAY, OptionalLong.empty(), OptionalLong.empty(), 1)
                .asset();
        return PortfolioBody.asset(asset, listed);
    }

    private Rows rows(String kind, Selection of) {
        AccountRows rows = new AccountRows(whole, listed, of);
        return switch (kind) {
            case "fills" -> rows.fills();
            case "orders" -> rows.orders();
            case "ledger" -> rows.ledger();
            default -> rows.statement();
        };
    }

    /** Nothing that happened behind the last frame is in it. */
    private Rows equity(Call call, Selection of) {
        Interval interval = Intervals.of(call).orElse(Interval.ONE_HOUR);
        long end = Stretch.timeNanos(of.stretch().last(), history) + 1;
        return new EquityRows(
                curves,
                listed,
                of.account(),
                interval,
                of.period().fromNanos(),
                Math.min(of.period().toNanos(), end));
    }

    private static boolean read(Rows rows, Rows.Taker taker) {
        try {
            return rows.read(taker);
        } catch (IOException e) {
            throw new UncheckedIOException("rows that nobody writes cannot fail to be written", e);
        }
    }
}
