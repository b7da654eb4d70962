package io.rialto.replay;

import io.rialto.journal.JournalReader;

/**
 * The core, given history's command again, did not cause what history says it caused. Names the file,
 * the frame's offset and sequence, its command and the first difference, in words.
 */
public final class HistoryMismatch extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final long sequence;

    HistoryMismatch(JournalReader reader, String command, String difference) {
        super(words(reader, command, difference));
        this.sequence = reader.frame().sequence();
    }

    HistoryMismatch(JournalReader reader, String command, String difference, RuntimeException cause) {
        super(words(reader, command, difference), cause);
        this.sequence = reader.frame().sequence();
    }

    private static String words(JournalReader reader, String command, String difference) {
        return "history and the core disagree: file=" + reader.file().getFileName() + " offset=" + reader.position()
                + " sequence=" + reader.frame().sequence() + " " + difference + " command=[" + command + "]";
    }

    /** Of the first frame that differs. */
    public long sequence() {
        return sequence;
    }
}
