package io.rialto.replay;

import io.rialto.journal.JournalEnd;

/**
 * What recovery found: every frame up to the end was re-run and came out the same.
 *
 * @param end how history ends; a writer refuses a damaged one
 * @param frames re-run and compared
 * @param stateHash of the core after the last of them
 * @param bytes of all journal files that were read
 */
public record Recovered(JournalEnd end, long frames, long stateHash, long bytes, long millis) {
    public long framesPerSecond() {
        return frames * 1000 / Math.max(1, millis);
    }

    /** One line for an operator. */
    public String describe() {
        return "frames=" + frames + " lastSequence=" + end.lastSequence() + " stateHash="
                + String.format("%016x", stateHash) + " tookMillis=" + millis + " framesPerSecond="
                + framesPerSecond();
    }
}
