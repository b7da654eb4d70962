package io.rialto.engine;

/**
 * A rule that the state must always keep is broken. The venue halts before that command's output leaves: nothing of
 * the frame may be journaled or told to anyone.
 */
public final class BrokenInvariant extends IllegalStateException {
    private static final long serialVersionUID = 1;

    /** @param rule the rule in words, then the values that break it */
    public BrokenInvariant(String rule) {
        super(rule);
    }

    BrokenInvariant(long sequence, RuntimeException cause) {
        super("frame " + sequence + " broke a rule: " + cause.getMessage(), cause);
    }
}
