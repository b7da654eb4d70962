package io.rialto.journal;

/** The journal refuses to go on: history is not what was written. Names file, offset, sequence and field. */
public final class JournalDamaged extends RuntimeException {
    private final transient JournalEnd end;

    JournalDamaged(JournalEnd end) {
        super("refused to start: " + end.describe()
                + "; restore the file from a copy, or accept the loss with acceptDamageAfterSequence="
                + end.lastSequence());
        this.end = end;
    }

    public JournalEnd end() {
        return end;
    }
}
