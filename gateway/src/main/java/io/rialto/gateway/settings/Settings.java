package io.rialto.gateway.settings;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import io.rialto.feeds.candles.CandlesKept;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads the configuration: defaults, then the file (HOCON or properties), then the environment, then the options of the
 * command line; the last one wins. Every key is known by name here, with unit, default and range.
 */
public final class Settings {
    private static final List<Setting> HOUSE = List.of(
            Setting.text("http.host", "127.0.0.1", "address to listen on"),
            Setting.number("http.port", "port", 8080, 0, 65_535, "0 takes a free one"),
            Setting.number("http.threads", "threads", 64, 8, 1_000, "of the HTTP server"),
            Setting.number("http.max-body", "bytes", 65_536, 1_024, 16_777_216, "a larger body is refused"),
            Setting.number("http.max-headers", "bytes", 8_192, 1_024, 65_536, "larger headers are refused"),
            Setting.number("http.idle-timeout", "ms", 60_000, 1_000, 600_000, "a silent connection is closed"),
            Setting.number("http.answer-timeout", "ms", 5_000, 10, 60_000, "then the outcome is unknown"),
            Setting.number("http.read-timeout", "ms", 2_000, 10, 60_000, "how long a read waits for the feeds"),
            Setting.number("http.in-progress", "requests", 32, 4, 10_000, "at once; more are BUSY"),
            Setting.number("http.burst", "requests", 128, 0, 10_000, "above those, for a tenth of a second"),
            Setting.number("http.soon", "ms", 15, 1, 60_000, "while most take longer, fewer are let in"),
            Setting.number("http.connections", "connections", 12_000, 10, 1_000_000, "at once; more are closed"),
            Setting.number("http.address-connections", "connections", 2_000, 1, 1_000_000, "of one address"),
            Setting.number("http.sockets", "connections", 10_000, 1, 1_000_000, "that became WebSockets"),
            Setting.number("http.header-timeout", "ms", 10_000, 100, 600_000, "from a request's first byte"),
            Setting.number("http.least-rate", "bytes/s", 256, 1, 1_048_576, "of a body, after that time"),
            Setting.text("http.keystore", "none", "PKCS12 with certificate and key for TLS; none serves plain HTTP"),
            Setting.text("http.keystore-password", "none", "file with the keystore's password"),
            Setting.choice("security.preset", "development", List.of("development", "production"), "how strict"),
            Setting.text("security.hosts", "any", "names that the venue answers to; *.example.com is all below"),
            Setting.text("security.origins", "localhost", "pages that may ask, scheme and all"),
            Setting.text("security.proxies", "none", "addresses and networks whose X-Forwarded-For counts"),
            Setting.text("security.scrapers", "none", "addresses and networks that may read /metrics without a key"),
            Setting.number("access.window", "ms", 5_000, 100, 60_000, "how old a signed request may be"),
            Setting.number("access.widest-window", "ms", 60_000, 100, 60_000, "what X-API-Window may ask for"),
            Setting.number("access.nonce-limit", "nonces", 2_000_000, 1_000, 50_000_000, "remembered at once"),
            Setting.text("control.url", "none", "jdbc:postgresql:… of the control database; none keeps it embedded"),
            Setting.text("control.user", "none", "who it is asked as"),
            Setting.text("control.password-file", "none", "file with that user's password"),
            Setting.number("limits.standard-rate", "weight/s", 2_000, 1, 1_000_000, "of an account; see Limits"),
            Setting.number("limits.standard-burst", "weight", 10_000, 100, 1_000_000, "at once"),
            Setting.number("limits.premium-rate", "weight/s", 5_000, 1, 1_000_000, "of a PREMIUM account"),
            Setting.number("limits.premium-burst", "weight", 20_000, 100, 1_000_000, "at once"),
            Setting.number("limits.broker-rate", "weight/s", 20_000, 1, 1_000_000, "of BROKERs and administrators"),
            Setting.number("limits.broker-burst", "weight", 40_000, 100, 1_000_000, "at once"),
            Setting.number("limits.address-rate", "weight/s", 20_000, 1, 1_000_000, "of an address, whoever asks"),
            Setting.number("limits.address-burst", "weight", 40_000, 100, 1_000_000, "at once"),
            Setting.number("limits.endpoint-share", "%", 80, 1, 100, "of all that, for one route alone"),
            Setting.number("limits.window", "s", 60, 1, 3_600, "of the windows of route groups"),
            Setting.number("limits.failure-weight", "weight", 10, 1, 100, "what a refused signature costs its address"),
            Setting.number("limits.ban-after", "refusals", 1_000, 1, 1_000_000, "within limits.ban-window"),
            Setting.number("limits.ban-window", "s", 60, 1, 3_600, "in which refusals add up"),
            Setting.text("limits.ban-ladder", "10,60,600,3600,86400", "seconds of a ban, of the next, and so on"),
            Setting.text("limits.redis", "none", "redis://host:port that gateways share their limits through"),
            Setting.text("limits.redis-password-file", "none", "file with its password"),
            Setting.number("limits.redis-timeout", "ms", 100, 10, 5_000, "then Redis counts as away"),
            Setting.number("people.access-token", "s", 600, 60, 900, "how long an access token counts"),
            Setting.choice("people.four-eyes", "off", List.of("off", "on"), "dangerous administration takes two"),
            Setting.number("people.session", "hours", 720, 1, 8_760, "how long a session can be renewed"),
            Setting.text("tracing.endpoint", "none", "http://host:port that takes traces by OTLP; none makes none"),
            Setting.number("tracing.share", "%", 100, 0, 100, "of requests that no client's trace has decided on"),
            Setting.choice("line.profile", "shared", List.of("shared", "lowlatency"), "how its threads wait"),
            Setting.number("line.ring-size", "frames", 4_096, 16, 1_048_576, "a power of two; full is BUSY"),
            Setting.choice("journal.durability", "durable", List.of("journaled", "durable"), "what an ack promises"),
            Setting.number("journal.low-space", "MiB", 1_024, 1, 1_048_576, "below it only cancels are taken"),
            Setting.number("journal.closed-space", "MiB", 256, 1, 1_048_576, "below it nothing is taken"),
            Setting.number("snapshots.every", "frames", 5_000_000, 0, 1_000_000_000, "0 takes none by itself"),
            Setting.number("snapshots.kept", "snapshots", 2, 1, 100, "older ones are deleted"),
            Setting.text("schedule.file", "none", "sessions of the instruments, JSON; none keeps every phase"),
            Setting.number("schedule.poll", "ms", 20, 1, 1_000, "how often the timekeeper looks at the clock"),
            Setting.number(
                    "market.trades-kept", "trades", 1_000_000, 1, 100_000_000, "of each instrument, for its day"),
            Setting.text("market.candles-kept", "usual", "of each instrument, such as 1s:3600,1m:10000"),
            Setting.number("sizes.orders", "orders", 65_536, 1_024, 16_777_216, "open orders to make room for"),
            Setting.number("sizes.accounts", "accounts", 1_024, 16, 1_048_576, "accounts to make room for"),
            Setting.number("sizes.closed-orders", "orders", 1_000_000, 0, 100_000_000, "kept in memory"),
            Setting.number("sizes.fills", "fills", 2_000_000, 1, 100_000_000, "kept in memory"),
            Setting.number("sizes.movements", "movements", 2_000_000, 1, 100_000_000, "of money kept in memory"));

    static final List<Setting> ALL = Stream.of(
                    HOUSE,
                    DeliverySettings.ALL,
                    RecordsSettings.ALL,
                    CacheSettings.ALL,
                    NoticeSettings.ALL,
                    StreamSettings.ALL)
            .flatMap(List::stream)
            .toList();

    private static final String NONE = "none";
    private static final String POSTGRESQL = "jdbc:postgresql:";
    private static final long HOUR_SECONDS = 3_600;
    private static final String SECONDS = "([1-9][0-9]{0,3}|[1-7][0-9]{4}|8[0-5][0-9]{3}|86[0-3][0-9]{2}|86400)";
    private static final Pattern LADDERS = Pattern.compile(SECONDS + "( *, *" + SECONDS + "){0,9}");
    private static final Pattern COLLECTORS = Pattern.compile("none|https?://[A-Za-z0-9.:\\[\\]-]{1,255}");
    private static final Pattern REDIS = Pattern.compile("none|rediss?://[A-Za-z0-9.:\\[\\]-]{1,255}(/[0-9]{1,2})?");

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
        for (String whose : List.of("control", "records")) database(whose, values.get(whose + ".url"), faults);
        limits(values, faults);
        if (!COLLECTORS.matcher(values.get("tracing.endpoint")).matches()) {
            faults.add(
                    "tracing.endpoint must be none or http://host:port: was '" + values.get("tracing.endpoint") + "'");
        }
        DeliverySettings.check(values, faults);
        StreamSettings.check(values, faults);
        candles(values.get("market.candles-kept"), faults);
        if (values.get("security.preset").equals("production")) production(values, faults);
        if (!values.get("http.keystore").equals(NONE)
                && values.get("http.keystore-password").equals(NONE)) {
            faults.add("http.keystore needs http.keystore-password");
        }
        if (Long.parseLong(values.get("journal.closed-space")) > Long.parseLong(values.get("journal.low-space"))) {
            faults.add("journal.closed-space must not be above journal.low-space");
        }
    }

    /** An address is printed at the start: a password must not be in it. */
    private static void database(String whose, String url, List<String> faults) {
        if (url.equals(NONE)) return;
        if (!url.startsWith(POSTGRESQL)) {
            faults.add(whose + ".url must be none or start with " + POSTGRESQL);
        } else if (url.contains("@") || url.toLowerCase(Locale.ROOT).contains("password")) {
            faults.add(whose + ".url must hold no password: " + whose + ".user and " + whose
                    + ".password-file are for that");
        }
    }

    private static void candles(String text, List<String> faults) {
        try {
            candles(text);
        } catch (IllegalArgumentException fault) {
            faults.add("market.candles-kept: " + fault.getMessage());
        }
    }

    private static CandlesKept candles(String text) {
        return CandlesKept.of(text.equals("usual") ? "" : text);
    }

    /** What is not asked for an hour is forgotten: by then it must be full again. */
    private static void limits(Map<String, String> values, List<String> faults) {
        for (String name : List.of("standard", "premium", "broker", "address")) {
            long rate = Long.parseLong(values.get("limits." + name + "-rate"));
            long burst = Long.parseLong(values.get("limits." + name + "-burst"));
            if (burst > rate * HOUR_SECONDS) {
                faults.add("limits." + name + "-burst must come back within an hour: was '" + burst + "'");
            }
        }
        if (!LADDERS.matcher(values.get("limits.ban-ladder")).matches()) {
            faults.add("limits.ban-ladder must be up to 10 numbers of seconds, each 1..86400, by commas: was '"
                    + values.get("limits.ban-ladder") + "'");
        }
        for (String whose : List.of("limits", "cache")) {
            if (!REDIS.matcher(values.get(whose + ".redis")).matches()) {
                faults.add(whose + ".redis must be none or redis://host:port, and hold no password");
            }
        }
    }

    /** What faces the internet says by which name, to whose pages, and behind what. */
    private static void production(Map<String, String> values, List<String> faults) {
        if (values.get("security.hosts").equals("any")) faults.add("production needs security.hosts");
        if (values.get("security.origins").equals("localhost")) faults.add("production needs security.origins");
        boolean isPlain = values.get("http.keystore").equals(NONE)
                && values.get("security.proxies").equals(NONE);
        if (isPlain) faults.add("production needs http.keystore, or a proxy in security.proxies");
    }

    public VenueConfig config() {
        return new VenueConfig(
                data,
                http(),
                new VenueConfig.Security(
                        values.get("security.preset").equals("production")
                                ? VenueConfig.Preset.PRODUCTION
                                : VenueConfig.Preset.DEVELOPMENT,
                        texts("security.hosts"),
                        texts("security.origins"),
                        texts("security.proxies"),
                        texts("security.scrapers")),
                new VenueConfig.Access(
                        number("access.window"), number("access.widest-window"), number("access.nonce-limit")),
                new VenueConfig.Control(given("control.url"), given("control.user"), file("control.password-file")),
                limits(),
                new VenueConfig.People(
                        number("people.access-token"),
                        number("people.session"),
                        values.get("people.four-eyes").equals("on")),
                new VenueConfig.Tracing(given("tracing.endpoint"), number("tracing.share")),
                new VenueConfig.Line(
                        values.get("line.profile").equals("lowlatency")
                                ? VenueConfig.Profile.LOWLATENCY
                                : VenueConfig.Profile.SHARED,
                        number("line.ring-size")),
                new VenueConfig.Journal(
                        values.get("journal.durability"), number("journal.low-space"), number("journal.closed-space")),
                new VenueConfig.Snapshots(number("snapshots.every"), number("snapshots.kept")),
                new VenueConfig.Schedule(file("schedule.file"), number("schedule.poll")),
                new VenueConfig.Market(number("market.trades-kept"), candles(values.get("market.candles-kept"))),
                new VenueConfig.Sizes(
                        number("sizes.orders"),
                        number("sizes.accounts"),
                        number("sizes.closed-orders"),
                        number("sizes.fills"),
                        number("sizes.movements")),
                DeliverySettings.config(values),
                RecordsSettings.config(values),
                CacheSettings.config(values),
                NoticeSettings.config(values),
                StreamSettings.config(values));
    }

    private VenueConfig.Http http() {
        return new VenueConfig.Http(
                values.get("http.host"),
                number("http.port"),
                number("http.threads"),
                number("http.max-body"),
                number("http.max-headers"),
                number("http.idle-timeout"),
                number("http.answer-timeout"),
                number("http.read-timeout"),
                new VenueConfig.Crowd(number("http.in-progress"), number("http.burst"), number("http.soon")),
                new VenueConfig.Connections(
                        number("http.connections"),
                        number("http.address-connections"),
                        number("http.sockets"),
                        number("http.header-timeout"),
                        number("http.least-rate")),
                file("http.keystore"),
                file("http.keystore-password"));
    }

    private VenueConfig.Limits limits() {
        return new VenueConfig.Limits(
                rate("standard"),
                rate("premium"),
                rate("broker"),
                rate("address"),
                number("limits.endpoint-share"),
                number("limits.window"),
                number("limits.failure-weight"),
                number("limits.ban-after"),
                number("limits.ban-window"),
                texts("limits.ban-ladder").stream().map(Integer::valueOf).toList(),
                new VenueConfig.Redis(
                        Optional.of(values.get("limits.redis")).filter(address -> !address.equals(NONE)),
                        file("limits.redis-password-file"),
                        number("limits.redis-timeout")));
    }

    private VenueConfig.Rate rate(String name) {
        return new VenueConfig.Rate(number("limits." + name + "-rate"), number("limits." + name + "-burst"));
    }

    /** What is in force, a line a key; there is no secret among them. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("data=" + data);
        values.forEach((key, value) -> lines.add(key + "=" + value));
        return lines;
    }

    private Optional<Path> file(String key) {
        return given(key).map(Path::of);
    }

    private Optional<String> given(String key) {
        return Optional.of(values.get(key)).filter(value -> !value.equals(NONE));
    }

    private List<String> texts(String key) {
        return Arrays.stream(values.get(key).split(",")).map(String::strip).toList();
    }

    private int number(String key) {
        return Integer.parseInt(values.get(key));
    }
}
