package io.rialto.gateway;

import io.rialto.engine.ring.Line;
import io.rialto.engine.ring.LineOptions;
import io.rialto.engine.ring.Profile;
import io.rialto.feeds.Feeds;
import io.rialto.feeds.FeedsHealth;
import io.rialto.feeds.FeedsOptions;
import io.rialto.feeds.MarketKept;
import io.rialto.feeds.bus.EventBus;
import io.rialto.feeds.records.RecordStore;
import io.rialto.feeds.records.Records;
import io.rialto.gateway.archive.Archive;
import io.rialto.gateway.explanation.JournalExplorer;
import io.rialto.gateway.explorer.JournalFrames;
import io.rialto.gateway.ingress.Admission;
import io.rialto.gateway.ingress.History;
import io.rialto.gateway.ingress.KeptFrame;
import io.rialto.gateway.market.Listed;
import io.rialto.gateway.measures.Databases;
import io.rialto.gateway.measures.Measures;
import io.rialto.gateway.monitoring.Vitals;
import io.rialto.gateway.segments.JournalRoutes;
import io.rialto.gateway.segments.Keeping;
import io.rialto.gateway.settings.VenueConfig;
import io.rialto.gateway.snapshots.SnapshotDesk;
import io.rialto.gateway.status.VenueStatus;
import io.rialto.journal.Durability;
import io.rialto.journal.FrameLookup;
import io.rialto.journal.Intake;
import io.rialto.journal.Journal;
import io.rialto.journal.JournalOptions;
import io.rialto.journal.JournalTail;
import io.rialto.journal.scan.QueueFiles;
import io.rialto.journal.space.SpaceMarks;
import io.rialto.replay.Recovered;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.agrona.concurrent.EpochNanoClock;

/**
 * Everything behind the doors: the core as history left it, the journal, the line between them, and the feeds.
 *
 * <p>Opening re-runs history; what it finds wrong is thrown, naming the place, and nothing is left open.
 */
final class Rooms implements AutoCloseable {
    private static final long MEBIBYTE = 1 << 20;
    private static final long AHEAD_BYTES = 16 * MEBIBYTE;
    private static final int FRAMES_AT_ONCE = 256;

    final Feeds feeds;
    final Line line;
    final long recoveredSequence;
    private final Recovered recovered;
    private final SnapshotDesk desk;
    private final KeptSnapshots snapshots;
    private final EpochNanoClock lineClock;
    private final Journal journal;
    private final VenueConfig config;

    private Rooms(
            Feeds feeds,
            Line line,
            EpochNanoClock lineClock,
            Journal journal,
            KeptSnapshots snapshots,
            Recovered recovered,
            VenueConfig config) {
        this.feeds = feeds;
        this.line = line;
        this.lineClock = lineClock;
        this.journal = journal;
        this.snapshots = snapshots;
        desk = new SnapshotDesk(
                snapshots, journal::promisedSequence, config.snapshots().every());
        this.recovered = recovered;
        recoveredSequence = recovered.end().lastSequence();
        this.config = config;
    }

    static Rooms open(VenueConfig config, Measures measures, OptionalLong acceptDamageAfter, Consumer<String> say) {
        JournalOptions options = journalOptions(config, acceptDamageAfter);
        KeptSnapshots snapshots = new KeptSnapshots(config, options.directory());
        KeptSnapshots.Start start = snapshots.start(() -> feeds(config), say);
        Feeds feeds = start.feeds();
        Recovered recovered = start.recovered();
        Journal journal = Journal.open(options, recovered.end());
        say.accept("recovered " + recovered.describe());
        LineOptions lineOptions = lineOptions(config);
        Line line = Line.start(lineOptions, start.core(), new JournalStage(journal, measures));
        feeds.follow(journal.tail(recovered.end().lastSequence()));
        say.accept("journal opened durability=" + options.durability() + " epoch=" + journal.epoch());
        return new Rooms(feeds, line, lineOptions.clock(), journal, snapshots, recovered, config);
    }

    private static Feeds feeds(VenueConfig config) {
        VenueConfig.Sizes sizes = config.sizes();
        return new Feeds(
                FeedsOptions.defaults().remembering(sizes.closedOrders(), sizes.fills(), sizes.movements()),
                new MarketKept(config.market().tradesKept(), config.market().candlesKept()));
    }

    private static JournalOptions journalOptions(VenueConfig config, OptionalLong acceptDamageAfter) {
        VenueConfig.Journal journal = config.journal();
        JournalOptions options = JournalOptions.in(directory(config))
                .durability(Durability.valueOf(journal.durability().toUpperCase(Locale.ROOT)))
                .space(new SpaceMarks(
                        journal.lowSpaceMebibytes() * MEBIBYTE,
                        journal.closedSpaceMebibytes() * MEBIBYTE,
                        AHEAD_BYTES));
        return acceptDamageAfter.isPresent()
                ? options.acceptDamageAfterSequence(acceptDamageAfter.getAsLong())
                : options;
    }

    private static Path directory(VenueConfig config) {
        return config.data().resolve("journal");
    }

    private static LineOptions lineOptions(VenueConfig config) {
        return LineOptions.of(Profile.valueOf(config.line().profile().name()))
                .withRingSize(config.line().ringSize());
    }

    /** What happened, in the words of the business. */
    EventBus events() {
        return new EventBus(journal::tail, config.data().resolve("events"));
    }

    /** Frames of the past, read from the disk. */
    History history() {
        FrameLookup lookup = journal.lookup();
        return sequence -> {
            AtomicReference<KeptFrame> found = new AtomicReference<>();
            lookup.find(sequence, frame -> found.set(KeptFrame.of(frame.buffer(), frame.offset(), frame.length())));
            return Optional.ofNullable(found.get());
        };
    }

    /** What is asked of the journal itself, answered beside all that decides. */
    JournalExplorer explorer(Listed listed, Archive archive) {
        JournalExplorer.Sources sources = new JournalExplorer.Sources(
                history(),
                this::read,
                new HistoryWords(feeds.listings()),
                snapshots.past(journal::reader),
                snapshots::list);
        return JournalExplorer.open(sources, feeds, listed, archive);
    }

    private void read(long from, long to, JournalFrames.Look look) {
        AtomicBoolean goesOn = new AtomicBoolean(true);
        try (JournalTail tail = journal.tail(from - 1)) {
            while (goesOn.get() && tail.position() < to) {
                int most = (int) Math.min(FRAMES_AT_ONCE, to - tail.position());
                tail.poll(
                        frame -> {
                            if (goesOn.get()) goesOn.set(look.at(frame));
                        },
                        most);
            }
        }
    }

    /** What no other history is called: its first frame, and who writes it now. Empty while it has none. */
    Optional<String> name(History history) {
        return history.frame(1).map(first -> first.digest() + "-" + journal.epoch());
    }

    /** The read model, which follows the journal from here on. */
    Records records() throws IOException {
        RecordStore store =
                RecordStore.of(config.records().database(), config.data().resolve("records.db"));
        return new Records(store).follow(journal.tail(0));
    }

    /** Takes snapshots from now on, until it is closed. */
    SnapshotDesk snapshots() throws IOException {
        return desk.start();
    }

    /** How the journal is kept, for who runs the venue. */
    JournalRoutes segments(SnapshotDesk snapshots, Measures measures, Listed listed) {
        return new JournalRoutes(
                () -> QueueFiles.in(directory(config)),
                () -> new Keeping(
                        config.journal().durability().toUpperCase(Locale.ROOT),
                        journal.promisedSequence(),
                        journal.durableSequence(),
                        journal.epoch(),
                        recovered.frames(),
                        recovered.millis()),
                snapshots,
                measures,
                new JournalRoutes.Markets(feeds.listings(), feeds.books(), listed));
    }

    Admission admission() {
        Intake intake = journal.intake();
        return Admission.valueOf(intake.name());
    }

    VenueStatus status() {
        FeedsHealth health = feeds.health();
        List<String> faults = new ArrayList<>();
        if (line.isHalted()) faults.add("the venue has halted");
        if (journal.intake() != Intake.OPEN) faults.add("the journal's intake is " + journal.intake());
        desk.alarm().ifPresent(faults::add);
        if (!health.isHealthy() || !health.isFollowing()) faults.add("the feeds do not follow the journal");
        return new VenueStatus(
                config.journal().durability().toUpperCase(Locale.ROOT),
                journal.intake().name(),
                journal.promisedSequence(),
                journal.durableSequence(),
                health.sequence(),
                lineClock.nanoTime(),
                faults);
    }

    /** Of the commands, and with them of everything that happens in the market. */
    InstantSource clock() {
        return () -> Instant.ofEpochSecond(0, lineClock.nanoTime());
    }

    /** How long ago that was by the line's clock; never below 0. */
    long nanosSince(long lineNanos) {
        return Math.max(0, lineClock.nanoTime() - lineNanos);
    }

    /** @param acknowledgedSequence newest frame that was told to anybody */
    Vitals vitals(long acknowledgedSequence, Databases.Pool answers) {
        FeedsHealth health = feeds.health();
        Instant now = Instant.now();
        long offset = lineClock.nanoTime() - TimeUnit.SECONDS.toNanos(now.getEpochSecond()) - now.getNano();
        return new Vitals(
                line.occupancy(),
                line.ringSize(),
                line.isHalted(),
                journal.intake().name(),
                journal.appendedSequence(),
                journal.promisedSequence(),
                config.data().toFile().getUsableSpace(),
                config.journal().lowSpaceMebibytes() * MEBIBYTE,
                offset,
                acknowledgedSequence,
                health.sequence(),
                health.isHealthy() && health.isFollowing(),
                List.of(answers));
    }

    /** Answers what was accepted, keeps it, then lets go of history. */
    @Override
    public void close() {
        try {
            line.close();
        } finally {
            feeds.close();
            journal.close();
        }
    }
}
