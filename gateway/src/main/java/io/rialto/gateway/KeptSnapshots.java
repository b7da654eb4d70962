package io.rialto.gateway;

import io.rialto.engine.Core;
import io.rialto.engine.CoreOptions;
import io.rialto.feeds.Feeds;
import io.rialto.gateway.settings.VenueConfig;
import io.rialto.gateway.snapshots.Disagreement;
import io.rialto.gateway.snapshots.SnapshotDesk;
import io.rialto.gateway.snapshots.Taken;
import io.rialto.journal.JournalReader;
import io.rialto.journal.scan.Tip;
import io.rialto.replay.HistoryMismatch;
import io.rialto.replay.OtherHistory;
import io.rialto.replay.Recovered;
import io.rialto.replay.Recovery;
import io.rialto.replay.past.PastVenues;
import io.rialto.replay.snapshot.Restored;
import io.rialto.replay.snapshot.Snapshot;
import io.rialto.replay.snapshot.Snapshots;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The venue's snapshots: a start uses the newest that holds, and falls back on the whole of history. */
final class KeptSnapshots implements SnapshotDesk.Archive {
    private static final Logger LOG = LoggerFactory.getLogger(KeptSnapshots.class);
    private static final long MEBIBYTE = 1 << 20;
    private static final long MOST_KEPT_BYTES = 64 * MEBIBYTE;
    private static final int KEPT_PART = 16;

    private final Path journal;
    private final Snapshots snapshots;
    private final CoreOptions options;

    /** What a start came to. */
    record Start(Core core, Feeds feeds, Recovered recovered) {}

    KeptSnapshots(VenueConfig config, Path journal) {
        this.journal = journal;
        options =
                new CoreOptions(config.sizes().expectedOrders(), config.sizes().expectedAccounts());
        long spareBytes = config.journal().lowSpaceMebibytes() * MEBIBYTE;
        snapshots = new Snapshots(
                config.data().resolve("snapshots"), config.snapshots().kept(), spareBytes);
    }

    /** @param feeds new ones for each attempt, since they are told all frames */
    Start start(Supplier<Feeds> feeds, Consumer<String> say) {
        Optional<Restored> base = newest(say);
        if (base.isPresent()) {
            try {
                return recovered(base.get().core(), base.get().tip(), feeds.get(), say);
            } catch (OtherHistory | HistoryMismatch unusable) {
                say.accept("snapshot passed over because " + unusable.getMessage());
            }
        }
        return recovered(new Core(options), Tip.NONE, feeds.get(), say);
    }

    private Optional<Restored> newest(Consumer<String> say) {
        try {
            return snapshots.newest(say);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the folder of snapshots cannot be read", unreadable);
        }
    }

    private Start recovered(Core core, Tip known, Feeds feeds, Consumer<String> say) {
        Recovered recovered = Recovery.of(journal, core)
                .after(known)
                .onFrame(feeds::onFrame)
                .onProgress((frames, read, total) ->
                        say.accept("recovering frames=" + frames + " bytes=" + read + " of=" + total))
                .run();
        return new Start(core, feeds, recovered);
    }

    /** The venue as it stood, run again from the nearest of them. */
    KeptPast past(LongFunction<JournalReader> reader) {
        long keptBytes = Math.min(MOST_KEPT_BYTES, Runtime.getRuntime().maxMemory() / KEPT_PART);
        return new KeptPast(new PastVenues(reader, snapshots, options, keptBytes));
    }

    @Override
    public Taken take(BooleanSupplier goesOn) throws IOException {
        try {
            return taken(snapshots.take(journal, options, goesOn, LOG::warn));
        } catch (HistoryMismatch parted) {
            throw new Disagreement(parted);
        }
    }

    @Override
    public List<Taken> list() throws IOException {
        return snapshots.list().stream().map(KeptSnapshots::taken).toList();
    }

    private static Taken taken(Snapshot snapshot) {
        return new Taken(
                snapshot.tip().sequence(),
                snapshot.tip().timeNanos(),
                snapshot.tip().hash(),
                snapshot.stateHash(),
                snapshot.bytes());
    }
}
