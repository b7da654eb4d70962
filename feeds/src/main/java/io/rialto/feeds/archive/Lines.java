package io.rialto.feeds.archive;

import io.rialto.feeds.position.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.jdbi.v3.core.statement.Query;

/** Rows, newest first, that become a page: it looks at a bounded number of them and says where to go on. */
final class Lines {
    /** A row as what it stands for. */
    @FunctionalInterface
    interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    private Lines() {}

    /**
     * @param query ends with {@code LIMIT :rows}
     * @param isAll whether every row is wanted, so that no more need be looked at than are asked for
     * @param number the cursor of a row
     */
    static <T> Page<T> page(
            Query query,
            Reading<T> reading,
            Predicate<T> isWanted,
            boolean isAll,
            ToLongFunction<T> number,
            int limit,
            long sequence) {
        int most = isAll ? limit + 1 : Page.MAX_SCANNED;
        List<T> rows =
                query.bind("rows", most).map((row, context) -> reading.of(row)).list();
        List<T> items = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            T row = rows.get(i);
            if (isWanted.test(row)) items.add(row);
            boolean isLast = i == rows.size() - 1 && rows.size() < most;
            boolean isEnough = items.size() == limit || i == rows.size() - 1;
            if (!isLast && isEnough)
                return new Page<>(items, OptionalLong.of(number.applyAsLong(row)), false, sequence);
        }
        return new Page<>(items, OptionalLong.empty(), false, sequence);
    }
}
