package io.rialto.gateway.limits;

import io.rialto.gateway.meters.Charge;
import io.rialto.gateway.meters.Reading;
import io.rialto.gateway.problem.Problem;
import io.rialto.gateway.problem.ProblemCode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One request on its way through the {@link Turnstile}: what it was charged, and how the meters stand. Of one thread.
 *
 * <p>Its headers are those of draft-ietf-httpapi-ratelimit-headers (a policy and a reading each for every limit that was
 * asked), and the older three for the tightest of them.
 */
public final class Passage {
    private static final long MILLIS_PER_SECOND = 1_000;

    private final Fare fare;
    private final String address;
    private final Limits limits;
    private final List<Reading> readings = new ArrayList<>();
    private final long nowMillis;
    private Problem refusal;

    Passage(Fare fare, String address, Limits limits, long nowMillis) {
        this.fare = fare;
        this.address = address;
        this.limits = limits;
        this.nowMillis = nowMillis;
    }

    Fare fare() {
        return fare;
    }

    String address() {
        return address;
    }

    Limits limits() {
        return limits;
    }

    /** What was taken until now. */
    List<Charge> charged() {
        return readings.stream().filter(Reading::isPassed).map(Reading::charge).toList();
    }

    void read(List<Reading> more) {
        readings.addAll(more);
        more.stream()
                .filter(reading -> !reading.isPassed())
                .max(Comparator.comparingLong(Reading::waitMillis))
                .ifPresent(reading -> refuse(limited(reading)));
    }

    void givenBack() {
        readings.replaceAll(reading -> reading.isPassed() ? reading.givenBack() : reading);
    }

    void refuse(Problem problem) {
        refusal = problem;
    }

    public boolean isRefused() {
        return refusal != null;
    }

    /** @throws Problem RATE_LIMITED or TEMPORARILY_BANNED, with the time after which it would pass */
    public void check() {
        if (refusal != null) throw refusal;
    }

    private static Problem limited(Reading reading) {
        Charge charge = reading.charge();
        return Problem.waiting(
                ProblemCode.RATE_LIMITED,
                reading.waitMillis(),
                "the limit " + charge.policy() + " is spent: the request weighs " + charge.weight() + " and "
                        + reading.remaining() + " of " + charge.quota().most() + " are left; see GET /api/v1/limits");
    }

    /** Of the answer, whatever it is; none before anything was asked. */
    public Map<String, String> headers() {
        if (readings.isEmpty()) return Map.of();
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("RateLimit-Policy", readings.stream().map(Passage::policy).collect(Collectors.joining(", ")));
        headers.put("RateLimit", readings.stream().map(Passage::state).collect(Collectors.joining(", ")));
        Reading tightest = readings.stream()
                .min(Comparator.comparing(Reading::isPassed).thenComparingDouble(Passage::left))
                .orElseThrow();
        headers.put("X-RateLimit-Limit", Long.toString(tightest.charge().quota().most()));
        headers.put("X-RateLimit-Remaining", Long.toString(tightest.remaining()));
        headers.put("X-RateLimit-Reset", Long.toString(seconds(nowMillis + tightest.resetMillis())));
        return headers;
    }

    private static double left(Reading reading) {
        return (double) reading.remaining() / reading.charge().quota().most();
    }

    private static String policy(Reading reading) {
        return "\"" + reading.charge().policy() + "\";q="
                + reading.charge().quota().most() + ";w="
                + reading.charge().quota().windowSeconds();
    }

    private static String state(Reading reading) {
        return "\"" + reading.charge().policy() + "\";r=" + reading.remaining() + ";t="
                + seconds(reading.resetMillis());
    }

    private static long seconds(long millis) {
        return (millis + MILLIS_PER_SECOND - 1) / MILLIS_PER_SECOND;
    }
}
