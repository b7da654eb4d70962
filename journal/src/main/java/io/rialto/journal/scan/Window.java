package io.rialto.journal.scan;

import io.rialto.protocol.frame.FrameLayout;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.agrona.BufferUtil;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * A piece of one file in memory, read by plain bounded reads: what the file holds can neither crash nor hang it, and a
 * changing file shows a later state, never a fault of the process.
 *
 * <p>Threading: one thread.
 */
final class Window implements AutoCloseable {
    private static final int LARGEST = FrameLayout.MAX_LENGTH + (64 << 10);

    private final UnsafeBuffer buffer = new UnsafeBuffer(0, 0);
    private ByteBuffer bytes;
    private FileChannel channel;
    private long start;
    private int filled;
    private long fileBytes;

    Window(int capacity) {
        allocate(capacity);
    }

    private void allocate(int capacity) {
        bytes = ByteBuffer.allocateDirect(capacity).order(ByteOrder.LITTLE_ENDIAN);
        buffer.wrap(bytes);
    }

    void open(Path file) throws IOException {
        shut();
        channel = FileChannel.open(file, StandardOpenOption.READ);
        forget();
    }

    /** What was read may have changed since. */
    void forget() {
        start = 0;
        filled = 0;
        fileBytes = 0;
    }

    /** The position, or the end of the file when that comes first; asks the file only when it seems too short. */
    long reach(long position) throws IOException {
        if (position > fileBytes) fileBytes = channel.size();
        return Math.min(position, fileBytes);
    }

    long fileBytes() throws IOException {
        fileBytes = channel.size();
        return fileBytes;
    }

    /**
     * Makes bytes readable.
     *
     * @return how many are readable from the position on: fewer than wanted only at the end of the file
     */
    int ensure(long position, int wanted) throws IOException {
        if (position >= start && position + wanted <= start + filled) return (int) (start + filled - position);
        if (wanted > bytes.capacity()) grow(wanted);
        bytes.clear();
        start = position;
        filled = 0;
        while (bytes.hasRemaining()) {
            int read = channel.read(bytes, position + filled);
            if (read <= 0) break;
            filled += read;
        }
        return filled;
    }

    private void grow(int wanted) throws IOException {
        if (wanted > LARGEST) throw new IOException("window beyond its bound: wanted=" + wanted);
        BufferUtil.free(bytes);
        allocate(LARGEST);
    }

    UnsafeBuffer buffer() {
        return buffer;
    }

    /** Where the position's bytes are in the buffer. */
    int at(long position) {
        return (int) (position - start);
    }

    int word(long position) throws IOException {
        return ensure(position, Integer.BYTES) < Integer.BYTES ? 0 : buffer.getInt(at(position));
    }

    private void shut() throws IOException {
        if (channel != null) channel.close();
    }

    @Override
    public void close() throws IOException {
        shut();
        BufferUtil.free(bytes);
    }
}
