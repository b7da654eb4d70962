package io.rialto.gateway.tiers;

import io.rialto.gateway.access.Scope;
import io.rialto.gateway.form.Field;
import io.rialto.gateway.form.Times;
import io.rialto.gateway.http.Answer;
import io.rialto.gateway.http.Call;
import io.rialto.gateway.http.RouteGroup;
import io.rialto.gateway.http.Routes;
import io.rialto.gateway.meters.Meters;
import io.rialto.gateway.problem.Problem;
import io.rialto.gateway.problem.ProblemCode;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Who is banned, and whom an administrator lets in again. */
public final class BanRoutes implements RouteGroup {
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final Meters meters;
    private final Clock clock;

    public BanRoutes(Meters meters, Clock clock) {
        this.meters = meters;
        this.clock = clock;
    }

    @Override
    public void addTo(Routes routes) {
        routes.read("/admin/limits/bans", Scope.ADMIN, this::bans)
                .says("Who is shut out for a time, or was")
                .answers(200, Items.class);
        routes.write("DELETE", "/admin/limits/bans", Scope.ADMIN, this::lift, "who")
                .says("Let somebody in again")
                .with(Field.text("who").says("as the list has it"))
                .answers(200, Lifted.class);
    }

    /** @param isInForce false when it is over and only makes the next one longer */
    private record Ban(String who, int step, String until, boolean isInForce) {}

    private record Lifted(String who) {}

    private record Items(List<Ban> items) {}

    private Answer bans(Call call) {
        long nowMillis = clock.millis();
        return Answer.ok(new Items(meters.shutOuts().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(each -> new Ban(
                        each.getKey(),
                        each.getValue().step(),
                        Times.text(each.getValue().untilMillis() * NANOS_PER_MILLI),
                        each.getValue().untilMillis() > nowMillis))
                .toList()));
    }

    private CompletionStage<Answer> lift(Call call) {
        String who = call.parameter("who")
                .orElseThrow(() -> Problem.at("who", ProblemCode.MISSING_FIELD, "who is required, as the list has it"));
        if (!meters.forget(who)) throw Problem.at("who", ProblemCode.NOT_FOUND, "nobody of that name is banned");
        return CompletableFuture.completedFuture(Answer.ok(new Lifted(who)));
    }
}
