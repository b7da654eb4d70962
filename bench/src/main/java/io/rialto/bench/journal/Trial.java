package io.rialto.bench.journal;

import io.rialto.journal.Durability;
import io.rialto.journal.Journal;
import io.rialto.journal.JournalOptions;
import io.rialto.journal.JournalReader;
import io.rialto.protocol.frame.Frame;
import io.rialto.protocol.frame.FrameSeal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import net.openhft.chronicle.bytes.PointerBytesStore;
import net.openhft.chronicle.queue.ChronicleQueue;
import net.openhft.chronicle.queue.ExcerptAppender;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueueBuilder;
import net.openhft.chronicle.queue.rollcycles.LargeRollCycles;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * One way to keep the same bytes.
 *
 * @param batch frames a commit; for the raw queue, frames an excerpt
 */
record Trial(String name, Kind kind, int batch, int frames) {
    enum Kind {
        RAW_QUEUE,
        SEAL_AND_COPY,
        JOURNALED,
        DURABLE,
        READ
    }

    /** @return nanoseconds per frame of the timed half; the first half warms up */
    double run(Path directory) {
        try {
            return switch (kind) {
                case RAW_QUEUE -> raw(directory);
                case SEAL_AND_COPY -> seal();
                case JOURNALED -> journal(directory, Durability.JOURNALED);
                case DURABLE -> journal(directory, Durability.DURABLE);
                case READ -> read(directory);
            };
        } finally {
            delete(directory);
        }
    }

    private double raw(Path directory) {
        SampleFrame sample = new SampleFrame();
        UnsafeBuffer staged = new UnsafeBuffer(java.nio.ByteBuffer.allocateDirect(512 * batch));
        PointerBytesStore bytes = new PointerBytesStore();
        try (ChronicleQueue queue = SingleChronicleQueueBuilder.binary(directory)
                        .rollCycle(LargeRollCycles.LARGE_DAILY)
                        .blockSize(64L << 20)
                        .build();
                ExcerptAppender appender = queue.createAppender()) {
            long started = 0;
            int length = 0;
            for (int i = 1; i <= frames; i++) {
                if (i == frames / 2 + 1) started = System.nanoTime();
                Frame frame = sample.at(i);
                staged.putBytes(length, frame.buffer(), 0, frame.length());
                length += frame.length();
                if (i % batch == 0) {
                    bytes.set(staged.addressOffset(), length);
                    appender.writeBytes(bytes);
                    length = 0;
                }
            }
            return perFrame(started);
        }
    }

    private double seal() {
        SampleFrame sample = new SampleFrame();
        FrameSeal seal = new FrameSeal(0);
        UnsafeBuffer staged = new UnsafeBuffer(java.nio.ByteBuffer.allocateDirect(256 << 10));
        long started = 0;
        int at = 0;
        for (int i = 1; i <= frames; i++) {
            if (i == frames / 2 + 1) started = System.nanoTime();
            Frame frame = sample.at(i);
            seal.seal(frame.buffer(), 0, frame.length(), 1, i);
            if (at + frame.length() > staged.capacity()) at = 0;
            staged.putBytes(at, frame.buffer(), 0, frame.length());
            at += frame.length();
        }
        return perFrame(started);
    }

    private double journal(Path directory, Durability durability) {
        SampleFrame sample = new SampleFrame();
        try (Journal journal = open(directory, durability)) {
            long started = 0;
            for (int i = 1; i <= frames; i++) {
                if (i == frames / 2 + 1) started = System.nanoTime();
                journal.append(sample.at(i));
                if (i % batch == 0) journal.commit();
            }
            journal.commit();
            return perFrame(started);
        }
    }

    private double read(Path directory) {
        new Trial(name, Kind.JOURNALED, batch, frames).journal(directory, Durability.JOURNALED);
        try (JournalReader reader = JournalReader.open(directory)) {
            long started = 0;
            for (int i = 1; reader.next(); i++) {
                if (i == frames / 2 + 1) started = System.nanoTime();
                if (i == frames) return perFrame(started);
            }
            throw new IllegalStateException(
                    "frames are missing: " + reader.end().describe());
        }
    }

    private static Journal open(Path directory, Durability durability) {
        try (JournalReader reader = JournalReader.open(directory)) {
            while (reader.next()) continue;
            return Journal.open(JournalOptions.in(directory).durability(durability), reader.end());
        }
    }

    private double perFrame(long started) {
        return (System.nanoTime() - started) / (frames - frames / 2.0);
    }

    private static void delete(Path directory) {
        if (!Files.exists(directory)) return;
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the bench's files could not be deleted: " + directory, e);
        }
    }
}
