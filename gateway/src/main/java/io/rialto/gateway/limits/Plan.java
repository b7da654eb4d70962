package io.rialto.gateway.limits;

import io.rialto.gateway.meters.Quota;

/**
 * A rate of requests and how many may come at once. Immutable.
 *
 * @param perSecond weight that comes back each second
 * @param burst weight that may be spent at once; at least the heaviest request
 */
public record Plan(int perSecond, int burst) {
    public static final int MOST = 1_000_000;

    private static final int ALL_PERCENT = 100;
    private static final int HOUR_SECONDS = 3_600;

    /** What lies idle for an hour is forgotten: by then it must be full again. */
    public boolean comesBackWithinAnHour() {
        return burst <= (long) perSecond * HOUR_SECONDS;
    }

    Quota bucket() {
        return Quota.bucket(perSecond, burst);
    }

    /** A part of it, that still lets the heaviest request pass. */
    Plan part(int percent) {
        return new Plan(Math.max(1, (int) ((long) perSecond * percent / ALL_PERCENT)), Math.max(Fare.HEAVIEST, (int)
                ((long) burst * percent / ALL_PERCENT)));
    }

    /** A part of what comes back in so many seconds. */
    Quota window(int seconds, int percent) {
        long most = (long) perSecond * seconds * percent / ALL_PERCENT;
        return Quota.window(Math.max(Fare.HEAVIEST, most), seconds * 1_000L);
    }
}
