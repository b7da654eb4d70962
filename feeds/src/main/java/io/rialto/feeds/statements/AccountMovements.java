package io.rialto.feeds.statements;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Where one account's chain of movements begins, and what its balances are now. */
final class AccountMovements {
    long newest = MovementLog.NONE;
    private final Map<Balance, Long> totals = new TreeMap<>();

    private record Balance(int asset, Purse purse) implements Comparable<Balance> {
        @Override
        public int compareTo(Balance other) {
            return asset == other.asset ? purse.compareTo(other.purse) : Integer.compare(asset, other.asset);
        }
    }

    /** Answers what the balance is then. */
    long move(int asset, Purse purse, long amountMinor) {
        return totals.merge(new Balance(asset, purse), amountMinor, (before, amount) -> before + amount);
    }

    /** Counts back from now. */
    Statement statement(int account, List<Movement> newestFirst, Period period, boolean isWhole, long sequence) {
        Map<Balance, Counted> counted = new TreeMap<>();
        totals.forEach((balance, total) -> counted.put(balance, new Counted(total)));
        for (Movement movement : newestFirst) {
            Counted balance = counted.get(new Balance(movement.asset(), movement.purse()));
            if (period.isAfter(movement)) balance.closingMinor -= movement.amountMinor();
            else balance.add(movement);
        }
        List<Statement.Line> lines = new ArrayList<>();
        counted.forEach((balance, line) -> lines.add(line.of(balance)));
        return new Statement(account, lines, isWhole, sequence);
    }

    private static final class Counted {
        private final Map<MovementKind, Long> moved = new EnumMap<>(MovementKind.class);
        private long closingMinor;
        private long movements;

        Counted(long nowMinor) {
            closingMinor = nowMinor;
        }

        void add(Movement movement) {
            moved.merge(movement.kind(), movement.amountMinor(), Long::sum);
            movements++;
        }

        Statement.Line of(Balance balance) {
            long sum = moved.values().stream().mapToLong(Long::longValue).sum();
            return new Statement.Line(balance.asset, balance.purse, closingMinor - sum, moved, closingMinor, movements);
        }
    }
}
