package io.rialto.replay;

/**
 * The core, given history's command again, did not cause what history says it caused. Names the frame, its command and
 * the first difference, in words.
 */
public final class HistoryMismatch extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final long sequence;

    HistoryMismatch(long sequence, String command, String difference) {
        super(words(sequence, command, difference));
        this.sequence = sequence;
    }

    HistoryMismatch(long sequence, String command, String difference, RuntimeException cause) {
        super(words(sequence, command, difference), cause);
        this.sequence = sequence;
    }

    private static String words(long sequence, String command, String difference) {
        return "history and the core disagree: sequence=" + sequence + " " + difference + " command=[" + command + "]";
    }

    /** Of the first frame that differs. */
    public long sequence() {
        return sequence;
    }
}
