package io.rialto.journal;

import io.rialto.journal.scan.Finding;
import io.rialto.journal.scan.FrameIndex;
import io.rialto.journal.scan.Tip;
import java.nio.file.Path;

/**
 * How a history ends, and what a writer needs to go on.
 *
 * @param tip the last good frame
 * @param durableSequence the newest frame that was promised to survive a power cut
 * @param finding where history stops and why
 * @param index where its frames are
 */
public record JournalEnd(State state, Tip tip, long durableSequence, Finding finding, FrameIndex index) {
    /** The three ways to end. */
    public enum State {
        CLEAN,
        /** Something unfinished stands past the durable mark, and nothing whole behind it: it may be cut. */
        TORN_TAIL,
        /** Something is wrong or missing before the end: nobody goes on by himself. */
        DAMAGED
    }

    public boolean isClean() {
        return state == State.CLEAN;
    }

    public boolean isDamaged() {
        return state == State.DAMAGED;
    }

    /** Of the last good frame; 0 before the first. */
    public long lastSequence() {
        return tip.sequence();
    }

    /** Where history stops. */
    public Path file() {
        return finding.file();
    }

    /** Of the place in the file, in bytes. */
    public long offset() {
        return finding.offset();
    }

    /** Of the frame that should stand there. */
    public long sequence() {
        return finding.sequence();
    }

    /** What is not as it must be there. */
    public String field() {
        return finding.field().toString();
    }

    /** One line for an operator. */
    public String describe() {
        return "journal " + state.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ') + " lastGoodSequence="
                + tip.sequence() + " durableSequence=" + durableSequence + (isClean() ? "" : " " + finding);
    }
}
