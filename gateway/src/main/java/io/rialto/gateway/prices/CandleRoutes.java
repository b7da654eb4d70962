package io.rialto.gateway.prices;

import io.rialto.feeds.candles.CandlePage;
import io.rialto.feeds.candles.Candles;
import io.rialto.feeds.candles.Interval;
import io.rialto.feeds.position.Page;
import io.rialto.gateway.form.Field;
import io.rialto.gateway.form.Times;
import io.rialto.gateway.http.Answer;
import io.rialto.gateway.http.Call;
import io.rialto.gateway.http.RouteGroup;
import io.rialto.gateway.http.Routes;
import io.rialto.gateway.market.Listed;
import io.rialto.gateway.market.Terms;
import io.rialto.gateway.problem.Problem;
import io.rialto.gateway.problem.ProblemCode;
import java.util.List;
import java.util.OptionalLong;

/** The candles of each instrument. */
public final class CandleRoutes implements RouteGroup {
    private static final int USUAL = 500;
    private static final String[] CODES =
            Interval.all().stream().map(Interval::code).toArray(String[]::new);

    private final Listed listed;
    private final Candles candles;

    public CandleRoutes(Listed listed, Candles candles) {
        this.listed = listed;
        this.candles = candles;
    }

    @Override
    public void addTo(Routes routes) {
        routes.open("/market/{symbol}/candles", this::candles, "interval", "from", "to", "limit", "fill")
                .says("Candles, oldest first: those that open from a moment on, or else the newest")
                .with(
                        Field.word("interval", CODES),
                        Field.moment("from").optional().says("the first that may open"),
                        Field.moment("to").optional().says("before which they open"),
                        Field.whole("limit", 1, Page.MAX_ITEMS).optional(),
                        Field.flag("fill").optional().says("intervals without trades, at the close before"))
                .answers(200, CandleItems.class);
    }

    /**
     * @param next when the candle opens that follows these, to ask on from; null when none does yet
     * @param wholeFrom from when on all are kept; null while none was ever let go
     * @param uncorrected how often a trade was taken back too late for the candles that count it
     */
    private record CandleItems(
            String symbol,
            String interval,
            List<CandleBody> items,
            String next,
            String wholeFrom,
            long uncorrected,
            long sequence) {}

    private Answer candles(Call call) {
        Terms terms = listed.terms("symbol", call.part("symbol"));
        Interval interval = interval(call);
        OptionalLong from = call.moment("from");
        OptionalLong to = call.moment("to");
        checkSpan(from, to, call);
        int limit = (int) call.whole("limit", 1, Page.MAX_ITEMS).orElse(USUAL);
        CandlePage page = candles.candles(terms.instrument().number(), interval, from, to, limit, call.flag("fill"));
        return Answer.ok(new CandleItems(
                terms.instrument().symbol(),
                interval.code(),
                page.items().stream()
                        .map(each -> CandleBody.of(terms, page, each))
                        .toList(),
                moment(page.next()),
                moment(page.wholeFromNanos()),
                page.uncorrected(),
                page.sequence()));
    }

    private static Interval interval(Call call) {
        String code = call.parameter("interval")
                .orElseThrow(() -> Problem.at("interval", ProblemCode.MISSING_FIELD, "interval is required"));
        return Interval.of(code)
                .orElseThrow(() -> Problem.at(
                        "interval", ProblemCode.INVALID_VALUE, "must be one of " + String.join(", ", CODES), code));
    }

    /** A span has something in it. */
    static void checkSpan(OptionalLong from, OptionalLong to, Call call) {
        if (from.isEmpty() || to.isEmpty() || from.getAsLong() < to.getAsLong()) return;
        throw Problem.at(
                "to",
                ProblemCode.INVALID_VALUE,
                "must be later than from",
                call.parameter("to").orElse(""));
    }

    private static String moment(OptionalLong nanos) {
        return nanos.isPresent() ? Times.text(nanos.getAsLong()) : null;
    }
}
