package io.rialto.gateway.settings;

import java.util.List;
import java.util.Map;

/** The keys of what connections that stay are told by the clock. */
final class StreamSettings {
    private static final int STEP_MILLIS = 100;
    private static final String HEARTBEAT = "streams.heartbeat";

    static final List<Setting> ALL =
            List.of(Setting.number(HEARTBEAT, "ms", 5_000, 100, 60_000, "between two heartbeats; a multiple of 100"));

    private StreamSettings() {}

    static void check(Map<String, String> values, List<String> faults) {
        if (Integer.parseInt(values.get(HEARTBEAT)) % STEP_MILLIS == 0) return;
        faults.add(HEARTBEAT + " must be a multiple of " + STEP_MILLIS + ": was '" + values.get(HEARTBEAT) + "'");
    }

    static VenueConfig.Streams config(Map<String, String> values) {
        return new VenueConfig.Streams(Integer.parseInt(values.get(HEARTBEAT)));
    }
}
