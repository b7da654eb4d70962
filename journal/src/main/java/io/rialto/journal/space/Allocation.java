package io.rialto.journal.space;

import java.io.IOException;
import java.nio.file.Path;
import net.openhft.posix.PosixAPI;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Blocks that one file owns before they are written: a full disk then shows here, as an IOException, and not in the
 * middle of a write into mapped memory. Allocating changes no byte of the file and not its length.
 *
 * <p>Threading: any; asking whether enough is there costs one volatile read.
 */
public final class Allocation implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Allocation.class);
    private static final int READ_WRITE = 2;
    private static final int KEEP_LENGTH = 1;
    private static final int NO_SPACE = 28;
    private static final int QUOTA = 122;
    private static final int IO_ERROR = 5;

    private final Path file;
    private final int descriptor;
    private volatile long ownedTo;
    private boolean isClosed;

    private Allocation(Path file, int descriptor) {
        this.file = file;
        this.descriptor = descriptor;
    }

    /** A file whose blocks up to here are already its own. */
    public static Allocation of(Path file, long ownedTo) {
        int descriptor = PosixAPI.posix().open(file.toString(), READ_WRITE, 0);
        Allocation allocation = new Allocation(file, descriptor);
        allocation.ownedTo = descriptor < 0 ? Long.MAX_VALUE : ownedTo;
        if (descriptor < 0)
            LOG.warn(
                    "cannot preallocate file={} errno={}",
                    file,
                    PosixAPI.posix().lastError());
        return allocation;
    }

    public boolean owns(long position) {
        return position <= ownedTo;
    }

    /** @throws IOException when the device has no more room, with nothing changed */
    public synchronized void extendTo(long position) throws IOException {
        long from = ownedTo;
        if (isClosed || position <= from) return;
        if (PosixAPI.posix().fallocate(descriptor, KEEP_LENGTH, from, position - from) == 0) {
            ownedTo = position;
            return;
        }
        int error = PosixAPI.posix().lastError();
        if (error == NO_SPACE || error == QUOTA || error == IO_ERROR) {
            throw new IOException(
                    "no room to preallocate: file=" + file + " from=" + from + " to=" + position + " errno=" + error);
        }
        LOG.warn("this file system cannot preallocate, only the free-space marks watch file={} errno={}", file, error);
        ownedTo = Long.MAX_VALUE;
    }

    @Override
    public synchronized void close() {
        if (!isClosed && descriptor >= 0) PosixAPI.posix().close(descriptor);
        isClosed = true;
    }
}
