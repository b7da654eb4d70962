package io.rialto.journal;

import io.rialto.journal.lock.WriterLock;
import io.rialto.journal.scan.ExcerptHeader;
import io.rialto.journal.scan.FrameIndex;
import io.rialto.journal.scan.HistoryWalk;
import io.rialto.journal.scan.QueueFiles;
import io.rialto.journal.space.SpaceKeeper;
import io.rialto.journal.waking.Sleepers;
import io.rialto.journal.writer.Device;
import io.rialto.journal.writer.DurableMark;
import io.rialto.journal.writer.JournalHalted;
import io.rialto.journal.writer.QueueAppender;
import io.rialto.journal.writer.Staging;
import io.rialto.journal.writer.TailCut;
import io.rialto.protocol.frame.Frame;
import io.rialto.protocol.frame.FrameSeal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one source of truth: frames go in sealed and in order, and are promised only when they are kept.
 *
 * <p>Usage: {@link #append} for every frame, {@link #commit} at the end of a batch; a frame is kept (JOURNALED) or
 * forced to the device (DURABLE) when the commit behind it has returned, and not before.
 *
 * <p>Threading: append, commit and close on the journal's thread, which must not be interrupted; everything else on any
 * thread. Nothing is allocated per frame once warm.
 *
 * <p>Errors: whatever fails below halts the journal for good, as {@link JournalHalted}: after a failed write or force
 * nobody knows what the device holds, so only reading history again may go on.
 */
public final class Journal implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Journal.class);
    private static final int READ_BACK_WINDOW = 64 << 10;

    private final Path directory;
    private final Durability durability;
    private final WriterLock lock;
    private final QueueAppender queue;
    private final DurableMark mark;
    private final Staging staging;
    private final FrameSeal seal;
    private final FrameIndex index;
    private final int epoch;
    private final SpaceKeeper keeper;
    private final Sleepers sleepers = new Sleepers();
    private long sealedSequence;
    private volatile long appendedSequence;
    private volatile long durableSequence;
    private volatile Optional<JournalHalted> halt = Optional.empty();
    private boolean isClosed;

    private Journal(JournalOptions options, JournalEnd end, WriterLock lock, QueueAppender queue, DurableMark mark) {
        directory = options.directory();
        durability = options.durability();
        this.lock = lock;
        this.queue = queue;
        this.mark = mark;
        staging = new Staging(options.excerptBytes());
        seal = new FrameSeal(end.tip().hash());
        index = end.index();
        epoch = end.tip().epoch() + 1;
        sealedSequence = end.lastSequence();
        appendedSequence = sealedSequence;
        durableSequence = sealedSequence;
        keeper = new SpaceKeeper(options.space(), new Room(options.device()));
    }

    /**
     * Takes the lock and goes on behind a history that was read to its end.
     *
     * @param end what {@link JournalReader#end} said
     * @throws JournalDamaged when history is not good, unless the operator accepted just this loss
     * @throws io.rialto.journal.lock.JournalHeld when another writer is alive
     */
    public static Journal open(JournalOptions options, JournalEnd end) {
        try {
            Files.createDirectories(options.directory());
            WriterLock lock = WriterLock.acquire(options.directory());
            boolean isOpen = false;
            try {
                Journal journal = openLocked(options, end, lock);
                isOpen = true;
                return journal;
            } finally {
                if (!isOpen) lock.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the journal cannot be opened: " + options.directory(), e);
        }
    }

    private static Journal openLocked(JournalOptions options, JournalEnd end, WriterLock lock) throws IOException {
        options.settings().keepIn(options.directory(), options.device());
        refuseDamage(options, end);
        refuseStale(options.directory(), end);
        boolean isCut = !end.isClean();
        if (isCut) new TailCut(options.directory(), options.device()).at(end.finding());
        forceAll(options.directory(), options.device());
        DurableMark mark = DurableMark.open(options.directory());
        mark.restart(end.lastSequence());
        boolean beginsFile = isCut || end.finding().isEndOfFile();
        QueueAppender queue = QueueAppender.open(
                options.directory(), options.settings(), options.device(), options.millis(), beginsFile);
        Journal journal = new Journal(options, end, lock, queue, mark);
        LOG.info(
                "journal opened directory={} lastSequence={} epoch={} durability={} roll={} cut={}",
                options.directory(),
                end.lastSequence(),
                journal.epoch,
                options.durability(),
                options.settings().roll(),
                isCut);
        return journal;
    }

    private static void refuseDamage(JournalOptions options, JournalEnd end) {
        if (!end.isDamaged()) return;
        if (options.acceptDamageAfterSequence().isEmpty()
                || options.acceptDamageAfterSequence().getAsLong() != end.lastSequence()) {
            throw new JournalDamaged(end);
        }
        LOG.error(
                "damage accepted by the operator, history ends at sequence={}: {}", end.lastSequence(), end.describe());
    }

    /** History may have been read before the lock was ours: somebody else may have gone on meanwhile. */
    private static void refuseStale(Path directory, JournalEnd end) {
        Optional<FrameIndex.Place> place = end.index().before(end.lastSequence());
        try (JournalReader reader =
                place.map(p -> JournalReader.from(directory, p)).orElseGet(() -> JournalReader.open(directory))) {
            while (reader.next()) continue;
            if (!reader.end().tip().equals(end.tip()) || reader.end().state() != end.state()) {
                throw new IllegalStateException("the journal went on since its end was read: read=" + end.lastSequence()
                        + " now=" + reader.end().lastSequence());
            }
        }
    }

    /** What was only in the page cache becomes durable before anything is built on it. */
    private static void forceAll(Path directory, Device device) throws IOException {
        for (Path file : QueueFiles.in(directory)) {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
                device.force(channel);
            }
        }
        device.forceDirectory(directory);
    }

    /** Seals the frame in place and stages it. Its sequence must be the next. */
    public void append(Frame frame) {
        refuseHalted();
        if (frame.sequence() != sealedSequence + 1) {
            throw halted(
                    "appending",
                    new IllegalStateException(
                            "sequence must be " + (sealedSequence + 1) + ": was " + frame.sequence()));
        }
        try {
            if (!staging.fits(frame)) write();
            seal.seal(frame.buffer(), 0, frame.length(), epoch, durableSequence);
            sealedSequence++;
            if (staging.isTooLarge(frame)) {
                write(frame.buffer().addressOffset(), frame.length(), frame.sequence());
            } else {
                staging.add(frame);
            }
        } catch (IOException | RuntimeException | Error e) {
            throw halted("appending", e);
        }
    }

    /** Keeps everything appended so far, and with DURABLE forces it to the device. */
    public void commit() {
        refuseHalted();
        try {
            write();
            if (durability == Durability.DURABLE) force();
        } catch (IOException | RuntimeException | Error e) {
            throw halted("committing", e);
        }
    }

    private void write() throws IOException {
        if (staging.isEmpty()) return;
        write(staging.address(), staging.length(), staging.firstSequence());
        staging.clear();
    }

    private void write(long address, int length, long firstSequence) throws IOException {
        if (!queue.ownsRoomFor(length)) keeper.look();
        boolean isNewFile = queue.append(address, length);
        long offset = queue.writtenTo() - length - ExcerptHeader.LENGTH;
        if (isNewFile) readBack(firstSequence, offset);
        if (index.wants(firstSequence)) index.add(firstSequence, queue.file(), offset);
        appendedSequence = sealedSequence;
    }

    /** The first excerpt of a file, or after opening, must be where a reader that comes from before finds it. */
    private void readBack(long sequence, long offset) throws IOException {
        Optional<FrameIndex.Place> before = index.before(sequence - 1);
        try (HistoryWalk walk = before.isPresent()
                ? HistoryWalk.from(directory, before.get(), READ_BACK_WINDOW)
                : HistoryWalk.fromStart(directory, READ_BACK_WINDOW)) {
            while (walk.sequence() < sequence) {
                if (walk.next() != HistoryWalk.Step.FRAME) {
                    throw new IOException("what was written cannot be read back: " + walk.finding());
                }
            }
            if (walk.excerpt() != offset) {
                throw new IOException(
                        "written in another place than read: written=" + offset + " read=" + walk.excerpt());
            }
        }
    }

    private void force() throws IOException {
        if (durableSequence == appendedSequence) return;
        long forced = appendedSequence;
        queue.force();
        mark.advance(forced);
        durableSequence = forced;
    }

    private void refuseHalted() {
        if (halt.isPresent()) throw halt.get();
        if (isClosed) throw new IllegalStateException("the journal is closed: " + directory);
    }

    private JournalHalted halted(String doing, Throwable cause) {
        JournalHalted halted = new JournalHalted(doing, promisedSequence() + 1, sealedSequence, cause);
        halt = Optional.of(halted);
        LOG.error("{}", halted.getMessage());
        return halted;
    }

    /** The newest frame that survives the process. */
    public long appendedSequence() {
        return appendedSequence;
    }

    /** The newest frame that survives the machine. */
    public long durableSequence() {
        return durableSequence;
    }

    /** The newest frame that may be told to anybody: what {@link Durability} promises is already true of it. */
    public long promisedSequence() {
        return durability == Durability.DURABLE ? durableSequence : appendedSequence;
    }

    /** Which life of the writer this is; every frame says it. */
    public int epoch() {
        return epoch;
    }

    /** What the doors may let in; CLOSED for good once the journal has halted. */
    public Intake intake() {
        return halt.isPresent() ? Intake.CLOSED : keeper.intake();
    }

    /** Frames behind a sequence as they are promised, for one feed on its own thread. */
    public JournalTail tail(long afterSequence) {
        return new JournalTail(directory, index, this::promisedSequence, sleepers, afterSequence);
    }

    /** Wakes the tails that sleep, to be called behind a commit; for any thread that has nothing more urgent to do. */
    public void wakeTails() {
        sleepers.wake();
    }

    /**
     * A reader that begins a little before a frame, or at it. It is the caller who asks it for no frame beyond what is
     * promised.
     */
    public JournalReader reader(long sequence) {
        return index.before(sequence)
                .map(place -> JournalReader.from(directory, place))
                .orElseGet(() -> JournalReader.open(directory));
    }

    /** Single frames by sequence. */
    public FrameLookup lookup() {
        return new FrameLookup(directory, index, this::promisedSequence);
    }

    /** Commits what was appended, forces it whatever the durability, and lets go of the lock. */
    @Override
    public void close() {
        if (isClosed) return;
        try {
            keeper.close();
            if (halt.isEmpty()) {
                commit();
                force();
            }
            isClosed = true;
            queue.close();
            mark.close();
            LOG.info("journal closed directory={} lastSequence={}", directory, appendedSequence);
        } catch (IOException e) {
            throw new UncheckedIOException("the journal could not be closed: " + directory, e);
        } finally {
            isClosed = true;
            release();
        }
    }

    private void release() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the writer's lock could not be released: " + directory, e);
        }
    }

    /** What the keeper keeps for this journal. */
    private final class Room implements SpaceKeeper.Room {
        private final Device device;

        Room(Device device) {
            this.device = device;
        }

        @Override
        public long usableBytes() throws IOException {
            return device.usableBytes(directory);
        }

        @Override
        public void keepAhead(long bytes) throws IOException {
            queue.keepAhead(bytes);
        }

        @Override
        public void syncMark() throws IOException {
            mark.sync();
        }
    }
}
