package io.rialto.bench.play;

import io.rialto.bench.recording.BookLevels;
import io.rialto.bench.recording.RecordingFiles;
import io.rialto.protocol.Side;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/** Writes our books as they came out, one line a row; nothing when no file was asked for. One thread at a time. */
final class BookFile implements AutoCloseable {
    private static final String NO_ASK = "9999999999,0";
    private static final String NO_BID = "-9999999999,0";

    private final Optional<BufferedWriter> out;
    private final StringBuilder line = new StringBuilder();

    BookFile(Optional<Path> file) throws IOException {
        out = file.isEmpty()
                ? Optional.empty()
                : Optional.of(new BufferedWriter(
                        new OutputStreamWriter(RecordingFiles.create(file.get()), StandardCharsets.US_ASCII)));
    }

    /** In the layout of the orderbook file. */
    void csv(BookLevels levels) {
        if (out.isEmpty()) return;
        line.setLength(0);
        for (int i = 0; i < levels.depth(); i++) {
            if (i > 0) line.append(',');
            csv(levels, Side.SELL, i, NO_ASK);
            line.append(',');
            csv(levels, Side.BUY, i, NO_BID);
        }
        write();
    }

    /** As {@code {"row","asks","bids"}}. */
    void json(long row, BookLevels levels) {
        if (out.isEmpty()) return;
        line.setLength(0);
        line.append("{\"row\":").append(row);
        json(levels, Side.SELL, ",\"asks\":[");
        json(levels, Side.BUY, ",\"bids\":[");
        line.append('}');
        write();
    }

    private void csv(BookLevels levels, Side side, int level, String none) {
        if (levels.has(side, level)) {
            line.append(levels.price(side, level)).append(',').append(levels.quantity(side, level));
        } else {
            line.append(none);
        }
    }

    private void json(BookLevels levels, Side side, String name) {
        line.append(name);
        for (int i = 0; levels.has(side, i); i++) {
            if (i > 0) line.append(',');
            line.append('[').append(levels.price(side, i)).append(',');
            line.append(levels.quantity(side, i)).append(']');
        }
        line.append(']');
    }

    private void write() {
        try {
            out.orElseThrow().append(line).append('\n');
        } catch (IOException e) {
            throw new UncheckedIOException("our books could not be written", e);
        }
    }

    @Override
    public void close() throws IOException {
        if (out.isPresent()) out.get().close();
    }
}
