package io.rialto.bench.venue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Locale;

/**
 * What the venue says itself of the time it took: whether it was the device, or the way there, that answers waited for. Any thread;
 * an {@link IllegalStateException} when it does not say.
 */
public final class OwnTimes {
    private static final String PATH = "/api/v1/monitoring/metrics/trading?period=PT%dS";
    private static final String DEVICE = "JOURNAL_COMMIT_LATENCY";

    private OwnTimes() {}

    /** In words, of the last so many seconds. */
    public static String of(VenueClient administrator, int seconds) throws IOException {
        VenueClient.Answer answer = administrator.get(String.format(PATH, seconds));
        if (!answer.isOk()) throw new IllegalStateException("the venue does not say how it is: " + answer);
        for (JsonNode kind : answer.body().get("metrics")) {
            if (kind.get("kind").asText().equals(DEVICE)) return inWords(kind, seconds);
        }
        throw new IllegalStateException("the venue does not say " + DEVICE);
    }

    private static String inWords(JsonNode commits, int seconds) {
        return String.format(
                Locale.ROOT,
                "of that, in the venue's journal over the last %d s: %d batches, microseconds p50 %.0f, p99 %.0f, max %.0f",
                seconds,
                commits.get("count").asLong(),
                commits.get("p50").asDouble(),
                commits.get("p99").asDouble(),
                commits.get("max").asDouble());
    }
}
