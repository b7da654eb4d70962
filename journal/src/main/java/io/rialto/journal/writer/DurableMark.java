package io.rialto.journal.writer;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The newest sequence that is known to be on the device, in a small file of two slots written in turn: a torn write
 * costs one step, never the mark.
 *
 * <p>Threading: the journal's thread advances, any thread syncs.
 */
public final class DurableMark implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DurableMark.class);
    private static final String NAME = "durable.mark";
    private static final long MAGIC = 0x4B52414D_4C544C52L;
    private static final int SLOT_BYTES = 24;
    private static final int SLOT_SPACING = 4096;

    private final FileChannel channel;
    private final ByteBuffer slot = ByteBuffer.allocateDirect(SLOT_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    private final CRC32C crc = new CRC32C();
    private int turn;
    private volatile boolean isDirty;

    private DurableMark(FileChannel channel) {
        this.channel = channel;
    }

    /** For writing. */
    public static DurableMark open(Path directory) throws IOException {
        return new DurableMark(
                FileChannel.open(directory.resolve(NAME), StandardOpenOption.CREATE, StandardOpenOption.WRITE));
    }

    /** What the file says; 0 when it says nothing that can be trusted. */
    public static long read(Path directory) throws IOException {
        Path file = directory.resolve(NAME);
        if (!Files.exists(file)) return 0;
        long sequence = 0;
        int good = 0;
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            for (int i = 0; i < 2; i++) {
                ByteBuffer bytes = ByteBuffer.allocate(SLOT_BYTES).order(ByteOrder.LITTLE_ENDIAN);
                channel.read(bytes, (long) i * SLOT_SPACING);
                if (bytes.hasRemaining() || !isGood(bytes)) continue;
                good++;
                sequence = Math.max(sequence, bytes.getLong(8));
            }
        }
        if (good == 0) LOG.warn("durable mark unreadable file={}; what the frames say is used", file);
        return sequence;
    }

    private static boolean isGood(ByteBuffer bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes.array(), 0, 16);
        return bytes.getLong(0) == MAGIC && bytes.getInt(16) == (int) crc.getValue();
    }

    /** Forgets what was marked before, and begins at a sequence. */
    public void restart(long sequence) throws IOException {
        advance(sequence);
        advance(sequence);
        sync();
    }

    /** Everything up to here was forced. */
    public void advance(long sequence) throws IOException {
        slot.clear().putLong(MAGIC).putLong(sequence).flip();
        crc.reset();
        crc.update(slot);
        slot.clear().putInt(16, (int) crc.getValue());
        long at = (long) turn * SLOT_SPACING;
        while (slot.hasRemaining()) channel.write(slot, at + slot.position());
        turn ^= 1;
        isDirty = true;
    }

    /** Forces the file itself; it may lag, because the frames carry the mark too. */
    public void sync() throws IOException {
        if (!isDirty) return;
        isDirty = false;
        channel.force(false);
    }

    @Override
    public void close() throws IOException {
        sync();
        channel.close();
    }
}
