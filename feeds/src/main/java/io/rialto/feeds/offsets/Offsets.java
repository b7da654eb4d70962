package io.rialto.feeds.offsets;

import java.util.function.Function;

/**
 * Where consumers stand, kept across restarts.
 *
 * <p>Threading: {@link #load} before the consumer starts, {@link #save} on its thread.
 */
public interface Offsets {
    /** Where the consumer of that name stands; {@link Place#START} when it was never seen. */
    Place load(String consumer);

    /** All up to that place is done. */
    void save(String consumer, Place place);

    /** Of consumers that remember where they stand themselves, in the transaction of what they do. */
    static Offsets own(Function<String, Place> load) {
        return new Offsets() {
            @Override
            public Place load(String consumer) {
                return load.apply(consumer);
            }

            @Override
            public void save(String consumer, Place place) {}
        };
    }

    /**
     * A place between two events.
     *
     * @param sequence of the frame of the last event that is done
     * @param index that event's; {@link #WHOLE_FRAME} when all of the frame is done
     */
    record Place(long sequence, int index) implements Comparable<Place> {
        public static final int WHOLE_FRAME = Integer.MAX_VALUE;
        /** Before the first event. */
        public static final Place START = new Place(0, WHOLE_FRAME);

        /** Behind all events of a frame. */
        public static Place afterFrame(long sequence) {
            return new Place(sequence, WHOLE_FRAME);
        }

        /** Whether an event stands behind it. */
        public boolean isBefore(long eventSequence, int eventIndex) {
            return eventSequence > sequence || eventSequence == sequence && eventIndex > index;
        }

        @Override
        public int compareTo(Place other) {
            return sequence == other.sequence
                    ? Integer.compare(index, other.index)
                    : Long.compare(sequence, other.sequence);
        }
    }
}
