package io.rialto.bench.lobster;

import io.rialto.bench.lobster.ModelBook.ModelOrder;
import java.util.List;

/** Executions that price-time priority would not have given: found and named by rule. */
final class OutOfTurn {
    /** Why an execution came out of turn, as far as the recording shows. */
    enum Cause {
        OLDER_ORDER_JOINED_LATE("older-order-joined-late"),
        LISTED_IN_ANOTHER_ORDER("listed-in-another-order"),
        NOT_AT_THE_BEST_PRICE("not-at-the-best-price"),
        UNEXPLAINED("unexplained");

        private final String words;

        Cause(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    private final Messages messages;
    private final ModelBook book;

    OutOfTurn(Messages messages, ModelBook book) {
        this.messages = messages;
        this.book = book;
    }

    Cause causeOf(int row, ModelOrder executed) {
        if (!book.isBest(executed.side, executed.price)) return Cause.NOT_AT_THE_BEST_PRICE;
        List<ModelOrder> level = book.level(executed.side, executed.price);
        List<ModelOrder> ahead = level.subList(0, level.indexOf(executed));
        if (allYounger(executed, ahead)) return Cause.OLDER_ORDER_JOINED_LATE;
        if (executesInTheSameNanosecond(row, ahead.get(0))) return Cause.LISTED_IN_ANOTHER_ORDER;
        return Cause.UNEXPLAINED;
    }

    private boolean executesInTheSameNanosecond(int row, ModelOrder front) {
        long nanos = messages.timeNanos(row);
        for (int i = row + 1; i < messages.rows() && messages.timeNanos(i) == nanos; i++) {
            if (messages.type(i) == Messages.EXECUTED && messages.order(i) == front.source) return true;
        }
        return false;
    }

    /** The recording venue numbers orders as they come, so a smaller id is an older order. */
    private static boolean allYounger(ModelOrder executed, List<ModelOrder> ahead) {
        return !executed.isNameless() && ahead.stream().allMatch(order -> order.source > executed.source);
    }
}
