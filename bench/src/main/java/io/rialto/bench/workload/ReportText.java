package io.rialto.bench.workload;

import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** The report stream: one line a report, sorted stably by sequence and type, no newline after the last. */
final class ReportText {
    private static final int LONGEST_LINE = 128;

    private final ReportLog log;
    private final MessageDigest digest;
    private final byte[] bytes = new byte[1 << 16];
    private int length;

    ReportText(ReportLog log) {
        this.log = log;
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Writes the whole stream and answers its SHA-256 in lower-case hex. */
    String write(OutputStream out) throws IOException {
        boolean isFirst = true;
        for (long place : sortedPlaces()) {
            if (length + LONGEST_LINE > bytes.length) flush(out);
            if (!isFirst) bytes[length++] = '\n';
            isFirst = false;
            line((int) place);
        }
        flush(out);
        return HexFormat.of().formatHex(digest.digest());
    }

    int reports() {
        int reports = 0;
        for (int at = 0; at < log.size(); at += ReportLog.wordsOf(type(at))) reports++;
        return reports;
    }

    /** Reports come out sorted already when the file's sequences rise, which they should. */
    private long[] sortedPlaces() {
        long[] places = new long[reports()];
        boolean isSorted = true;
        int count = 0;
        for (int at = 0; at < log.size(); at += ReportLog.wordsOf(type(at))) {
            if (count > 0 && key((int) places[count - 1]) > key(at)) isSorted = false;
            places[count++] = at;
        }
        if (isSorted) return places;
        return Arrays.stream(places)
                .boxed()
                .sorted((a, b) -> Long.compare(key(a.intValue()), key(b.intValue())))
                .mapToLong(Long::longValue)
                .toArray();
    }

    private long key(int at) {
        return log.word(at) & ~8L;
    }

    private int type(int at) {
        return (int) log.word(at) & 7;
    }

    private void line(int at) {
        int type = type(at);
        number(type);
        field(log.word(at) >>> 4);
        boolean hasSide = type == ReportLog.ACCEPTED || type == ReportLog.CANCELLED || type == ReportLog.MODIFIED;
        if (hasSide) field(log.word(at) >>> 3 & 1);
        int price = type == ReportLog.TRADE ? 1 : 2;
        for (int i = 1; i < ReportLog.wordsOf(type); i++) {
            bytes[length++] = ',';
            if (log.word(at + i) >= 0) number(log.word(at + i));
            else text(i == price ? Long.toString(log.word(at + i)) : Long.toUnsignedString(log.word(at + i)));
        }
    }

    private void field(long value) {
        bytes[length++] = ',';
        number(value);
    }

    private void number(long value) {
        int digits = 1;
        for (long rest = value / 10; rest > 0; rest /= 10) digits++;
        long rest = value;
        for (int i = length + digits - 1; i >= length; i--) {
            bytes[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        length += digits;
    }

    /** What has its highest bit set: a price below zero, or an id or quantity that is unsigned. */
    private void text(String digits) {
        for (int i = 0; i < digits.length(); i++) bytes[length++] = (byte) digits.charAt(i);
    }

    private void flush(OutputStream out) throws IOException {
        digest.update(bytes, 0, length);
        out.write(bytes, 0, length);
        length = 0;
    }
}
