package io.rialto.replay.past;

import io.rialto.engine.Core;
import io.rialto.engine.CoreOptions;
import io.rialto.journal.JournalReader;
import io.rialto.journal.scan.Tip;
import io.rialto.replay.OtherHistory;
import io.rialto.replay.image.CoreImage;
import io.rialto.replay.snapshot.Restored;
import io.rialto.replay.snapshot.Snapshots;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The venue as it stood behind any frame: run again from the nearest place where it is known, and compared with history
 * while it is.
 *
 * <p>At most two cores are there at once. On the way some places are kept, and one shortly before what was asked, so that
 * the frames around it are near.
 *
 * <p>Threading: one thread at a time. Errors: {@link NotThereYet}; a
 * {@link io.rialto.replay.HistoryMismatch} when the core and history disagree.
 */
public final class PastVenues implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PastVenues.class);
    private static final int CORES = 2;
    private static final long NEAR = 2_000;
    private static final long BEFORE = 500;
    private static final long KEPT_EVERY = 50_000;

    private final LongFunction<JournalReader> journal;
    private final Snapshots snapshots;
    private final CoreOptions options;
    private final KeptPoints points;
    private final Deque<PastCore> cores = new ArrayDeque<>();
    private long believedUpTo = Long.MAX_VALUE;

    /**
     * @param journal a reader that begins at a frame or a little before it
     * @param options of a core that begins with the first frame
     * @param keptBytes of memory for places on the way
     */
    public PastVenues(LongFunction<JournalReader> journal, Snapshots snapshots, CoreOptions options, long keptBytes) {
        this.journal = journal;
        this.snapshots = snapshots;
        this.options = options;
        points = new KeptPoints(keptBytes);
    }

    /**
     * The core as it stood behind a frame; to be looked at until the next question.
     *
     * @param sequence that history has
     * @param goesOn asked now and then; false ends it
     */
    public Core at(long sequence, BooleanSupplier goesOn) throws IOException {
        PastCore core = nearest(sequence);
        try {
            take(core, sequence, goesOn);
            return core.core();
        } catch (NotThereYet bound) {
            throw bound;
        } catch (OtherHistory strange) {
            drop(core);
            believedUpTo = core.tip().sequence() - 1;
            LOG.warn("snapshot passed over because {}", strange.getMessage());
            return at(sequence, goesOn);
        } catch (RuntimeException broken) {
            drop(core);
            throw broken;
        }
    }

    private void take(PastCore core, long sequence, BooleanSupplier goesOn) throws IOException {
        long before = sequence - BEFORE;
        if (sequence - core.sequence() > NEAR) {
            while (core.sequence() < before) {
                core.advanceTo(Math.min(before, core.sequence() + KEPT_EVERY), goesOn);
                points.keep(core);
            }
        }
        core.advanceTo(sequence, goesOn);
    }

    /** What stands near enough goes on from there; else one is made where it is nearest. */
    private PastCore nearest(long sequence) throws IOException {
        Optional<PastCore> standing = cores.stream()
                .filter(core -> core.sequence() <= sequence)
                .max(Comparator.comparingLong(PastCore::sequence));
        long from = standing.map(PastCore::sequence).orElse(-1L);
        if (from >= 0 && sequence - from <= NEAR) return used(standing.get());
        Optional<KeptPoints.Point> point = points.upTo(sequence);
        long known = Math.max(from, point.map(each -> each.tip().sequence()).orElse(0L));
        if (sequence - known > KEPT_EVERY) {
            Optional<Restored> snapshot = snapshot(known + KEPT_EVERY, sequence);
            if (snapshot.isPresent())
                return made(snapshot.get().image(), snapshot.get().tip());
        }
        if (from >= 0 && known - from <= NEAR) return used(standing.get());
        makeRoom();
        return point.isPresent()
                ? made(point.get().image(), point.get().tip())
                : made(CoreImage.fresh(options), Tip.NONE);
    }

    private Optional<Restored> snapshot(long least, long sequence) throws IOException {
        long last = Math.min(sequence, believedUpTo);
        boolean isThere = snapshots.list().stream()
                .mapToLong(each -> each.tip().sequence())
                .anyMatch(at -> at >= least && at <= last);
        if (!isThere) return Optional.empty();
        makeRoom();
        return snapshots.newestUpTo(last, LOG::warn);
    }

    private PastCore made(CoreImage image, Tip tip) {
        makeRoom();
        PastCore core = new PastCore(image, tip, journal.apply(Math.max(1, tip.sequence())));
        cores.addLast(core);
        return core;
    }

    /** Before another is made, so that there are never more. */
    private void makeRoom() {
        while (cores.size() >= CORES) cores.removeFirst().close();
    }

    private PastCore used(PastCore core) {
        cores.remove(core);
        cores.addLast(core);
        return core;
    }

    private void drop(PastCore core) {
        cores.remove(core);
        core.close();
    }

    /** Gives all memory back; what is asked next begins anew. */
    public void rest() {
        close();
        points.clear();
    }

    @Override
    public void close() {
        while (!cores.isEmpty()) cores.removeFirst().close();
    }
}
