package io.rialto.journal.writer;

/**
 * The writer failed and stays failed: nothing after this is written or acknowledged until a restart has read history
 * again. Names the frames that were being written; none of them was acknowledged.
 */
public final class JournalHalted extends IllegalStateException {
    /** The frames from the first that is not promised to the last that was sealed. */
    public JournalHalted(String doing, long firstSequence, long lastSequence, Throwable cause) {
        super(
                "the journal halted while " + doing + ": firstSequence=" + firstSequence + " lastSequence="
                        + lastSequence + " cause=" + cause,
                cause);
    }
}
