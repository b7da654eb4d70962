package io.rialto.bench.recording;

/** A recording that cannot be read: file, line, and what is wrong there. */
public final class RecordingFault extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    public RecordingFault(String file, long line, String rule) {
        super(file + " line " + line + ": " + rule);
    }
}
