package io.rialto.gateway.pricealerts;

import io.rialto.feeds.Feeds;
import io.rialto.feeds.market.Trade;
import io.rialto.gateway.access.Scope;
import io.rialto.gateway.form.Field;
import io.rialto.gateway.form.Fields;
import io.rialto.gateway.form.Form;
import io.rialto.gateway.form.Times;
import io.rialto.gateway.http.Answer;
import io.rialto.gateway.http.Call;
import io.rialto.gateway.http.RouteGroup;
import io.rialto.gateway.http.Routes;
import io.rialto.gateway.inbox.Readers;
import io.rialto.gateway.inbox.Standing;
import io.rialto.gateway.market.Listed;
import io.rialto.gateway.market.Terms;
import io.rialto.gateway.pricealerts.PriceAlert.Direction;
import io.rialto.gateway.problem.Problem;
import io.rialto.gateway.problem.ProblemCode;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The caller's own price alerts. */
public final class PriceAlertRoutes implements RouteGroup {
    private static final String ALL = "/price-alerts";
    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final Fields MAKE = Fields.of(
            Field.text("symbol"),
            Field.choice("direction", Direction.class).says("from which side the price is crossed"),
            Field.decimal("price").says("on the grid of the market"),
            Field.flag("repeated").optional().says("whether it goes on after it was triggered"));

    private final PriceAlerts alerts;
    private final Feeds feeds;
    private final Listed listed;
    private final Standing standing;
    private final Clock clock;

    public PriceAlertRoutes(PriceAlerts alerts, Feeds feeds, Listed listed, Standing standing, Clock clock) {
        this.alerts = alerts;
        this.feeds = feeds;
        this.listed = listed;
        this.standing = standing;
        this.clock = clock;
    }

    @Override
    public void addTo(Routes routes) {
        routes.read(ALL, Scope.READ, this::list)
                .says("Prices I want to be told of, those that were triggered too")
                .answers(200, Items.class);
        routes.write("POST", ALL, Scope.READ, this::add)
                .says("Want to be told when a market trades at or beyond a price")
                .takes(MAKE)
                .answers(201, Body.class);
        routes.write("DELETE", ALL, Scope.READ, this::remove, "id")
                .says("Take one price alert back, or all of them without an id")
                .takes(Fields.NONE)
                .answers(200, Items.class);
    }

    /**
     * @param armed whether the next trade at or beyond the price triggers it
     * @param active false when it has done all it was asked to
     */
    private record Body(
            String id,
            String symbol,
            Direction direction,
            String price,
            boolean repeated,
            boolean armed,
            boolean active,
            int times,
            String createdAt,
            long sequence,
            long triggeredSequence) {
        static Body of(PriceAlert its) {
            return new Body(
                    Integer.toString(its.id()),
                    its.symbol(),
                    its.direction(),
                    its.price().toPlainString(),
                    its.isRepeated(),
                    its.isArmed(),
                    its.isActive(),
                    its.times(),
                    Times.text(its.createdMillis() * NANOS_PER_MILLI),
                    its.createdSequence(),
                    its.triggeredSequence());
        }
    }

    private record Items(List<Body> items) {
        static Items of(List<PriceAlert> all) {
            return new Items(all.stream().map(Body::of).toList());
        }
    }

    /** What was traded last, and in which frame the feeds stand. */
    private record Now(long sequence, Optional<BigDecimal> price) {}

    private Answer list(Call call) {
        int reader = Readers.read(call);
        standing.await(call.whole("minSequence", 0, Long.MAX_VALUE).orElse(0));
        return Answer.ok(Items.of(alerts.of(reader)));
    }

    /** Which side the market is on is known once, when it is made: what was told before does not count. */
    private CompletionStage<Answer> add(Call call) {
        Form form = call.form().knows(MAKE);
        Terms terms = listed.terms("symbol", form.text("symbol"));
        Direction direction = form.choice("direction", Direction.class);
        BigDecimal price = new BigDecimal(terms.price(terms.ticks("price", form.text("price"))));
        boolean isRepeated = form.flag("repeated", false);
        int reader = Readers.own(call);
        PriceAlert made = alerts.add(reader, id -> {
            Now now = now(terms);
            boolean isArmed = now.price()
                    .filter(traded -> direction.isBeyond(traded, price))
                    .isEmpty();
            return new PriceAlert(
                    id,
                    reader,
                    terms.instrument().symbol(),
                    direction,
                    price,
                    isRepeated,
                    isArmed,
                    true,
                    0,
                    now.sequence(),
                    0,
                    clock.millis());
        });
        return CompletableFuture.completedFuture(Answer.created(Body.of(made)));
    }

    /** Of nothing older than has been told: the alerts are locked meanwhile, so no trade passes unseen in between. */
    private Now now(Terms terms) {
        int instrument = terms.instrument().number();
        return feeds.atOnce(() -> {
            Optional<Trade> last = feeds.tape().last(instrument);
            return new Now(
                    feeds.position(),
                    last.map(trade -> new BigDecimal(
                            listed.terms(instrument, trade.sequence()).price(trade.priceTicks()))));
        });
    }

    private CompletionStage<Answer> remove(Call call) {
        call.form().knows(Fields.NONE);
        Optional<Integer> id = call.parameter("id")
                .map(text -> (int) call.whole("id", 1, Integer.MAX_VALUE).getAsLong());
        List<PriceAlert> gone = alerts.remove(Readers.own(call), id);
        if (id.isPresent() && gone.isEmpty()) {
            throw Problem.at("id", ProblemCode.NOT_FOUND, "there is no such price alert");
        }
        return CompletableFuture.completedFuture(Answer.ok(Items.of(gone)));
    }
}
