package io.rialto.bench.workload;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/**
 * A workload file in memory: records of five words, as they lie in the file.
 *
 * <p>Little endian; a header of 16 bytes (magic, version, count), then {@code count} records of 40 bytes: type, side, ioc,
 * pad, u32 quantity; sequence; order id; price in ticks; reserved. Magic, version and reserved are taken as they come.
 *
 * <p>Errors: a file that ends before its last record, or a type or side that does not exist, is refused.
 */
final class Workload {
    static final int NEW = 0;
    static final int CANCEL = 1;
    static final int MODIFY = 2;

    static final int RECORD_WORDS = 5;
    private static final int HEADER_BYTES = 16;
    private static final int RECORD_BYTES = RECORD_WORDS * Long.BYTES;
    private static final int CHUNK_RECORDS = 4_096;

    private final long[] words;
    private final int count;

    Workload(int count) {
        this.count = count;
        this.words = new long[Math.multiplyExact(count, RECORD_WORDS)];
    }

    /** Reads a file, unpacking it when its name ends in {@code .gz}. */
    static Workload read(Path file) throws IOException {
        try (InputStream raw = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
                InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw, 1 << 16) : raw) {
            ByteBuffer header = buffer(HEADER_BYTES);
            if (in.readNBytes(header.array(), 0, HEADER_BYTES) != HEADER_BYTES) {
                throw new IOException("a workload file starts with 16 bytes: file=" + file);
            }
            Workload workload = new Workload(header.getInt(12));
            workload.readRecords(in, file);
            return workload;
        }
    }

    void write(Path file) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            out.write(buffer(HEADER_BYTES).putInt(8, 1).putInt(12, count).array());
            ByteBuffer record = buffer(RECORD_BYTES);
            for (int i = 0; i < count; i++) {
                record.asLongBuffer().put(words, i * RECORD_WORDS, RECORD_WORDS);
                out.write(record.array());
            }
        }
    }

    int count() {
        return count;
    }

    int type(int index) {
        return (int) words[index * RECORD_WORDS] & 0xFF;
    }

    boolean sells(int index) {
        return (words[index * RECORD_WORDS] & 0xFF00) != 0;
    }

    boolean isImmediate(int index) {
        return (words[index * RECORD_WORDS] & 0xFF_0000) != 0;
    }

    long quantity(int index) {
        return words[index * RECORD_WORDS] >>> 32;
    }

    long sequence(int index) {
        return words[index * RECORD_WORDS + 1];
    }

    long orderId(int index) {
        return words[index * RECORD_WORDS + 2];
    }

    long priceTicks(int index) {
        return words[index * RECORD_WORDS + 3];
    }

    void set(int index, int type, boolean sells, boolean isImmediate, long quantity, long orderId, long priceTicks) {
        int at = index * RECORD_WORDS;
        words[at] = type | (sells ? 0x100 : 0) | (isImmediate ? 0x1_0000 : 0) | quantity << 32;
        words[at + 1] = index + 1L;
        words[at + 2] = orderId;
        words[at + 3] = priceTicks;
    }

    private void readRecords(InputStream in, Path file) throws IOException {
        ByteBuffer chunk = buffer(CHUNK_RECORDS * RECORD_BYTES);
        for (int index = 0; index < count; index += CHUNK_RECORDS) {
            int records = Math.min(CHUNK_RECORDS, count - index);
            if (in.readNBytes(chunk.array(), 0, records * RECORD_BYTES) != records * RECORD_BYTES) {
                throw new IOException(
                        "a workload file holds as many records as its header says: file=" + file + " count=" + count);
            }
            chunk.clear().asLongBuffer().get(words, index * RECORD_WORDS, records * RECORD_WORDS);
            for (int i = index; i < index + records; i++) check(i, file);
        }
    }

    private void check(int index, Path file) throws IOException {
        long word = words[index * RECORD_WORDS];
        if ((word & 0xFF) <= MODIFY && (word >>> 8 & 0xFF) <= 1) return;
        throw new IOException("type must be 0..2 and side 0..1: file=" + file + " record=" + index + " type="
                + (word & 0xFF) + " side=" + (word >>> 8 & 0xFF));
    }

    private static ByteBuffer buffer(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
