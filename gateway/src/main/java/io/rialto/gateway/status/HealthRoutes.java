package io.rialto.gateway.status;

import io.rialto.gateway.form.Times;
import io.rialto.gateway.http.Answer;
import io.rialto.gateway.http.Call;
import io.rialto.gateway.http.RouteGroup;
import io.rialto.gateway.http.Routes;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Whether the venue lives, whether it takes requests, and what time it is here. */
public final class HealthRoutes implements RouteGroup {
    private final Supplier<VenueStatus> status;

    public HealthRoutes(Supplier<VenueStatus> status) {
        this.status = status;
    }

    @Override
    public void addTo(Routes routes) {
        routes.status("/health", this::health).says("How the process is").answers(200, Health.class);
        routes.status("/health/live", this::live)
                .says("Whether the process lives")
                .answers(200, Word.class);
        routes.status("/health/ready", this::ready)
                .says("Whether it takes requests")
                .answers(200, Word.class);
        routes.status(Routes.API + "/time", this::time)
                .says("What time it is here")
                .answers(200, Time.class);
    }

    private record Health(
            String status,
            String ack,
            String intake,
            long sequence,
            long durableSequence,
            long feedsSequence,
            List<String> faults) {}

    private record Word(String status) {}

    private record Time(String time, long epochMillis, long sequence) {}

    private Answer health(Call call) {
        VenueStatus now = status.get();
        Health health = new Health(
                now.isHealthy() ? "HEALTHY" : "UNHEALTHY",
                now.ack(),
                now.intake(),
                now.sequence(),
                now.durableSequence(),
                now.feedsSequence(),
                now.faults());
        return Answer.of(now.isHealthy() ? 200 : 503, health);
    }

    private Answer live(Call call) {
        return Answer.ok(new Word("LIVE"));
    }

    private Answer ready(Call call) {
        return status.get().isHealthy()
                ? Answer.ok(new Word("READY"))
                : Answer.of(503, new Word("NOT_READY")).with("Retry-After", "1");
    }

    /** By the clock of the line: a period that begins now holds what is sent now. */
    private Answer time(Call call) {
        VenueStatus now = status.get();
        long millis = TimeUnit.NANOSECONDS.toMillis(now.epochNanos());
        return Answer.ok(new Time(Times.text(now.epochNanos()), millis, now.sequence()));
    }
}
