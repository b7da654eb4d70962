package io.rialto.feeds.changes;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.LockSupport;

/**
 * What the newest frames changed, in their order; frames that changed nothing told here are left out.
 *
 * <p>The writer never waits: what is new takes the place of what is oldest, and who reads too slowly finds that he missed
 * something. One reader may sleep until there is more; to wake him costs the writer nothing while he is awake.
 *
 * <p>Threading: one writer; readers on any thread.
 */
public final class Changes {
    private final AtomicReferenceArray<FrameChange> ring;
    private final Touched touched = new Touched();
    private final int capacity;
    private volatile long written;
    private volatile Thread sleeper;

    /** @param capacity frames that are kept, above zero */
    public Changes(int capacity) {
        this.capacity = capacity;
        ring = new AtomicReferenceArray<>(capacity);
    }

    /** What there was to say of the frame is kept; the frame has been applied whole. */
    public void endFrame(ChangeWriter writer, long sequence, long timeNanos) {
        if (writer.isEmpty()) return;
        long number = written;
        FrameChange change = writer.take(sequence, timeNanos);
        touched.by(change);
        ring.set(place(number), change);
        written = number + 1;
    }

    /** The newest frame that changed an account's orders, fills or movements, however long ago; 0 for none. */
    public long touched(int account) {
        return touched.of(account);
    }

    /** Readers may look: the feeds stand behind the frame. */
    public void tell() {
        Thread waiting = sleeper;
        if (waiting == null) return;
        sleeper = null;
        LockSupport.unpark(waiting);
    }

    /**
     * Sleeps until a frame was told, or somebody unparks the thread, or the time is over; at once when more is there.
     *
     * @param seen the place of the reader
     */
    public void await(long seen, long nanos) {
        sleeper = Thread.currentThread();
        if (written == seen) LockSupport.parkNanos(this, nanos);
        sleeper = null;
    }

    /** The place behind the newest change. */
    public long end() {
        return written;
    }

    /**
     * The change at a place; empty when it has been overwritten.
     *
     * @param place below {@link #end}
     */
    public Optional<FrameChange> at(long place) {
        FrameChange change = ring.get(place(place));
        boolean isKept = place > written - capacity; // the slot of the oldest may be written at this moment
        return isKept ? Optional.of(change) : Optional.empty();
    }

    /**
     * What frames behind one and up to another changed, oldest first.
     *
     * @return empty when some of it is no longer kept
     */
    public Optional<List<FrameChange>> between(long after, long upTo) {
        List<FrameChange> found = new ArrayList<>();
        for (long place = written - 1; place >= 0; place--) {
            Optional<FrameChange> change = at(place);
            if (change.isEmpty()) return Optional.empty();
            if (change.get().sequence() <= after) break;
            if (change.get().sequence() <= upTo) found.add(change.get());
        }
        Collections.reverse(found);
        return Optional.of(found);
    }

    private int place(long number) {
        return (int) (number % capacity);
    }
}
