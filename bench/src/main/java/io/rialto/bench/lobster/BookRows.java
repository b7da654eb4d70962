package io.rialto.bench.lobster;

import io.rialto.bench.recording.BookLevels;
import io.rialto.protocol.Side;
import java.io.IOException;
import java.nio.file.Path;

/** The orderbook file, row by row: the levels that the recording venue showed after each message. */
final class BookRows implements AutoCloseable {
    /** A price at or beyond it, on either sign, means that there is no such level. */
    static final long NO_PRICE = 9_999_999_999L;

    private static final int FIELDS_PER_LEVEL = 4;

    private final CsvRows csv;
    private BookLevels levels;

    BookRows(Path file) throws IOException {
        csv = new CsvRows(file);
    }

    boolean next() throws IOException {
        if (!csv.next()) return false;
        if (levels == null) levels = new BookLevels(depthOf(csv));
        if (csv.fields() != levels.depth() * FIELDS_PER_LEVEL) {
            throw csv.fault("a row has four fields a level: had " + csv.fields() + ", the first row "
                    + levels.depth() * FIELDS_PER_LEVEL);
        }
        for (int i = 0; i < levels.depth(); i++) {
            read(Side.SELL, i, FIELDS_PER_LEVEL * i);
            read(Side.BUY, i, FIELDS_PER_LEVEL * i + 2);
        }
        return true;
    }

    /** Of the row last moved to; the same object every time. */
    BookLevels levels() {
        return levels;
    }

    private void read(Side side, int level, int field) {
        long price = csv.number(field);
        long quantity = csv.number(field + 1);
        boolean absent = price <= 0 || price >= NO_PRICE || quantity == 0;
        levels.set(side, level, absent ? 0 : price, absent ? 0 : quantity);
    }

    private static int depthOf(CsvRows csv) {
        if (csv.fields() == 0 || csv.fields() % FIELDS_PER_LEVEL != 0) {
            throw csv.fault("a row has four fields a level: had " + csv.fields());
        }
        return csv.fields() / FIELDS_PER_LEVEL;
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
