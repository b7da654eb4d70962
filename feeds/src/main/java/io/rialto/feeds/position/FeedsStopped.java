package io.rialto.feeds.position;

/**
 * The feeds have stopped, so there is no answer: what they know no longer follows the journal.
 *
 * <p>Names the sequence of the last frame that was applied whole; the cause says why they stopped. Trading is not
 * touched by it; a door answers that the service is unavailable.
 */
public final class FeedsStopped extends IllegalStateException {
    private static final long serialVersionUID = 1L;
    private final long sequence;

    public FeedsStopped(long sequence, Throwable cause) {
        super("feeds stopped: sequence=" + sequence + ": " + cause.getMessage(), cause);
        this.sequence = sequence;
    }

    /** Of the last frame that was applied whole. */
    public long sequence() {
        return sequence;
    }
}
