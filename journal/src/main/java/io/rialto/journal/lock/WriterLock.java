package io.rialto.journal.lock;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The right to write a journal: a lock of the operating system, so it ends with its holder and never by a time-out.
 *
 * <p>A process that closes any channel on a file loses its locks on that file; so this process's own directories are
 * looked up before the file is touched.
 */
public final class WriterLock implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WriterLock.class);
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();
    private static final String NAME = "writer.lock";
    private static final int MAX_HOLDER_BYTES = 512;

    private final Path directory;
    private final FileChannel channel;

    private WriterLock(Path directory, FileChannel channel) {
        this.directory = directory;
        this.channel = channel;
    }

    /** @throws JournalHeld when another writer is alive */
    public static WriterLock acquire(Path directory) throws IOException {
        Path real = directory.toRealPath();
        if (!HELD_HERE.add(real)) throw new JournalHeld(real.toString(), "this process, pid=" + pid());
        boolean isHeld = false;
        try {
            WriterLock lock = new WriterLock(real, lock(real));
            isHeld = true;
            return lock;
        } finally {
            if (!isHeld) HELD_HERE.remove(real);
        }
    }

    private static FileChannel lock(Path directory) throws IOException {
        FileChannel channel = FileChannel.open(
                directory.resolve(NAME), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        boolean isLocked = false;
        try {
            String holder = holder(channel);
            isLocked = tryLock(channel) != null;
            if (!isLocked) throw new JournalHeld(directory.toString(), holder);
            if (!holder.isEmpty())
                LOG.warn("took the journal over from a dead writer directory={} {}", directory, holder);
            write(channel, "pid=" + pid() + " since=" + Instant.now());
            return channel;
        } finally {
            if (!isLocked) channel.close();
        }
    }

    private static FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            throw new JournalHeld("", "this process by another path, pid=" + pid());
        }
    }

    private static String holder(FileChannel channel) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(MAX_HOLDER_BYTES);
        channel.read(bytes, 0);
        return new String(bytes.array(), 0, bytes.position(), StandardCharsets.US_ASCII).strip();
    }

    private static void write(FileChannel channel, String text) throws IOException {
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)), 0);
    }

    private static long pid() {
        return ProcessHandle.current().pid();
    }

    @Override
    public void close() throws IOException {
        try {
            if (channel.isOpen()) write(channel, "");
            channel.close();
        } finally {
            HELD_HERE.remove(directory);
        }
    }
}
