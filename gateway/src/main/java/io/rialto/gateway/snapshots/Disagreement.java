package io.rialto.gateway.snapshots;

/** A second core came to something else than history tells: one of the two is wrong. */
public final class Disagreement extends RuntimeException {
    private static final long serialVersionUID = 1;

    public Disagreement(RuntimeException cause) {
        super(cause.getMessage(), cause);
    }
}
