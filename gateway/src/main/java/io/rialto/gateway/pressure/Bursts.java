package io.rialto.gateway.pressure;

/**
 * Tells a burst, which is let in, from a crowd that stays, which is not. A queue that is gone again soon does no harm: it is what
 * comes after a moment in which the venue, or the machine, was held up. One that stays only makes everybody wait (Nichols and
 * Jacobson, Controlling queue delay, 2012). Only where somebody was refused lately do the places count that there are now: a
 * venue that keeps up may be slow for a moment without refusing anybody.
 *
 * <p>Thread-safe; who races here lets in one more or one less. Times in nanoseconds of one clock.
 */
final class Bursts {
    private static final long GONE_SOON_NANOS = 100_000_000;
    private static final long CALM_NANOS = 500_000_000;

    private final int usual;
    private final int most;
    private volatile boolean isCrowded;
    private volatile long crowdedNanos;
    private volatile long refusedNanos;

    /**
     * All is calm at first.
     *
     * @param usual requests in progress that are no crowd while all is calm
     * @param above those, for a tenth of a second
     */
    Bursts(int usual, int above, long nowNanos) {
        this.usual = usual;
        most = usual + above;
        refusedNanos = nowNanos - CALM_NANOS;
    }

    /**
     * One more has come.
     *
     * @param inProgress with it
     * @param places that there are now
     * @param reserved beside them, for those who come first
     */
    boolean lets(int inProgress, int places, int reserved, long nowNanos) {
        boolean isCalm = nowNanos - refusedNanos >= CALM_NANOS;
        if (isCalm ? isUsualOrBurst(inProgress, reserved, nowNanos) : inProgress <= places + reserved) return true;
        refusedNanos = nowNanos;
        isCrowded = false;
        return false;
    }

    private boolean isUsualOrBurst(int inProgress, int reserved, long nowNanos) {
        if (inProgress <= usual) {
            if (isCrowded) isCrowded = false;
            return true;
        }
        if (!isCrowded) {
            crowdedNanos = nowNanos;
            isCrowded = true;
        }
        boolean isSoonGone = nowNanos - crowdedNanos <= GONE_SOON_NANOS;
        return inProgress <= (isSoonGone ? most : usual) + reserved;
    }
}
