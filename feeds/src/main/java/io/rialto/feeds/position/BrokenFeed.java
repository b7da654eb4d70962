package io.rialto.feeds.position;

/**
 * A frame said what cannot follow from the frames before: a rule of a feed does not hold.
 *
 * <p>The message says the rule first, then the values. The feeds stop at that frame; they never guess on.
 */
public final class BrokenFeed extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    public BrokenFeed(String ruleAndValues) {
        super(ruleAndValues);
    }

    public BrokenFeed(String ruleAndValues, Throwable cause) {
        super(ruleAndValues, cause);
    }
}
