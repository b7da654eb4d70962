package io.rialto.replay.past;

/** History was not run again as far as was asked within its time; who asks again finds it further on. */
public final class NotThereYet extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final long reached;

    NotThereYet(long reached, long asked) {
        super("history was run again up to " + reached + " of " + asked, null, false, false);
        this.reached = reached;
    }

    /** The frame behind which the core stands now. */
    public long reached() {
        return reached;
    }
}
