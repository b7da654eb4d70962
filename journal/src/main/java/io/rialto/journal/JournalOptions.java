package io.rialto.journal;

import io.rialto.journal.space.SpaceMarks;
import io.rialto.journal.writer.Device;
import io.rialto.journal.writer.Settings;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/**
 * How a journal is kept.
 *
 * @param directory holds the queue files, the lock, the durable mark and the settings; made when absent
 * @param durability what an acknowledgement promises; default DURABLE
 * @param settings roll (default DAILY) and block size (default 64 MiB, at least 32); never change in a journal's life
 * @param space free-space marks; default low 1 GiB, critical 256 MiB, 64 MiB allocated ahead
 * @param excerptBytes frames of one batch share an excerpt up to this size; default 256 KiB, 4 KiB to 4 MiB
 * @param acceptDamageAfterSequence an operator's decision to lose everything behind this good frame; none by default
 * @param millis the machine's clock, UTC, milliseconds: names files, never frames
 * @param device what is below; replaced only by tests
 */
public record JournalOptions(
        Path directory,
        Durability durability,
        Settings settings,
        SpaceMarks space,
        int excerptBytes,
        OptionalLong acceptDamageAfterSequence,
        LongSupplier millis,
        Device device) {
    private static final long MIB = 1 << 20;
    private static final int MIN_EXCERPT = 4 << 10;
    private static final int MAX_EXCERPT = 4 << 20;
    private static final long MIN_BLOCK = 32 * MIB;

    public JournalOptions {
        if (excerptBytes < MIN_EXCERPT || excerptBytes > MAX_EXCERPT) {
            throw new IllegalArgumentException(
                    "excerptBytes must be " + MIN_EXCERPT + ".." + MAX_EXCERPT + ": was " + excerptBytes);
        }
        if (settings.blockBytes() < MIN_BLOCK || Long.bitCount(settings.blockBytes()) != 1) {
            throw new IllegalArgumentException(
                    "blockBytes must be a power of two, at least " + MIN_BLOCK + ": was " + settings.blockBytes());
        }
    }

    /** The defaults. */
    public static JournalOptions in(Path directory) {
        return new JournalOptions(
                directory,
                Durability.DURABLE,
                new Settings(Settings.Roll.DAILY, 64 * MIB),
                new SpaceMarks(1024 * MIB, 256 * MIB, 64 * MIB),
                256 << 10,
                OptionalLong.empty(),
                System::currentTimeMillis,
                Device.REAL);
    }

    public JournalOptions durability(Durability other) {
        return new JournalOptions(
                directory, other, settings, space, excerptBytes, acceptDamageAfterSequence, millis, device);
    }

    public JournalOptions settings(Settings other) {
        return new JournalOptions(
                directory, durability, other, space, excerptBytes, acceptDamageAfterSequence, millis, device);
    }

    public JournalOptions space(SpaceMarks other) {
        return new JournalOptions(
                directory, durability, settings, other, excerptBytes, acceptDamageAfterSequence, millis, device);
    }

    public JournalOptions excerptBytes(int other) {
        return new JournalOptions(
                directory, durability, settings, space, other, acceptDamageAfterSequence, millis, device);
    }

    public JournalOptions acceptDamageAfterSequence(long sequence) {
        return new JournalOptions(
                directory, durability, settings, space, excerptBytes, OptionalLong.of(sequence), millis, device);
    }

    public JournalOptions millis(LongSupplier other) {
        return new JournalOptions(
                directory, durability, settings, space, excerptBytes, acceptDamageAfterSequence, other, device);
    }

    public JournalOptions device(Device other) {
        return new JournalOptions(
                directory, durability, settings, space, excerptBytes, acceptDamageAfterSequence, millis, other);
    }
}
