package io.rialto.gateway.risk;

import io.rialto.gateway.form.Form;
import java.util.Locale;
import java.util.regex.Pattern;

/** Hours of the day (UTC) as people write them, {@code "22:00"} to {@code "06:30"}: a first minute and how long they are. */
final class Hours {
    private static final Pattern MINUTE = Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]");
    private static final long MINUTE_NANOS = 60_000_000_000L;
    private static final int DAY_MINUTES = 1_440;
    private static final int HOUR_MINUTES = 60;

    private Hours() {}

    static int minute(Form form, String name) {
        String text = form.text(name, MINUTE, "must be a time of day like 09:30");
        int colon = text.indexOf(':');
        return Integer.parseInt(text.substring(0, colon)) * HOUR_MINUTES + Integer.parseInt(text.substring(colon + 1));
    }

    /** From the first minute until the second one begins; 0 when they are the same. */
    static long lengthNanos(int from, int to) {
        return Math.floorMod(to - from, DAY_MINUTES) * MINUTE_NANOS;
    }

    static String text(long minute) {
        return String.format(
                Locale.ROOT, "%02d:%02d", minute / HOUR_MINUTES % (DAY_MINUTES / HOUR_MINUTES), minute % HOUR_MINUTES);
    }

    static String end(long from, long lengthNanos) {
        return text((from + lengthNanos / MINUTE_NANOS) % DAY_MINUTES);
    }
}
