package io.rialto.replay.past;

import io.rialto.journal.scan.Tip;
import io.rialto.replay.image.CoreImage;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * Cores as they stood at some frames, as bytes in memory: from there the frames behind are near. What was used least
 * lately makes room. One thread.
 */
final class KeptPoints {
    private static final int PARTS = 4;
    private static final int CHUNK = 1 << 16;

    private final long mostBytes;
    private final TreeMap<Long, Point> points = new TreeMap<>();
    private final Deque<Long> usedLately = new ArrayDeque<>();
    private long bytes;

    /** A core as it stood behind a frame. */
    record Point(Tip tip, byte[] packed) {
        CoreImage image() throws IOException {
            try (DataInputStream in = new DataInputStream(
                    new BufferedInputStream(new InflaterInputStream(new ByteArrayInputStream(packed)), CHUNK))) {
                return CoreImage.read(in);
            }
        }
    }

    /** @param mostBytes of all of them; one that would take more than a quarter is not kept */
    KeptPoints(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    void keep(PastCore core) throws IOException {
        long sequence = core.sequence();
        if (sequence == 0 || points.containsKey(sequence)) return;
        Optional<byte[]> packed = packed(core.image());
        if (packed.isEmpty()) return;
        points.put(sequence, new Point(core.tip(), packed.get()));
        usedLately.addLast(sequence);
        bytes += packed.get().length;
        while (bytes > mostBytes) forget(usedLately.peekFirst());
    }

    private Optional<byte[]> packed(CoreImage image) throws IOException {
        Room room = new Room(mostBytes / PARTS);
        Deflater fast = new Deflater(Deflater.BEST_SPEED);
        try (DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(new DeflaterOutputStream(room, fast, CHUNK), CHUNK))) {
            image.write(out);
        } finally {
            fast.end();
        }
        return room.isFull ? Optional.empty() : Optional.of(room.toByteArray());
    }

    private void forget(long sequence) {
        usedLately.removeFirstOccurrence(sequence);
        bytes -= points.remove(sequence).packed().length;
    }

    /** The last at a frame or before it. */
    Optional<Point> upTo(long sequence) {
        Long found = points.floorKey(sequence);
        if (found == null) return Optional.empty();
        usedLately.removeFirstOccurrence(found);
        usedLately.addLast(found);
        return Optional.of(points.get(found));
    }

    void clear() {
        points.clear();
        usedLately.clear();
        bytes = 0;
    }

    /** Takes so many bytes and then no more. */
    private static final class Room extends ByteArrayOutputStream {
        private final long most;
        private boolean isFull;

        Room(long most) {
            this.most = most;
        }

        @Override
        public synchronized void write(byte[] from, int offset, int length) {
            if (!isFull && size() + (long) length > most) {
                isFull = true;
                reset();
            }
            if (!isFull) super.write(from, offset, length);
        }

        @Override
        public synchronized void write(int b) {
            write(new byte[] {(byte) b}, 0, 1);
        }
    }
}
