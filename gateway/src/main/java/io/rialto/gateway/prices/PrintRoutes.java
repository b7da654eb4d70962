package io.rialto.gateway.prices;

import io.rialto.feeds.position.Page;
import io.rialto.feeds.prints.AggregatedPage;
import io.rialto.feeds.prints.AggregatedTrade;
import io.rialto.feeds.prints.Prints;
import io.rialto.feeds.prints.VolumeProfile;
import io.rialto.gateway.form.Cursors;
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
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;

/** Trades that stand, added up: by taking order, by price, and over a span of time. */
public final class PrintRoutes implements RouteGroup {
    private static final int USUAL = 100;
    private static final int MOST_ROWS = 1_000;

    private final Listed listed;
    private final Prints prints;

    public PrintRoutes(Listed listed, Prints prints) {
        this.listed = listed;
        this.prints = prints;
    }

    @Override
    public void addTo(Routes routes) {
        routes.open("/market/{symbol}/aggregated-trades", this::aggregated, "limit", "cursor")
                .says("Fills of one taking order at one price as one trade, newest first")
                .answers(200, AggregatedItems.class);
        routes.open("/market/{symbol}/volume-profile", this::profile, "from", "to", "step")
                .says("What was traded in a span of time, by price")
                .with(from(), to(), Field.decimal("step").optional().says("prices told as one; at least a tick"))
                .answers(200, ProfileBody.class);
        routes.open("/market/{symbol}/vwap", this::vwap, "from", "to")
                .says("The average price by volume over a span of time")
                .with(from(), to())
                .answers(200, AverageBody.class);
    }

    private static Field from() {
        return Field.moment("from").optional().says("of the first trade that counts; else all that are kept");
    }

    private static Field to() {
        return Field.moment("to").optional().says("before which trades count; else all");
    }

    /** @param firstTrade and {@code lastTrade} the numbers of the fills at both ends */
    private record AggregatedBody(
            String firstTrade,
            String lastTrade,
            int fills,
            String price,
            String quantity,
            String takerSide,
            String time,
            long sequence) {}

    private record AggregatedItems(String symbol, List<AggregatedBody> items, String next, long sequence) {}

    private record RowBody(String price, String volume, String takerBuyVolume, long trades) {}

    /**
     * @param items lowest price first
     * @param peakPrice where most was traded, of equal ones the lowest; null when nothing was
     */
    private record ProfileBody(
            String symbol,
            List<RowBody> items,
            String peakPrice,
            String averagePrice,
            String volume,
            String quoteVolume,
            long trades,
            String from,
            long sequence) {}

    /** @param from since when trades count; later than was asked when older ones are no longer kept; null for all ever */
    private record AverageBody(
            String symbol,
            String averagePrice,
            String volume,
            String quoteVolume,
            long trades,
            String from,
            long sequence) {}

    private Answer aggregated(Call call) {
        Terms terms = listed.terms("symbol", call.part("symbol"));
        long cursor = call.parameter("cursor").map(Cursors::place).orElse(Page.NEWEST);
        int limit = (int) call.whole("limit", 1, Page.MAX_ITEMS).orElse(USUAL);
        AggregatedPage page = prints.aggregated(terms.instrument().number(), cursor, limit);
        GrainTerms grains = new GrainTerms(terms, page.price(), page.lot());
        return Answer.ok(new AggregatedItems(
                terms.instrument().symbol(),
                page.items().stream().map(each -> body(grains, each)).toList(),
                page.next().isPresent() ? Cursors.text(page.next().getAsLong()) : null,
                page.sequence()));
    }

    private static AggregatedBody body(GrainTerms grains, AggregatedTrade trade) {
        return new AggregatedBody(
                Long.toString(trade.firstTrade()),
                Long.toString(trade.lastTrade()),
                trade.fills(),
                grains.price(trade.price()),
                grains.quantity(trade.quantity()),
                trade.takerSide().name(),
                Times.text(trade.timeNanos()),
                trade.sequence());
    }

    private Answer profile(Call call) {
        Terms terms = listed.terms("symbol", call.part("symbol"));
        long ticks = call.parameter("step")
                .map(text -> terms.distanceTicks("step", text))
                .orElse(1L);
        if (ticks < 1) {
            throw Problem.at(
                    "step",
                    ProblemCode.INVALID_VALUE,
                    "must be a tick at least",
                    call.parameter("step").get());
        }
        VolumeProfile profile = profile(call, terms, ticks);
        if (profile.rows().size() > MOST_ROWS) {
            String rule = "must be so wide that at most " + MOST_ROWS + " rows are left";
            throw Problem.at("step", ProblemCode.INVALID_VALUE, rule, terms.distance(ticks));
        }
        GrainTerms grains = new GrainTerms(terms, profile.price(), profile.lot());
        return Answer.ok(new ProfileBody(
                terms.instrument().symbol(),
                profile.rows().stream().map(row -> row(grains, row)).toList(),
                profile.rows().stream()
                        .max(Comparator.comparing(VolumeProfile.Row::volume)
                                .thenComparing(VolumeProfile.Row::price, Comparator.reverseOrder()))
                        .map(row -> grains.price(row.price()))
                        .orElse(null),
                grains.average(profile.quoteVolumeMinor(), profile.volume()),
                grains.quantity(profile.volume()),
                grains.turnover(profile.quoteVolumeMinor(), profile.volume()),
                profile.trades(),
                moment(profile.fromNanos()),
                profile.sequence()));
    }

    private static RowBody row(GrainTerms grains, VolumeProfile.Row row) {
        return new RowBody(
                grains.price(row.price()),
                grains.quantity(row.volume()),
                grains.quantity(row.takerBuyVolume()),
                row.trades());
    }

    private Answer vwap(Call call) {
        Terms terms = listed.terms("symbol", call.part("symbol"));
        VolumeProfile all = profile(call, terms, Long.MAX_VALUE);
        GrainTerms grains = new GrainTerms(terms, all.price(), all.lot());
        return Answer.ok(new AverageBody(
                terms.instrument().symbol(),
                grains.average(all.quoteVolumeMinor(), all.volume()),
                grains.quantity(all.volume()),
                grains.turnover(all.quoteVolumeMinor(), all.volume()),
                all.trades(),
                moment(all.fromNanos()),
                all.sequence()));
    }

    private VolumeProfile profile(Call call, Terms terms, long ticks) {
        OptionalLong from = call.moment("from");
        OptionalLong to = call.moment("to");
        CandleRoutes.checkSpan(from, to, call);
        return prints.profile(
                terms.instrument().number(), from.orElse(Long.MIN_VALUE), to.orElse(Long.MAX_VALUE), ticks);
    }

    private static String moment(long nanos) {
        return nanos == Long.MIN_VALUE ? null : Times.text(nanos);
    }
}
