package io.rialto.replay.snapshot;

import io.rialto.engine.CoreOptions;
import io.rialto.journal.scan.Tip;
import io.rialto.replay.Recovered;
import io.rialto.replay.Recovery;
import io.rialto.replay.image.CoreImage;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The snapshots of one venue, in a folder of their own beside its journal.
 *
 * <p>Any of them may be deleted at any time. One that is damaged, of another release or of another history is passed
 * over, and it is said why.
 *
 * <p>Threading: one writer at a time; readers on any thread.
 */
public final class Snapshots {
    private static final String ENDING = ".snapshot";
    private static final String UNFINISHED = ".unfinished";

    private static final long FIRST_BYTES = 256L << 20;

    private final Path folder;
    private final int kept;
    private final long spareBytes;

    /**
     * @param kept how many there may be; older ones are deleted, at least one stays
     * @param spareBytes of the disk that a snapshot never takes: they are the journal's
     */
    public Snapshots(Path folder, int kept, long spareBytes) {
        this.folder = folder;
        this.kept = kept;
        this.spareBytes = spareBytes;
    }

    /** Newest first; what is no snapshot is left out. */
    public List<Snapshot> list() throws IOException {
        if (!Files.isDirectory(folder)) return List.of();
        List<Snapshot> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(ENDING)).toList()) {
                readable(file).ifPresent(found::add);
            }
        }
        found.sort(Comparator.comparingLong((Snapshot each) -> each.tip().sequence())
                .reversed());
        return found;
    }

    private static Optional<Snapshot> readable(Path file) {
        try {
            return Optional.of(SnapshotFile.head(file));
        } catch (IOException noSnapshot) {
            return Optional.empty();
        }
    }

    /**
     * The newest that holds.
     *
     * @param say told of each that is passed over, and why
     */
    public Optional<Restored> newest(Consumer<String> say) throws IOException {
        return newestUpTo(Long.MAX_VALUE, say);
    }

    /** The same of those that stand at a frame or before it. */
    public Optional<Restored> newestUpTo(long sequence, Consumer<String> say) throws IOException {
        for (Snapshot snapshot : list()) {
            if (snapshot.tip().sequence() > sequence) continue;
            try {
                return Optional.of(SnapshotFile.read(snapshot.file()));
            } catch (IOException | RuntimeException unusable) {
                say.accept("snapshot passed over file=" + snapshot.file().getFileName() + " because "
                        + unusable.getMessage());
            }
        }
        return Optional.empty();
    }

    /**
     * Follows history to its present end in a core of its own and keeps that one. The thread is busy meanwhile; the core that
     * decides is not.
     *
     * @param journal its directory; a writer may go on writing
     * @param options of the core, when there is no snapshot yet to start from
     * @param goesOn asked at each frame; false ends it with a CancellationException
     * @throws io.rialto.replay.HistoryMismatch when the second core disagrees with history: an alarm, and no file
     */
    public Snapshot take(Path journal, CoreOptions options, BooleanSupplier goesOn, Consumer<String> say)
            throws IOException {
        Optional<Restored> base = newest(say);
        CoreImage image = base.map(Restored::image).orElseGet(() -> CoreImage.fresh(options));
        Recovery recovery = Recovery.of(journal, image.core()).onFrame(frame -> {
            if (!goesOn.getAsBoolean()) throw new CancellationException("sequence=" + frame.sequence());
        });
        base.ifPresent(restored -> recovery.after(restored.tip()));
        Recovered recovered = recovery.run();
        return keep(image, recovered);
    }

    private Snapshot keep(CoreImage image, Recovered recovered) throws IOException {
        Files.createDirectories(folder);
        deleteUnfinished();
        requireSpace();
        String name = String.format("%019d", recovered.end().lastSequence()) + ENDING;
        Path file = folder.resolve(name);
        Path unfinished = folder.resolve(name + UNFINISHED);
        Snapshot written = written(unfinished, image, recovered.end().tip());
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel directory = FileChannel.open(folder)) {
            directory.force(true);
        }
        deleteOld();
        return new Snapshot(file, written.code(), written.tip(), written.stateHash(), written.bytes());
    }

    /** What is unfinished goes at once: the room is the journal's. */
    private static Snapshot written(Path unfinished, CoreImage image, Tip tip) throws IOException {
        try {
            return SnapshotFile.write(unfinished, image, tip);
        } catch (IOException | RuntimeException failed) {
            Files.deleteIfExists(unfinished);
            throw failed;
        }
    }

    private void requireSpace() throws IOException {
        long newest = list().stream().findFirst().map(Snapshot::bytes).orElse(FIRST_BYTES);
        long free = Files.getFileStore(folder).getUsableSpace();
        if (free < spareBytes + 2 * newest) {
            throw new IOException("too little room for a snapshot: free=" + free + " spare=" + spareBytes);
        }
    }

    /** What a crash has left. */
    private void deleteUnfinished() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(UNFINISHED)).toList()) Files.delete(file);
        }
    }

    private void deleteOld() throws IOException {
        List<Snapshot> all = list();
        for (Snapshot old : all.subList(Math.min(Math.max(1, kept), all.size()), all.size())) Files.delete(old.file());
    }
}
