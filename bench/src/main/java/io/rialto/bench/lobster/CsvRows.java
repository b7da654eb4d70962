package io.rialto.bench.lobster;

import io.rialto.bench.recording.RecordingFault;
import io.rialto.bench.recording.RecordingFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

/** Reads lines of comma-separated numbers without a header; numbers are read as text, exactly. */
final class CsvRows implements AutoCloseable {
    private static final int NANO_DIGITS = 9;

    private final String file;
    private final InputStream in;
    private final byte[] chunk = new byte[1 << 16];
    private int chunkAt;
    private int chunkEnd;
    private byte[] line = new byte[1 << 12];
    private int[] ends = new int[64];
    private int fields;
    private long lineNumber;

    CsvRows(Path file) throws IOException {
        this.file = file.getFileName().toString();
        in = RecordingFiles.open(file);
    }

    /** Moves to the next line that is not empty; false at the end. */
    boolean next() throws IOException {
        int length;
        do {
            length = readLine();
        } while (length == 0);
        return length > 0;
    }

    int fields() {
        return fields;
    }

    long lineNumber() {
        return lineNumber;
    }

    long number(int field) {
        int at = start(field);
        int end = ends[field];
        boolean negative = at < end && line[at] == '-';
        return negative ? -digits(field, at + 1, end) : digits(field, at, end);
    }

    /** Seconds as nanoseconds. Some recordings carry digits beyond the ninth decimal: they are cut off, not rounded. */
    long nanos(int field) {
        int start = start(field);
        int end = ends[field];
        int point = start;
        while (point < end && line[point] != '.') point++;
        long nanos = Math.multiplyExact(digits(field, start, point), 1_000_000_000L);
        if (point == end) return nanos;
        int last = Math.min(end, point + 1 + NANO_DIGITS);
        if (point + 1 == end || !isDigits(last, end)) throw fault(field, "is not a decimal number");
        long fraction = digits(field, point + 1, last);
        for (int i = last - point - 1; i < NANO_DIGITS; i++) fraction *= 10;
        return nanos + fraction;
    }

    private boolean isDigits(int from, int end) {
        for (int i = from; i < end; i++) {
            if (line[i] < '0' || line[i] > '9') return false;
        }
        return true;
    }

    RecordingFault fault(String rule) {
        return new RecordingFault(file, lineNumber, rule);
    }

    private long digits(int field, int from, int end) {
        if (from >= end || end - from > 18) throw fault(field, "is not a whole number");
        long value = 0;
        for (int i = from; i < end; i++) {
            int digit = line[i] - '0';
            if (digit < 0 || digit > 9) throw fault(field, "is not a whole number");
            value = value * 10 + digit;
        }
        return value;
    }

    private RecordingFault fault(int field, String rule) {
        String text = new String(line, start(field), ends[field] - start(field), StandardCharsets.US_ASCII);
        return fault("field " + (field + 1) + " " + rule + ": was '" + text + "'");
    }

    private int start(int field) {
        if (field >= fields) throw fault("has " + fields + " fields, wanted " + (field + 1));
        return field == 0 ? 0 : ends[field - 1] + 1;
    }

    /** Bytes of the line without its end, -1 when there is none left. */
    private int readLine() throws IOException {
        int length = 0;
        fields = 0;
        lineNumber++;
        while (true) {
            int b = read();
            if (b == '\n' || b < 0) {
                if (b < 0 && length == 0) return -1;
                if (length > 0 && line[length - 1] == '\r') length--;
                if (length > 0) endField(length);
                return length;
            }
            if (b == ',') endField(length);
            if (length == line.length) line = Arrays.copyOf(line, length * 2);
            line[length++] = (byte) b;
        }
    }

    private void endField(int end) {
        if (fields == ends.length) ends = Arrays.copyOf(ends, fields * 2);
        ends[fields++] = end;
    }

    private int read() throws IOException {
        if (chunkAt == chunkEnd) {
            chunkEnd = in.read(chunk);
            chunkAt = 0;
            if (chunkEnd <= 0) {
                chunkEnd = 0;
                return -1;
            }
        }
        return chunk[chunkAt++];
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
