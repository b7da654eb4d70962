package io.rialto.gateway.settings;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Reads the configuration: defaults, then the file (HOCON or properties), then the environment, then the options of the
 * command line; the last one wins. Every key is known by name here, with unit, default and range.
 */
public final class Settings {
    static final List<Setting> ALL = List.of(
            Setting.text("http.host", "127.0.0.1", "address to listen on"),
            Setting.number("http.port", "port", 8080, 0, 65_535, "0 takes a free one"),
            Setting.number("http.threads", "threads", 64, 8, 1_000, "of the HTTP server"),
            Setting.number("http.max-body", "bytes", 65_536, 1_024, 16_777_216, "a larger body is refused"),
            Setting.number("http.max-headers", "bytes", 8_192, 1_024, 65_536, "larger headers are refused"),
            Setting.number("http.idle-timeout", "ms", 60_000, 1_000, 600_000, "a silent connection is closed"),
            Setting.number("http.answer-timeout", "ms", 5_000, 10, 60_000, "then the outcome is unknown"),
            Setting.number("http.read-timeout", "ms", 2_000, 10, 60_000, "how long a read waits for the feeds"),
            Setting.number("access.window", "ms", 5_000, 100, 60_000, "how old a signed request may be"),
            Setting.number("access.widest-window", "ms", 60_000, 100, 60_000, "what X-API-Window may ask for"),
            Setting.number("access.nonce-limit", "nonces", 2_000_000, 1_000, 50_000_000, "remembered at once"),
            Setting.choice("line.profile", "shared", List.of("shared", "lowlatency"), "how its threads wait"),
            Setting.number("line.ring-size", "frames", 4_096, 16, 1_048_576, "a power of two; full is BUSY"),
            Setting.choice("journal.durability", "durable", List.of("journaled", "durable"), "what an ack promises"),
            Setting.number("journal.low-space", "MiB", 1_024, 1, 1_048_576, "below it only cancels are taken"),
            Setting.number("journal.closed-space", "MiB", 256, 1, 1_048_576, "below it nothing is taken"),
            Setting.text("schedule.file", "none", "sessions of the instruments, JSON; none keeps every phase"),
            Setting.number("schedule.poll", "ms", 20, 1, 1_000, "how often the timekeeper looks at the clock"),
            Setting.number("sizes.orders", "orders", 65_536, 1_024, 16_777_216, "open orders to make room for"),
            Setting.number("sizes.accounts", "accounts", 1_024, 16, 1_048_576, "accounts to make room for"));

    private final Map<String, String> values;
    private final Path data;

    private Settings(Map<String, String> values, Path data) {
        this.values = values;
        this.data = data;
    }

    /**
     * @param options keys given on the command line
     * @throws ConfigFaults with all faults at once
     */
    public static Settings read(
            Path data, Optional<Path> file, Map<String, String> environment, Map<String, String> options)
            throws ConfigFaults {
        List<String> faults = new ArrayList<>();
        Map<String, String> values = new TreeMap<>();
        for (Setting setting : ALL) values.put(setting.key(), setting.normal());
        file.ifPresent(path -> fromFile(path, values, faults));
        for (Setting setting : ALL) {
            String value = environment.get(setting.variable());
            if (value != null) values.put(setting.key(), value);
        }
        values.putAll(options);
        for (Setting setting : ALL) {
            String fault = setting.fault(values.get(setting.key()));
            if (!fault.isEmpty()) faults.add(fault);
        }
        if (faults.isEmpty()) together(values, faults);
        if (!faults.isEmpty()) throw new ConfigFaults(faults);
        return new Settings(values, data);
    }

    private static void fromFile(Path path, Map<String, String> values, List<String> faults) {
        if (!Files.isReadable(path)) {
            faults.add("the configuration file must be readable: file=" + path);
            return;
        }
        try {
            Config config = ConfigFactory.parseFile(path.toFile()).resolve();
            config.entrySet().forEach(entry -> {
                if (values.containsKey(entry.getKey())) {
                    values.put(entry.getKey(), config.getString(entry.getKey()));
                } else {
                    faults.add(entry.getKey() + " is not a known key: file=" + path);
                }
            });
        } catch (ConfigException e) {
            faults.add("the configuration file must be HOCON or properties: " + e.getMessage());
        }
    }

    private static void together(Map<String, String> values, List<String> faults) {
        if (Integer.bitCount(Integer.parseInt(values.get("line.ring-size"))) != 1) {
            faults.add("line.ring-size must be a power of two: was '" + values.get("line.ring-size") + "'");
        }
        if (Long.parseLong(values.get("access.window")) > Long.parseLong(values.get("access.widest-window"))) {
            faults.add("access.window must not be above access.widest-window");
        }
        if (Long.parseLong(values.get("journal.closed-space")) > Long.parseLong(values.get("journal.low-space"))) {
            faults.add("journal.closed-space must not be above journal.low-space");
        }
    }

    public VenueConfig config() {
        return new VenueConfig(
                data,
                new VenueConfig.Http(
                        values.get("http.host"),
                        number("http.port"),
                        number("http.threads"),
                        number("http.max-body"),
                        number("http.max-headers"),
                        number("http.idle-timeout"),
                        number("http.answer-timeout"),
                        number("http.read-timeout")),
                new VenueConfig.Access(
                        number("access.window"), number("access.widest-window"), number("access.nonce-limit")),
                new VenueConfig.Line(
                        values.get("line.profile").equals("lowlatency")
                                ? VenueConfig.Profile.LOWLATENCY
                                : VenueConfig.Profile.SHARED,
                        number("line.ring-size")),
                new VenueConfig.Journal(
                        values.get("journal.durability"), number("journal.low-space"), number("journal.closed-space")),
                new VenueConfig.Schedule(scheduleFile(), number("schedule.poll")),
                new VenueConfig.Sizes(number("sizes.orders"), number("sizes.accounts")));
    }

    /** What is in force, a line a key; there is no secret among them. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("data=" + data);
        values.forEach((key, value) -> lines.add(key + "=" + value));
        return lines;
    }

    private Optional<Path> scheduleFile() {
        String file = values.get("schedule.file");
        return file.equals("none") ? Optional.empty() : Optional.of(Path.of(file));
    }

    private int number(String key) {
        return Integer.parseInt(values.get(key));
    }
}
