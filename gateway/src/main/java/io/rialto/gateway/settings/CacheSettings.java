package io.rialto.gateway.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The keys of kept answers. */
final class CacheSettings {
    private static final int DAY_SECONDS = 86_400;

    static final List<Setting> ALL = List.of(
            Setting.number("cache.size", "MiB", 64, 0, 16_384, "of memory for answers of the read model; 0 keeps none"),
            Setting.number("cache.orders-ttl", "s", 60, 1, DAY_SECONDS, "how long orders are kept"),
            Setting.number("cache.fills-ttl", "s", 300, 1, DAY_SECONDS, "how long pages of fills are kept"),
            Setting.number("cache.postings-ttl", "s", 300, 1, DAY_SECONDS, "how long pages of postings are kept"),
            Setting.number("cache.events-ttl", "s", 300, 1, DAY_SECONDS, "how long pages of events are kept"),
            Setting.text("cache.redis", "none", "redis://host:port that gateways share kept answers through"),
            Setting.text("cache.redis-password-file", "none", "file with its password"),
            Setting.number("cache.redis-timeout", "ms", 50, 10, 5_000, "then Redis counts as away"));

    private CacheSettings() {}

    static VenueConfig.Cache config(Map<String, String> values) {
        return new VenueConfig.Cache(
                number(values, "cache.size"),
                number(values, "cache.orders-ttl"),
                number(values, "cache.fills-ttl"),
                number(values, "cache.postings-ttl"),
                number(values, "cache.events-ttl"),
                new VenueConfig.Redis(
                        given(values, "cache.redis"),
                        given(values, "cache.redis-password-file").map(Path::of),
                        number(values, "cache.redis-timeout")));
    }

    private static int number(Map<String, String> values, String key) {
        return Integer.parseInt(values.get(key));
    }

    private static Optional<String> given(Map<String, String> values, String key) {
        return Optional.of(values.get(key)).filter(value -> !value.equals("none"));
    }
}
