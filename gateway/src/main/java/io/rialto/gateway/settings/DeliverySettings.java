package io.rialto.gateway.settings;

import java.util.List;
import java.util.Map;

/** The keys of what leaves the venue: the outbox, and each way out of it. */
final class DeliverySettings {
    static final List<Setting> ALL = List.of(
            Setting.number("delivery.threads", "threads", 4, 2, 64, "of each channel; one is for what is critical"),
            Setting.number("delivery.tries", "tries", 12, 1, 100, "then a message is a dead letter"),
            Setting.number("delivery.first-retry", "ms", 5_000, 10, 600_000, "then twice as long each time"),
            Setting.number("delivery.longest-retry", "s", 3_600, 1, 86_400, "of the waits between tries"),
            Setting.number(
                    "delivery.lease", "s", 60, 4, 3_600, "after it another process takes over from one that died"),
            Setting.number("delivery.poll", "ms", 1_000, 10, 60_000, "how often it is looked for what is due"),
            Setting.number("delivery.kept", "hours", 720, 1, 87_600, "how long what is over is remembered"));

    private final Map<String, String> values;

    private DeliverySettings(Map<String, String> values) {
        this.values = values;
    }

    static DeliveryConfig config(Map<String, String> values) {
        return new DeliverySettings(values).config();
    }

    private DeliveryConfig config() {
        return new DeliveryConfig(new DeliveryConfig.Outbox(
                number("delivery.threads"),
                number("delivery.tries"),
                number("delivery.first-retry"),
                number("delivery.longest-retry"),
                number("delivery.lease"),
                number("delivery.poll"),
                number("delivery.kept")));
    }

    private int number(String key) {
        return Integer.parseInt(values.get(key));
    }
}
