package io.rialto.replay;

import io.rialto.journal.JournalEnd;

/**
 * What recovery found: every frame up to the end was checked, and those that no snapshot stands for came out the same again.
 *
 * @param end how history ends; a writer refuses a damaged one
 * @param frames of history
 * @param rerunFrames of these, run again and compared
 * @param stateHash of the core after the last of them
 * @param bytes of all journal files that were read
 */
public record Recovered(JournalEnd end, long frames, long rerunFrames, long stateHash, long bytes, long millis) {
    public long framesPerSecond() {
        return frames * 1000 / Math.max(1, millis);
    }

    /** One line for an operator. */
    public String describe() {
        String rerun = rerunFrames == frames ? "" : " rerun=" + rerunFrames;
        return "frames=" + frames + rerun + " lastSequence=" + end.lastSequence() + " stateHash="
                + String.format("%016x", stateHash) + " tookMillis=" + millis + " framesPerSecond="
                + framesPerSecond();
    }
}
