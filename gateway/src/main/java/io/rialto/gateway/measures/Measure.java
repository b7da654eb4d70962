package io.rialto.gateway.measures;

/**
 * What is measured: the closed list of kinds, with the unit in which each is told.
 *
 * <p>Latencies are recorded in nanoseconds and told in microseconds; the order rate is recorded in thousandths.
 */
public enum Measure {
    /** From a request's headers to the end of its answer. */
    API_LATENCY(Unit.MICROSECONDS),
    /** Of every answer 1 when its status is 400 or above, else 0: the mean is the rate. */
    API_ERROR_RATE(Unit.SHARE),
    /** From an order's place in the line to its decision. */
    ORDER_MATCHING_LATENCY(Unit.MICROSECONDS),
    /** Order commands decided, each second. */
    ORDER_THROUGHPUT(Unit.PER_SECOND),
    /** Of every accepted new order 1 when it traded on arrival, else 0: the mean is the rate. */
    FILL_RATE(Unit.SHARE),
    /** From an operation on a socket to the sending of its answer. */
    WEBSOCKET_LATENCY(Unit.MICROSECONDS),
    /** Of every message that went out on sockets, to how many of them. */
    BROADCAST_COUNT(Unit.COUNT),
    /** Open sockets, each second. */
    CONNECTION_COUNT(Unit.COUNT),
    /** 1 for every socket that was let go because it did not read what cannot be left out. */
    SLOW_READER_COUNT(Unit.COUNT),
    /** 1 for every time that a socket was told the newest state instead of all that led to it. */
    CONFLATION_COUNT(Unit.COUNT),
    /** Of every statement on the control store. */
    DATABASE_QUERY_LATENCY(Unit.MICROSECONDS),
    /** 1 for every statement slower than {@link Databases#SLOW}. */
    SLOW_QUERY_COUNT(Unit.COUNT),
    /** How much of the control store's connections is taken, each second. */
    POOL_STATUS(Unit.PERCENT),
    /** From an event's place in the journal until its notification is handed to sockets that want it; what was held at night apart. */
    NOTIFICATION_LATENCY(Unit.MICROSECONDS),
    /** From the command that settles a day to its answer. */
    SETTLEMENT_DURATION(Unit.MICROSECONDS),
    /** How long the journal took to keep a batch as promised. */
    JOURNAL_COMMIT_LATENCY(Unit.MICROSECONDS),
    /** Of every batch that the journal kept at once, how many frames it had. */
    JOURNAL_BATCH_FRAMES(Unit.COUNT),
    /** The same in bytes. */
    JOURNAL_BATCH_BYTES(Unit.COUNT);

    private static final long HIGHEST_NANOS = 600_000_000_000L;
    private static final long HIGHEST_COUNT = 1_000_000_000_000L;

    private final Unit unit;

    Measure(Unit unit) {
        this.unit = unit;
    }

    public Unit unit() {
        return unit;
    }

    /** What is above it is recorded as this. */
    long highest() {
        return switch (unit) {
            case MICROSECONDS -> HIGHEST_NANOS;
            case SHARE, PERCENT -> 100;
            default -> HIGHEST_COUNT;
        };
    }

    /** In what a value is told, and how many recorded ones are one of it. */
    public enum Unit {
        MICROSECONDS(1_000),
        SHARE(1),
        PER_SECOND(1_000),
        COUNT(1),
        PERCENT(1);

        private final int recorded;

        Unit(int recorded) {
            this.recorded = recorded;
        }

        int recorded() {
            return recorded;
        }
    }
}
