package io.rialto.feeds.bus;

import io.rialto.feeds.business.BusinessEvent;
import io.rialto.feeds.business.EventReader;
import io.rialto.journal.JournalTail;
import java.util.List;

/** A place in the journal, and what is remembered of the frames before. Threading: one thread. */
final class Reading implements AutoCloseable {
    /** Takes what a frame tells, which may be nothing. */
    interface Teller {
        void tell(long sequence, List<BusinessEvent> events);
    }

    private final JournalTail tail;
    private final EventReader reader;

    /** @param reader must have read all up to where the tail stands */
    Reading(JournalTail tail, EventReader reader) {
        this.tail = tail;
        this.reader = reader;
    }

    int poll(Teller teller, int limit) {
        return tail.poll(frame -> teller.tell(frame.sequence(), reader.read(frame)), limit);
    }

    boolean sleep(long nanos) {
        return tail.sleep(nanos);
    }

    /** What is remembered as of now; only between two frames, or while one is told. */
    EventReader copyOfReader() {
        return reader.copy();
    }

    long position() {
        return tail.position();
    }

    long lagFrames() {
        return tail.lagFrames();
    }

    @Override
    public void close() {
        tail.close();
    }
}
