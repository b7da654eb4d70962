package io.rialto.replay;

/** A core was said to stand behind a frame that this history does not have: it must start anew, without that core. */
public final class OtherHistory extends RuntimeException {
    private static final long serialVersionUID = 1;

    public OtherHistory(String message) {
        super(message);
    }
}
