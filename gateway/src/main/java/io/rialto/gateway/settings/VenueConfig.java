package io.rialto.gateway.settings;

import io.rialto.feeds.candles.CandlesKept;
import io.rialto.feeds.database.DatabaseAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How this process runs. Nothing here changes what the venue decides: fees, limits and instruments are commands.
 *
 * <p>Immutable. Every value has been checked against its range; see {@link Settings} for units, defaults and ranges.
 */
public record VenueConfig(
        Path data,
        Http http,
        Security security,
        Access access,
        Control control,
        Limits limits,
        People people,
        Tracing tracing,
        Line line,
        Journal journal,
        Snapshots snapshots,
        Schedule schedule,
        Market market,
        Sizes sizes,
        DeliveryConfig delivery,
        Records records,
        Cache cache,
        Notices notices,
        Streams streams) {

    /**
     * When the core is kept.
     *
     * @param every so many frames; 0 for never
     * @param kept how many at once
     */
    public record Snapshots(int every, int kept) {}

    /** The door. Times in milliseconds, sizes in bytes. */
    public record Http(
            String host,
            int port,
            int threads,
            int maxBodyBytes,
            int maxHeaderBytes,
            int idleTimeoutMillis,
            int answerTimeoutMillis,
            int readTimeoutMillis,
            Crowd crowd,
            Connections connections,
            Optional<Path> keystore,
            Optional<Path> keystorePassword) {}

    /**
     * How many requests may be in progress at once.
     *
     * @param burst above those, for a tenth of a second
     * @param soonMillis while most take longer, there are fewer
     */
    public record Crowd(int inProgress, int burst, int soonMillis) {}

    /**
     * How many connections there may be at once, and how slowly they may speak.
     *
     * @param mostSockets of them that became WebSockets
     * @param headerTimeoutMillis from a request's first byte until its headers are whole
     * @param leastBytesPerSecond of a body that takes longer than that
     */
    public record Connections(
            int most, int mostPerAddress, int mostSockets, int headerTimeoutMillis, int leastBytesPerSecond) {}

    /** Who may reach the door, by which name, from which pages; {@code any}, {@code localhost} and {@code none} are words. */
    public record Security(
            Preset preset, List<String> hosts, List<String> origins, List<String> proxies, List<String> scrapers) {}

    /** Signed requests: how old they may be, and how many are remembered. */
    public record Access(int windowMillis, int widestWindowMillis, int nonceLimit) {}

    /**
     * The control database: embedded without an address.
     *
     * @param url of a PostgreSQL, as its driver writes it
     * @param passwordFile what it holds is the password
     */
    public record Control(Optional<String> url, Optional<String> user, Optional<Path> passwordFile) {
        public static final Control EMBEDDED = new Control(Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * The read model.
     *
     * @param isKept whether there is one
     */
    public record Records(boolean isKept, DatabaseAddress database) {}

    /**
     * Kept answers of the read model.
     *
     * @param mebibytes of memory; 0 keeps none
     * @param redis the second level, if any
     */
    public record Cache(
            int mebibytes, int ordersSeconds, int fillsSeconds, int postingsSeconds, int eventsSeconds, Redis redis) {}

    /** How much may be asked, until an administrator changes it. Shares in percent, the ladder in seconds. */
    public record Limits(
            Rate standard,
            Rate premium,
            Rate broker,
            Rate address,
            int endpointPercent,
            int windowSeconds,
            int failureWeight,
            int banAfter,
            int banWindowSeconds,
            List<Integer> banLadderSeconds,
            Redis redis) {}

    /** Weight of requests: what comes back each second, and what may come at once. */
    public record Rate(int perSecond, int burst) {}

    /** What gateways share their limits, or kept answers, through, if anything. */
    public record Redis(Optional<String> address, Optional<Path> passwordFile, int timeoutMillis) {}

    /**
     * How long people stay in: the token that each request bears, and the session that renews it.
     *
     * @param fourEyes whether dangerous administration takes two
     */
    public record People(int accessTokenSeconds, int sessionHours, boolean fourEyes) {}

    /** To whom traces are told, if to anybody, and of what part of the requests. */
    public record Tracing(Optional<String> endpoint, int sharePercent) {}

    /** The ring. */
    public record Line(Profile profile, int ringSize) {}

    /** How safe an ack is, and when the disk counts as full. */
    public record Journal(String durability, long lowSpaceMebibytes, long closedSpaceMebibytes) {}

    /** When markets open and close: a file, when there is one, and how often the clock is looked at. */
    public record Schedule(Optional<Path> file, int pollMillis) {}

    /** How much of each instrument's market is kept to tell candles and days by. */
    public record Market(int tradesKept, CandlesKept candlesKept) {}

    /** How much of everything one reader of notifications may have; the inbox in notifications, and how many days they are kept. */
    public record Notices(int inbox, int days, int subscriptions, int priceAlerts, int healthMillis) {}

    /** What connections that stay are told by the clock. */
    public record Streams(int heartbeatMillis) {}

    /**
     * What to make room for at the start: both grow, and too small only costs a pause. And how much of the past is in memory: what is
     * older is in the read model.
     */
    public record Sizes(int expectedOrders, int expectedAccounts, int closedOrders, int fills, int movements) {}

    /** How strict the door is with browsers. */
    public enum Preset {
        DEVELOPMENT,
        PRODUCTION
    }

    /** How the line's threads wait. */
    public enum Profile {
        SHARED,
        LOWLATENCY
    }
}
