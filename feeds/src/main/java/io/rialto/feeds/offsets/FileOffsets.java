package io.rialto.feeds.offsets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32C;

/**
 * Offsets in a directory, one small file a consumer: two slots, written in turns and each with its checksum, so that a torn write leaves
 * the one before. They are not forced to the device: what a power cut takes away is handled again.
 *
 * <p>Threading: any thread for different consumers.
 */
public final class FileOffsets implements Offsets, AutoCloseable {
    private static final int SLOT = 32;

    private final Path directory;
    private final Map<String, Kept> open = new ConcurrentHashMap<>();

    public FileOffsets(Path directory) {
        this.directory = directory;
    }

    @Override
    public Place load(String consumer) {
        return open.computeIfAbsent(consumer, this::open).place;
    }

    @Override
    public void save(String consumer, Place place) {
        open.computeIfAbsent(consumer, this::open).write(place);
    }

    private Kept open(String consumer) {
        try {
            Files.createDirectories(directory);
            Path file = directory.resolve(consumer + ".offset");
            return new Kept(FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE));
        } catch (IOException fault) {
            throw new UncheckedIOException("the offset of " + consumer + " cannot be read", fault);
        }
    }

    @Override
    public void close() {
        List<Kept> all = new ArrayList<>(open.values());
        open.clear();
        all.forEach(Kept::close);
    }

    /** A consumer's file. */
    private static final class Kept {
        private final FileChannel file;
        private final ByteBuffer slot = ByteBuffer.allocate(SLOT);
        private long written;
        private Place place = Place.START;

        Kept(FileChannel file) throws IOException {
            this.file = file;
            read(0);
            read(1);
        }

        private void read(int which) throws IOException {
            slot.clear();
            if (file.read(slot, (long) which * SLOT) < SLOT) return;
            if (slot.getLong(24) != checksum() || slot.getLong(0) <= written) return;
            written = slot.getLong(0);
            place = new Place(slot.getLong(8), slot.getInt(16));
        }

        synchronized void write(Place next) {
            place = next;
            written++;
            slot.clear();
            slot.putLong(0, written).putLong(8, next.sequence()).putInt(16, next.index());
            slot.putLong(24, checksum());
            try {
                file.write(slot, (written & 1) * SLOT);
            } catch (IOException fault) {
                throw new UncheckedIOException("an offset cannot be kept", fault);
            }
        }

        private long checksum() {
            CRC32C sum = new CRC32C();
            sum.update(slot.array(), 0, 24);
            return sum.getValue();
        }

        synchronized void close() {
            try {
                file.close();
            } catch (IOException fault) {
                throw new UncheckedIOException("an offset's file could not be closed", fault);
            }
        }
    }
}
