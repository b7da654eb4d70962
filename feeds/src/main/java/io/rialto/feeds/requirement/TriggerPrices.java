package io.rialto.feeds.requirement;

import java.math.BigInteger;
import java.util.OptionalLong;

/**
 * At which marks of its contract a position is liquidated, and where nothing is left of what answers for it, while all else stays as it
 * is. Found by asking what the core asks: it acts at that tick where it leaves just as much as is needed, else a tick beyond.
 *
 * @param lots bought less sold, not 0
 * @param leftMinor what answers for the position, without what is unrealised of it
 * @param keptMinor what all other positions of the same purse need to be kept
 */
public record TriggerPrices(
        long lots, long costMinor, ContractValue value, MarginTiers tiers, BigInteger leftMinor, BigInteger keptMinor) {
    private static final long MOST_TICKS = 1L << 62;

    /** Empty where no price does it: a long position that is covered whole. */
    public OptionalLong liquidationTicks() {
        return first(ticks -> isKept(
                ticks,
                BigInteger.valueOf(tiers.maintenanceMinor(worthMinor(ticks))).add(keptMinor)));
    }

    /** Where nothing is left. */
    public OptionalLong bankruptcyTicks() {
        return first(ticks -> isKept(ticks, BigInteger.ZERO));
    }

    private interface Mark {
        boolean isSafe(long ticks);
    }

    /** Rounded against the owner: of a long position the lowest mark that leaves as much as is needed, of a short one the highest. */
    private OptionalLong first(Mark mark) {
        boolean isLong = lots > 0;
        long safe = isLong ? MOST_TICKS : 0;
        long unsafe = isLong ? 0 : MOST_TICKS;
        if (mark.isSafe(unsafe)) return OptionalLong.empty();
        while (Math.abs(safe - unsafe) > 1) {
            long middle = safe + unsafe >>> 1;
            if (mark.isSafe(middle)) safe = middle;
            else unsafe = middle;
        }
        return safe == 0 ? OptionalLong.empty() : OptionalLong.of(safe);
    }

    private boolean isKept(long ticks, BigInteger neededMinor) {
        BigInteger worth = BigInteger.valueOf(worthMinor(ticks));
        BigInteger cost = BigInteger.valueOf(costMinor);
        BigInteger won = lots > 0 ? worth.subtract(cost) : cost.subtract(worth);
        return leftMinor.add(won).compareTo(neededMinor) >= 0;
    }

    private long worthMinor(long ticks) {
        return value.minor(ticks, Math.abs(lots));
    }
}
