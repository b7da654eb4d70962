package io.rialto.journal.scan;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Where every 1,024th frame stands, so that any frame is found by reading little.
 *
 * <p>Threading: one thread adds in rising sequence, any thread looks up. 24 bytes for 1,024 frames.
 */
public final class FrameIndex {
    private static final int SPACING = 1024;
    private static final int INITIAL_PLACES = 4096;

    /**
     * The start of an excerpt.
     *
     * @param sequence of the excerpt's first frame
     * @param offset of the excerpt's header in the file, in bytes
     */
    public record Place(long sequence, Path file, long offset) {}

    private final List<Path> files = new ArrayList<>();
    private long[] sequences = new long[INITIAL_PLACES];
    private long[] offsets = new long[INITIAL_PLACES];
    private int[] fileNumbers = new int[INITIAL_PLACES];
    private int places;
    private volatile long nextSequence = 1;

    /** Whether a frame of this sequence is far enough from the last place to be one. */
    public boolean wants(long sequence) {
        return sequence >= nextSequence;
    }

    /** Remembers the start of an excerpt. */
    public synchronized void add(long sequence, Path file, long offset) {
        if (!wants(sequence)) return;
        if (places == sequences.length) grow();
        if (files.isEmpty() || !files.get(files.size() - 1).equals(file)) files.add(file);
        sequences[places] = sequence;
        offsets[places] = offset;
        fileNumbers[places] = files.size() - 1;
        places++;
        nextSequence = sequence + SPACING;
    }

    private void grow() {
        sequences = Arrays.copyOf(sequences, places * 2);
        offsets = Arrays.copyOf(offsets, places * 2);
        fileNumbers = Arrays.copyOf(fileNumbers, places * 2);
    }

    /** The last place that is not behind the sequence; none when the sequence lies before every place. */
    public synchronized Optional<Place> before(long sequence) {
        int found = Arrays.binarySearch(sequences, 0, places, sequence);
        int at = found >= 0 ? found : -found - 2;
        return at < 0
                ? Optional.empty()
                : Optional.of(new Place(sequences[at], files.get(fileNumbers[at]), offsets[at]));
    }
}
