package io.rialto.gateway.meters;

/**
 * How much may be spent. A bucket holds {@code most} tokens and gets {@code tokens} back, evenly, each {@code perMillis};
 * a window lets {@code most} pass in any {@code perMillis} and ignores {@code tokens}.
 *
 * <p>Immutable. All above zero.
 */
public record Quota(Kind kind, long most, long tokens, long perMillis) {
    private static final long SECOND_MILLIS = 1_000;

    /** How it is counted. */
    public enum Kind {
        BUCKET,
        WINDOW
    }

    public Quota {
        if (most < 1 || tokens < 1 || perMillis < 1) {
            throw new IllegalArgumentException(
                    "a quota must be above zero: most=" + most + " tokens=" + tokens + " perMillis=" + perMillis);
        }
    }

    public static Quota bucket(long perSecond, long burst) {
        return new Quota(Kind.BUCKET, burst, perSecond, SECOND_MILLIS);
    }

    public static Quota bucket(long most, long tokens, long perMillis) {
        return new Quota(Kind.BUCKET, most, tokens, perMillis);
    }

    public static Quota window(long most, long perMillis) {
        return new Quota(Kind.WINDOW, most, most, perMillis);
    }

    /** Within how many seconds all of it comes back. */
    public long windowSeconds() {
        long millis = kind == Kind.WINDOW ? perMillis : most * perMillis / tokens;
        return Math.max(1, (millis + SECOND_MILLIS - 1) / SECOND_MILLIS);
    }

    /** Part of a meter's name: a quota that changes is counted anew. */
    String word() {
        return most + "/" + tokens + "/" + perMillis;
    }
}
