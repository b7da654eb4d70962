package io.rialto.gateway.settings;

import io.rialto.feeds.database.DatabaseAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The keys of the read model. */
final class RecordsSettings {
    static final List<Setting> ALL = List.of(
            Setting.choice("records.kept", "on", List.of("on", "off"), "whether there is a read model"),
            Setting.text("records.url", "none", "jdbc:postgresql:… of the read model; none keeps it embedded"),
            Setting.text("records.user", "none", "who it is asked as"),
            Setting.text("records.password-file", "none", "file with that user's password"));

    private RecordsSettings() {}

    static VenueConfig.Records config(Map<String, String> values) {
        return new VenueConfig.Records(
                values.get("records.kept").equals("on"),
                new DatabaseAddress(
                        given(values, "records.url"),
                        given(values, "records.user"),
                        given(values, "records.password-file").map(Path::of)));
    }

    private static Optional<String> given(Map<String, String> values, String key) {
        return Optional.of(values.get(key)).filter(value -> !value.equals("none"));
    }
}
