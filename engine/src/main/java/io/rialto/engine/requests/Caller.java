package io.rialto.engine.requests;

/**
 * Who asks for the command at hand, and when: one object, set before each command.
 *
 * <p>The numbers of trader, key and session are the doors' own; 0 is none. Time is journal time, nanoseconds UTC.
 * Threading: the core's thread only.
 */
public final class Caller {
    private int actor;
    private int trader;
    private int key;
    private int session;
    private boolean isKnown;
    private long sequence;
    private long timeNanos;

    /** Nobody: the venue itself. */
    void isVenue(long atSequence, long atNanos) {
        asks(0, 0, 0, 0, false);
        sequence = atSequence;
        timeNanos = atNanos;
    }

    void asks(int byActor, int byTrader, int byKey, int bySession, boolean isPerson) {
        actor = byActor;
        trader = byTrader;
        key = byKey;
        session = bySession;
        isKnown = isPerson;
    }

    /** Whether the frame says who asks at all. */
    public boolean isKnown() {
        return isKnown;
    }

    public int actor() {
        return actor;
    }

    public int trader() {
        return trader;
    }

    public int key() {
        return key;
    }

    public int session() {
        return session;
    }

    /** Whether there is more to remember of an order than its account. */
    public boolean isTagged() {
        return (trader | key | session) != 0;
    }

    /** Of the command at hand. */
    public long sequence() {
        return sequence;
    }

    public long timeNanos() {
        return timeNanos;
    }
}
