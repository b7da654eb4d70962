package io.rialto.journal.writer;

import io.rialto.journal.space.Allocation;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.function.LongSupplier;
import net.openhft.chronicle.bytes.PointerBytesStore;
import net.openhft.chronicle.queue.ExcerptAppender;
import net.openhft.chronicle.queue.RollCycle;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueue;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueueBuilder;

/**
 * The queue as its one writer sees it: excerpts go in, and the file they went into can be forced.
 *
 * <p>Threading: the journal's thread; allocates only when a file is begun or a block is mapped.
 */
public final class QueueAppender implements AutoCloseable {
    /** What the queue may write on its own between two excerpts: its index blocks. */
    private static final long SLACK_BYTES = 1 << 20;

    private static final String TABLE = "metadata.cq4t";

    private final Path directory;
    private final Device device;
    private final SingleChronicleQueue queue;
    private final ExcerptAppender appender;
    private final PointerBytesStore bytes = new PointerBytesStore();
    private int cycle = Integer.MIN_VALUE;
    private Path file;
    private FileChannel channel;
    private volatile Optional<Allocation> allocation = Optional.empty();
    private volatile long writtenTo;

    private QueueAppender(Path directory, Device device, SingleChronicleQueue queue, ExcerptAppender appender) {
        this.directory = directory;
        this.device = device;
        this.queue = queue;
        this.appender = appender;
        file = directory;
    }

    /**
     * Opens the queue. Its table of locks and listings is made anew: whoever wrote it is dead, because we hold the
     * writer's lock, and a dead process's number may be alive again as another's.
     *
     * @param beginsFile the newest file is not to be continued
     */
    public static QueueAppender open(
            Path directory, Settings settings, Device device, LongSupplier millis, boolean beginsFile)
            throws IOException {
        Files.deleteIfExists(directory.resolve(TABLE));
        RollCycle roll = settings.roll().cycle();
        RisingClock clock = new RisingClock(millis);
        SingleChronicleQueue queue = SingleChronicleQueueBuilder.binary(directory)
                .rollCycle(roll)
                .blockSize(settings.blockBytes())
                .timeProvider(clock)
                .build();
        int newest = queue.lastCycle();
        if (newest != Integer.MIN_VALUE) {
            clock.notBefore((newest + (beginsFile ? 1L : 0L)) * roll.lengthInMillis());
        }
        ExcerptAppender appender = queue.createAppender();
        appender.singleThreadedCheckDisabled(true);
        return new QueueAppender(directory, device, queue, appender);
    }

    /**
     * Appends one excerpt.
     *
     * @return whether it began another file than the one before
     */
    public boolean append(long address, int length) throws IOException {
        reserve(length);
        bytes.set(address, length);
        appender.writeBytes(bytes);
        writtenTo = appender.wire().bytes().writePosition();
        if (appender.cycle() == cycle) return false;
        begin(appender.cycle());
        return true;
    }

    /** Whether the blocks that an excerpt needs are the file's own already. */
    public boolean ownsRoomFor(int length) {
        return allocation.isEmpty() || allocation.get().owns(writtenTo + length + SLACK_BYTES);
    }

    private void reserve(int length) throws IOException {
        if (!ownsRoomFor(length)) allocation.get().extendTo(writtenTo + length + SLACK_BYTES);
    }

    private void begin(int newCycle) throws IOException {
        if (channel != null) {
            device.force(channel);
            channel.close();
        }
        allocation.ifPresent(Allocation::close);
        cycle = newCycle;
        file = directory.resolve(appender.currentFile().getName());
        channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
        allocation = Optional.of(Allocation.of(file, writtenTo));
        device.forceDirectory(directory);
    }

    /** Everything appended so far is on the device when this returns. */
    public void force() throws IOException {
        if (channel != null) device.force(channel);
    }

    /** Allocates ahead of the writer; on the keeper's thread, or on the journal's when the keeper fell behind. */
    public void keepAhead(long aheadBytes) throws IOException {
        Optional<Allocation> owned = allocation;
        long reserved = writtenTo + SLACK_BYTES;
        if (owned.isEmpty() || owned.get().owns(reserved + aheadBytes / 2)) return;
        owned.get().extendTo(reserved + aheadBytes);
    }

    /** The file of the last excerpt; the directory before the first. */
    public Path file() {
        return file;
    }

    /** End of the last excerpt in its file. */
    public long writtenTo() {
        return writtenTo;
    }

    @Override
    public void close() throws IOException {
        appender.close();
        queue.close();
        allocation.ifPresent(Allocation::close);
        if (channel != null) channel.close();
    }
}
