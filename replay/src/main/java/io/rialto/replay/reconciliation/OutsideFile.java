package io.rialto.replay.reconciliation;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What somebody else says that balances were: lines of {@code account,asset,total} for the end of history, or
 * {@code account,asset,total,sequence} for behind a frame. A head line that begins with {@code account} is passed over.
 *
 * <p>Errors: {@link IllegalArgumentException} with the line's number for a line that cannot be read.
 */
final class OutsideFile {
    private static final int WITH_SEQUENCE = 4;
    private static final long END = Long.MAX_VALUE;

    /** @param sequence after which it is to hold; the greatest long for the end */
    record Line(int number, int account, String asset, BigDecimal total, long sequence) {
        boolean isOfEnd() {
            return sequence == END;
        }
    }

    private OutsideFile() {}

    static List<Line> read(Path file) throws IOException {
        List<Line> lines = new ArrayList<>();
        int number = 0;
        for (String text : Files.readAllLines(file)) {
            number++;
            if (text.isBlank() || text.startsWith("account")) continue;
            lines.add(line(number, text.split(",")));
        }
        return lines;
    }

    private static Line line(int number, String[] fields) {
        try {
            long sequence = fields.length == WITH_SEQUENCE ? Long.parseLong(fields[3].strip()) : END;
            int account = Integer.parseInt(fields[0].strip());
            return new Line(number, account, fields[1].strip(), new BigDecimal(fields[2].strip()), sequence);
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException unreadable) {
            throw new IllegalArgumentException(
                    "a line must be account,asset,total[,sequence]: line " + number, unreadable);
        }
    }
}
