package io.rialto.gateway.past;

/** It was not found out in its time; asked again, it goes on from where it came to. */
public final class TakesLonger extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** @param cause says how far it came */
    public TakesLonger(RuntimeException cause) {
        super(cause.getMessage(), cause, false, false);
    }
}
