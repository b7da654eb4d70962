package io.rialto.bench.recording;

/**
 * A venue with one instrument, that a recording is played through.
 *
 * <p>Usage: {@link #send} and {@link #compare} in the recording's order, then {@link #finish}. What comes back is given
 * to the {@link Judge} in the same order, perhaps later and on another thread, but never after finish has returned.
 */
public interface PlayedVenue extends AutoCloseable {
    void send(Instruction instruction);

    /** Asks for the book as it stands when all that was sent has been applied. */
    void compare(long row, BookLevels expected);

    /** Waits for everything, and checks what can only be checked at the end. */
    Closing finish();

    @Override
    void close();

    /**
     * What was seen at the end.
     *
     * @param words one line, empty when there is nothing to say
     */
    record Closing(String words, boolean holds) {
        public static final Closing SILENT = new Closing("", true);
    }
}
