package io.rialto.gateway.settings;

import java.util.List;
import java.util.Map;

/** The keys of notifications: how much of everything one reader may have. */
final class NoticeSettings {
    static final List<Setting> ALL = List.of(
            Setting.number(
                    "notifications.inbox", "notifications", 1_000, 10, 100_000, "of a reader; the oldest fall out"),
            Setting.number("notifications.days", "days", 90, 1, 3_650, "how long a notification is kept"),
            Setting.number("notifications.subscriptions", "subscriptions", 100, 1, 10_000, "of a reader"),
            Setting.number("notifications.price-alerts", "price alerts", 100, 1, 10_000, "of a reader"),
            Setting.number(
                    "notifications.health", "ms", 5_000, 100, 3_600_000, "between two looks at the venue's health"));

    private NoticeSettings() {}

    static VenueConfig.Notices config(Map<String, String> values) {
        return new VenueConfig.Notices(
                number(values, "notifications.inbox"),
                number(values, "notifications.days"),
                number(values, "notifications.subscriptions"),
                number(values, "notifications.price-alerts"),
                number(values, "notifications.health"));
    }

    private static int number(Map<String, String> values, String key) {
        return Integer.parseInt(values.get(key));
    }
}
