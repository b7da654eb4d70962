package io.rialto.journal.writer;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Properties;
import net.openhft.chronicle.queue.RollCycle;
import net.openhft.chronicle.queue.rollcycles.LargeRollCycles;
import net.openhft.chronicle.queue.rollcycles.LegacyRollCycles;

/**
 * What must not change in the life of a journal, kept beside its files.
 *
 * @param roll when a new file is begun
 * @param blockBytes how a file grows
 */
public record Settings(Roll roll, long blockBytes) {
    /** When a new file is begun, by UTC. */
    public enum Roll {
        DAILY,
        HOURLY,
        MINUTELY;

        RollCycle cycle() {
            return switch (this) {
                case DAILY -> LargeRollCycles.LARGE_DAILY;
                case HOURLY -> LargeRollCycles.LARGE_HOURLY;
                case MINUTELY -> LegacyRollCycles.MINUTELY;
            };
        }
    }

    private static final String NAME = "journal.properties";
    private static final String FORMAT = "1";

    /** Writes them when the journal is new, compares them when it is not. */
    public void keepIn(Path directory, Device device) throws IOException {
        Path file = directory.resolve(NAME);
        if (!Files.exists(file)) {
            store(file);
            device.forceDirectory(directory);
            return;
        }
        Properties kept = new Properties();
        try (InputStream in = Files.newInputStream(file)) {
            kept.load(in);
        }
        same(file, "format", kept, FORMAT);
        same(file, "roll", kept, roll.name());
        same(file, "blockBytes", kept, Long.toString(blockBytes));
    }

    private void store(Path file) throws IOException {
        Properties settings = new Properties();
        settings.setProperty("format", FORMAT);
        settings.setProperty("roll", roll.name());
        settings.setProperty("blockBytes", Long.toString(blockBytes));
        Path draft = file.resolveSibling(NAME + ".new");
        try (OutputStream out = Files.newOutputStream(draft)) {
            settings.store(out, "Of this journal; not to be changed while it lives.");
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void same(Path file, String key, Properties kept, String wanted) {
        String value = kept.getProperty(key, "");
        if (!value.equals(wanted)) {
            throw new IllegalArgumentException(key + " must stay what the journal was made with: kept=" + value
                    + " wanted=" + wanted + " file=" + file);
        }
    }
}
