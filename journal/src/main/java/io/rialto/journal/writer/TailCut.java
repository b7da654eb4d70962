package io.rialto.journal.writer;

import io.rialto.journal.scan.ExcerptHeader;
import io.rialto.journal.scan.Finding;
import io.rialto.journal.scan.QueueFiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes everything behind a place out of history: the bytes are kept beside as {@code .torn}, the file is ended there,
 * and the writer begins a new one. Each step may be interrupted and done again.
 */
public final class TailCut {
    private static final Logger LOG = LoggerFactory.getLogger(TailCut.class);
    private static final int BLOCK = 1 << 20;
    private static final byte[] ZEROS = new byte[BLOCK];

    private final Path directory;
    private final Device device;

    public TailCut(Path directory, Device device) {
        this.directory = directory;
        this.device = device;
    }

    /** Cuts at the finding, later files included. */
    public void at(Finding place) throws IOException {
        List<Path> files = QueueFiles.in(directory);
        for (Path later : files.subList(files.indexOf(place.file()) + 1, files.size())) setAside(later);
        if (place.offset() == 0) {
            setAside(place.file());
        } else {
            endFile(place);
        }
        device.forceDirectory(directory);
    }

    private void setAside(Path file) throws IOException {
        Path aside = asideOf(file);
        LOG.warn("cut the whole file={} kept={}", file, aside.getFileName());
        Files.move(file, aside);
    }

    private void endFile(Finding place) throws IOException {
        boolean keepsFrames = place.offset() > place.excerptOffset() + ExcerptHeader.LENGTH;
        long at = keepsFrames ? place.offset() : place.excerptOffset();
        Path aside = asideOf(place.file());
        try (FileChannel file = FileChannel.open(place.file(), StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            long size = file.size();
            long cut = copyOut(file, at, size, aside);
            file.truncate(at);
            if (keepsFrames)
                putWord(file, place.excerptOffset(), (int) (at - place.excerptOffset()) - ExcerptHeader.LENGTH);
            putWord(file, at, ExcerptHeader.END_OF_FILE);
            if (size > at + ExcerptHeader.LENGTH) file.write(ByteBuffer.allocate(1), size - 1);
            file.force(true);
            LOG.warn(
                    "cut file={} offset={} bytes={} fromSequence={} kept={}",
                    place.file(),
                    at,
                    cut,
                    place.sequence(),
                    aside.getFileName());
        }
    }

    private static void putWord(FileChannel file, long at, int word) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        file.write(bytes.putInt(0, word), at);
    }

    /** The bytes up to the last that is not zero, at the same distance from each other; holes stay holes. */
    private static long copyOut(FileChannel file, long from, long size, Path aside) throws IOException {
        long end = from;
        try (FileChannel out = FileChannel.open(aside, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer block = ByteBuffer.allocate(BLOCK);
            for (long at = from; at < size; at += block.limit()) {
                if (file.read(block.clear(), at) <= 0) break;
                block.flip();
                int written = lastWritten(block);
                if (written == 0) continue;
                end = at + written;
                int length = block.limit();
                out.write(block.limit(written), at - from);
                block.limit(length);
            }
            out.force(true);
        }
        return end - from;
    }

    private static int lastWritten(ByteBuffer block) {
        if (java.util.Arrays.equals(block.array(), 0, block.limit(), ZEROS, 0, block.limit())) return 0;
        int at = block.limit();
        while (block.get(at - 1) == 0) at--;
        return at;
    }

    private static Path asideOf(Path file) {
        int n = 1;
        Path aside = file.resolveSibling(file.getFileName() + "." + n + ".torn");
        while (Files.exists(aside)) aside = file.resolveSibling(file.getFileName() + "." + ++n + ".torn");
        return aside;
    }
}
