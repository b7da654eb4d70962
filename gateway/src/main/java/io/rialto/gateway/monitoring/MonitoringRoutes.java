package io.rialto.gateway.monitoring;

import io.micrometer.core.instrument.binder.MeterBinder;
import io.rialto.gateway.access.Scope;
import io.rialto.gateway.causes.Statement;
import io.rialto.gateway.form.Field;
import io.rialto.gateway.form.Fields;
import io.rialto.gateway.form.Form;
import io.rialto.gateway.http.Answer;
import io.rialto.gateway.http.Call;
import io.rialto.gateway.http.Route;
import io.rialto.gateway.http.RouteGroup;
import io.rialto.gateway.http.Routes;
import io.rialto.gateway.measures.Databases;
import io.rialto.gateway.measures.DoorMeasures;
import io.rialto.gateway.measures.Heat;
import io.rialto.gateway.measures.Measure;
import io.rialto.gateway.measures.Measures;
import io.rialto.gateway.measures.Statistics;
import io.rialto.gateway.problem.Problem;
import io.rialto.gateway.problem.ProblemCode;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Metrics, health and alerts, for administrators. None of them waits for the feeds: those may be what is ill. */
public final class MonitoringRoutes implements RouteGroup {
    private static final List<Measure> API = List.of(Measure.API_LATENCY, Measure.API_ERROR_RATE);
    private static final List<Measure> TRADING = List.of(
            Measure.ORDER_MATCHING_LATENCY,
            Measure.ORDER_THROUGHPUT,
            Measure.FILL_RATE,
            Measure.SETTLEMENT_DURATION,
            Measure.JOURNAL_COMMIT_LATENCY,
            Measure.JOURNAL_BATCH_FRAMES,
            Measure.JOURNAL_BATCH_BYTES);
    private static final List<Measure> SOCKETS = List.of(
            Measure.WEBSOCKET_LATENCY,
            Measure.BROADCAST_COUNT,
            Measure.CONNECTION_COUNT,
            Measure.SLOW_READER_COUNT,
            Measure.CONFLATION_COUNT);
    private static final List<Measure> DATABASE =
            List.of(Measure.DATABASE_QUERY_LATENCY, Measure.SLOW_QUERY_COUNT, Measure.POOL_STATUS);
    private static final List<Measure> NOTIFICATIONS = List.of(Measure.NOTIFICATION_LATENCY);

    private static final String KIND = "kind";

    private static final Fields CLEANUP_FIELDS =
            Fields.of(Field.text("olderThan").optional());

    private final Measures measures;
    private final Checkup checkup;
    private final Alerts alerts;
    private final Reports reports;
    private final PrometheusPage prometheus;
    private final Supplier<Vitals.Guards> guards;
    private final Supplier<Map<String, Long>> notices;
    private final Clock clock;

    public MonitoringRoutes(
            Measures measures,
            Databases databases,
            DoorMeasures door,
            Supplier<Vitals> vitals,
            Supplier<Vitals.Guards> guards,
            Supplier<Vitals.Past> past,
            Supplier<Map<String, Long>> notices,
            Clock clock) {
        this.measures = measures;
        this.clock = clock;
        checkup = new Checkup(measures, databases, door, vitals, guards, past);
        alerts = new Alerts(clock);
        reports = new Reports(clock);
        prometheus = new PrometheusPage(measures, door, vitals, guards);
        this.guards = guards;
        this.notices = notices;
    }

    /** From now on those who run the venue are told what becomes of its components, and of what follows its journal. */
    public HealthWatch tells(
            Consumer<List<Statement>> whom,
            LongSupplier newest,
            List<HealthWatch.Follower> followers,
            int everyMillis) {
        return new HealthWatch(checkup::components, newest, followers, whom).start(everyMillis);
    }

    /** More for the page that Prometheus reads. */
    public MonitoringRoutes shows(MeterBinder more) {
        prometheus.shows(more);
        return this;
    }

    @Override
    public void addTo(Routes routes) {
        route(routes, "/monitoring/health", "health", period -> health())
                .says("How well every component is")
                .answers(200, HealthReport.class);
        route(routes, "/monitoring/system/status", "status", period -> status())
                .says("The process, its components, the alerts that stand, and the attacks that were seen")
                .answers(200, Status.class);
        metrics(routes, "/monitoring/metrics/api", API);
        metrics(routes, "/monitoring/metrics/trading", TRADING);
        metrics(routes, "/monitoring/metrics/websocket", SOCKETS);
        metrics(routes, "/monitoring/metrics/database", DATABASE);
        routes.watch(Routes.API + "/monitoring/latency", Scope.ADMIN, this::heat, KIND, Reports.PERIOD)
                .says("When a latency was how long: counts by interval and length")
                .with(Field.choice(KIND, Measure.class).says("one that is measured in microseconds"))
                .answers(200, Heat.class);
        route(routes, "/monitoring/notifications/stats", "notifications", this::told, Reports.PERIOD)
                .says("How long notifications take over a period, and what became of them since the start")
                .answers(200, Told.class);
        route(routes, "/monitoring/dashboard", "dashboard", this::dashboard, Reports.PERIOD)
                .says("All metrics, components and alerts at once")
                .answers(200, Dashboard.class);
        routes.write("POST", "/monitoring/metrics/reset", Scope.ADMIN, this::reset)
                .says("Forget all that was measured")
                .takes(Fields.NONE)
                .answers(200, Reset.class);
        routes.write("POST", "/monitoring/cleanup", Scope.ADMIN, this::cleanup)
                .says("Forget what was measured longer ago")
                .takes(CLEANUP_FIELDS)
                .answers(200, Cleaned.class);
        routes.watch(Routes.METRICS, Scope.ADMIN, call -> prometheus.page())
                .says("All metrics as Prometheus reads them")
                .answersText("text/plain");
    }

    /** Statistics of kinds over a time until now. */
    private record Metrics(String period, String asOf, List<Statistics> metrics) {}

    /** @param counts since the start, by what became of them */
    private record Told(String period, String asOf, List<Statistics> metrics, Map<String, Long> counts) {}

    private record HealthReport(Health status, String asOf, List<Component> components) {}

    private record Status(
            Health status,
            String asOf,
            Machine system,
            List<Component> components,
            List<Alerts.Alert> alerts,
            Map<String, Long> attacks) {}

    private record Dashboard(
            Health status,
            String period,
            String asOf,
            List<Statistics> api,
            List<Statistics> trading,
            List<Statistics> websocket,
            List<Statistics> database,
            List<Statistics> notifications,
            List<Component> components,
            List<Alerts.Alert> alerts) {}

    private record Reset(String resetAt) {}

    private record Cleaned(String olderThan, int intervals, String asOf) {}

    private void metrics(Routes routes, String path, List<Measure> kinds) {
        route(routes, path, path, period -> new Metrics(period.toString(), now(), over(period, kinds)), Reports.PERIOD)
                .says("Statistics of " + kinds.size() + " kinds over a period")
                .answers(200, Metrics.class);
    }

    private Route.Told route(
            Routes routes, String path, String what, Function<Duration, Object> report, String... parameters) {
        return routes.watch(
                Routes.API + path,
                Scope.ADMIN,
                call -> Answer.ok(reports.of(what, Reports.period(call), report)),
                parameters);
    }

    private Told told(Duration period) {
        return new Told(period.toString(), now(), over(period, NOTIFICATIONS), notices.get());
    }

    private Answer heat(Call call) {
        Measure kind = call.choice(KIND, Measure.class)
                .orElseThrow(() -> Problem.at(KIND, ProblemCode.MISSING_FIELD, "a kind is required"));
        if (kind.unit() != Measure.Unit.MICROSECONDS) {
            throw Problem.at(KIND, ProblemCode.INVALID_VALUE, "must be measured in microseconds", kind.name());
        }
        return Answer.ok(reports.of("heat " + kind, Reports.period(call), period -> measures.heat(kind, period)));
    }

    private List<Statistics> over(Duration period, List<Measure> kinds) {
        return measures.over(period, kinds);
    }

    private HealthReport health() {
        List<Component> components = checkup.components();
        return new HealthReport(Health.worst(components), now(), components);
    }

    private Status status() {
        List<Component> components = checkup.components();
        return new Status(
                Health.worst(components),
                now(),
                Machine.now(),
                components,
                alerts.of(components),
                guards.get().attacks());
    }

    private Dashboard dashboard(Duration period) {
        List<Component> components = checkup.components();
        return new Dashboard(
                Health.worst(components),
                period.toString(),
                now(),
                over(period, API),
                over(period, TRADING),
                over(period, SOCKETS),
                over(period, DATABASE),
                over(period, NOTIFICATIONS),
                components,
                alerts.of(components));
    }

    private CompletionStage<Answer> reset(Call call) {
        call.form().knows(Fields.NONE);
        measures.reset();
        reports.forget();
        return CompletableFuture.completedFuture(Answer.ok(new Reset(now())));
    }

    /** Only what is older is let go; an hour is kept without being asked. */
    private CompletionStage<Answer> cleanup(Call call) {
        Form form = call.form().knows(CLEANUP_FIELDS);
        Duration olderThan = form.optionalText("olderThan")
                .map(text -> Reports.period("olderThan", text))
                .orElse(Measures.KEPT);
        int forgotten = measures.forget(olderThan);
        reports.forget();
        return CompletableFuture.completedFuture(Answer.ok(new Cleaned(olderThan.toString(), forgotten, now())));
    }

    private String now() {
        return Alerts.text(clock.instant());
    }
}
