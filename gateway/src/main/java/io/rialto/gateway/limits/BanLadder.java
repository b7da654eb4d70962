package io.rialto.gateway.limits;

import io.rialto.gateway.meters.Charge;
import io.rialto.gateway.meters.Meters;
import io.rialto.gateway.meters.ShutOut;
import io.rialto.gateway.problem.Problem;
import io.rialto.gateway.problem.ProblemCode;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who goes on asking in spite of refusals is shut out for a while, and longer each time; a day after the last one all is
 * forgotten. Thread-safe.
 */
final class BanLadder {
    static final long FORGOTTEN_MILLIS = 86_400_000;

    private static final Logger LOG = LoggerFactory.getLogger(BanLadder.class);
    private static final long MILLIS_PER_SECOND = 1_000;

    private final Meters meters;
    private final Clock clock;
    private volatile BiConsumer<String, String> listener = (who, how) -> {};

    BanLadder(Meters meters, Clock clock) {
        this.meters = meters;
        this.clock = clock;
    }

    void whenBanned(BiConsumer<String, String> hearing) {
        listener = hearing;
    }

    /** Why that one is not let in now. */
    Optional<Problem> refusal(String name) {
        long nowMillis = clock.millis();
        return meters.shutOut(name)
                .filter(shutOut -> shutOut.untilMillis() > nowMillis)
                .map(shutOut -> Problem.waiting(
                        ProblemCode.TEMPORARILY_BANNED,
                        shutOut.untilMillis() - nowMillis,
                        "banned for asking on in spite of refusals, step " + shutOut.step()
                                + " of the ladder; cancels are still taken; see GET /api/v1/limits"));
    }

    /** Counts a refusal. */
    synchronized void strike(String name, Limits.Bans rule) {
        long nowMillis = clock.millis();
        Optional<ShutOut> before =
                meters.shutOut(name).filter(shutOut -> shutOut.untilMillis() + FORGOTTEN_MILLIS > nowMillis);
        if (before.isPresent() && before.get().untilMillis() > nowMillis) return;
        int step = before.map(ShutOut::step).orElse(0);
        Charge strike = new Charge("strikes", "strikes:" + step + ":" + name, rule.strikes(), 1);
        if (meters.take(strike).isPassed()) return;
        List<Integer> ladder = rule.ladderSeconds();
        long lengthMillis = ladder.get(Math.min(step, ladder.size() - 1)) * MILLIS_PER_SECOND;
        meters.shutOut(name, new ShutOut(step + 1, nowMillis + lengthMillis), lengthMillis + FORGOTTEN_MILLIS);
        listener.accept(name, "step " + (step + 1) + ", " + lengthMillis / MILLIS_PER_SECOND + " s");
        LOG.warn("banned who={} step={} seconds={}", name, step + 1, lengthMillis / MILLIS_PER_SECOND);
    }
}
