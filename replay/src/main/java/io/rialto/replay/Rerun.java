package io.rialto.replay;

import static io.rialto.protocol.frame.FrameLayout.PART_HEADER_LENGTH;

import io.rialto.engine.Core;
import io.rialto.journal.JournalReader;
import io.rialto.protocol.frame.Frame;
import io.rialto.protocol.frame.FrameView;
import io.rialto.replay.words.FrameWords;
import io.rialto.replay.words.Terms;
import org.agrona.DirectBuffer;

/**
 * Gives a core history's commands again, one frame after another, and compares place, time and every byte of the events.
 *
 * <p>Threading: the core's thread.
 *
 * <p>Errors: {@link HistoryMismatch} on the first difference; the core is then of no further use.
 */
public final class Rerun {
    private static final int FRAME_BYTES = 4096;

    private final Core core;
    private final Frame again = new Frame(FRAME_BYTES);
    private final CommandShape shape = new CommandShape();

    public Rerun(Core core) {
        this.core = core;
    }

    /** The frame that the reader stands on. */
    public void frame(JournalReader reader) {
        FrameView history = reader.frame();
        if (!shape.holds(history)) {
            throw mismatch(reader, "field=command: its lengths lead out of its frame");
        }
        again.copyCommand(history);
        try {
            core.decide(again);
        } catch (RuntimeException undecided) {
            throw new HistoryMismatch(
                    reader, words().command(history), "the core cannot decide it: " + undecided, undecided);
        }
        if (again.sequence() != history.sequence()) {
            throw mismatch(reader, "field=sequence history=" + history.sequence() + " core=" + again.sequence());
        }
        if (again.timeNanos() != history.timeNanos()) {
            throw mismatch(reader, "field=timeNanos history=" + history.timeNanos() + " core=" + again.timeNanos());
        }
        if (!sameEvents(history)) throw mismatch(reader, firstDifference(history));
    }

    private boolean sameEvents(FrameView history) {
        if (again.length() != history.length() || again.eventCount() != history.eventCount()) return false;
        DirectBuffer theirs = history.buffer();
        DirectBuffer ours = again.buffer();
        int start = history.offset();
        for (int at = again.eventsOffset(); at < again.length(); at += Long.BYTES) {
            if (ours.getLong(at) != theirs.getLong(start + at)) return false;
        }
        return true;
    }

    private String firstDifference(FrameView history) {
        FrameView core = new FrameView().wrap(again.buffer(), 0);
        history.rewind();
        for (int number = 1; ; number++) {
            boolean theirs = history.nextEvent();
            boolean ours = core.nextEvent();
            if (!theirs && !ours) return "field=events: their bytes differ though their words do not";
            if (theirs && ours && sameEvent(history, core)) continue;
            return "event=" + number + " history=[" + (theirs ? words().event(history) : "none") + "] core=["
                    + (ours ? words().event(core) : "none") + "]";
        }
    }

    private static boolean sameEvent(FrameView history, FrameView core) {
        int length = history.eventBlockLength();
        if (length != core.eventBlockLength() || history.eventType() != core.eventType()) return false;
        int theirs = history.eventOffset() - PART_HEADER_LENGTH;
        int ours = core.eventOffset() - PART_HEADER_LENGTH;
        for (int i = 0; i < length + PART_HEADER_LENGTH; i++) {
            if (history.buffer().getByte(theirs + i) != core.buffer().getByte(ours + i)) return false;
        }
        return true;
    }

    private static HistoryMismatch mismatch(JournalReader reader, String difference) {
        return new HistoryMismatch(reader, words().command(reader.frame()), difference);
    }

    private static FrameWords words() {
        return new FrameWords(new Terms());
    }
}
