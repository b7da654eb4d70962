package io.rialto.gateway.settings;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How this process runs. Nothing here changes what the venue decides: fees, limits and instruments are commands.
 *
 * <p>Immutable. Every value has been checked against its range; see {@link Settings} for units, defaults and ranges.
 */
public record VenueConfig(
        Path data, Http http, Access access, Line line, Journal journal, Schedule schedule, Sizes sizes) {

    /** The door. Times in milliseconds, sizes in bytes. */
    public record Http(
            String host,
            int port,
            int threads,
            int maxBodyBytes,
            int maxHeaderBytes,
            int idleTimeoutMillis,
            int answerTimeoutMillis,
            int readTimeoutMillis) {}

    /** Signed requests: how old they may be, and how many are remembered. */
    public record Access(int windowMillis, int widestWindowMillis, int nonceLimit) {}

    /** The ring. */
    public record Line(Profile profile, int ringSize) {}

    /** How safe an ack is, and when the disk counts as full. */
    public record Journal(String durability, long lowSpaceMebibytes, long closedSpaceMebibytes) {}

    /** When markets open and close: a file, when there is one, and how often the clock is looked at. */
    public record Schedule(Optional<Path> file, int pollMillis) {}

    /** What to make room for at the start. All of it grows; too small only costs a pause. */
    public record Sizes(int expectedOrders, int expectedAccounts) {}

    /** How the line's threads wait. */
    public enum Profile {
        SHARED,
        LOWLATENCY
    }
}
