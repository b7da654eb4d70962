package io.rialto.engine.margin;

import io.rialto.engine.pricing.Fees;
import io.rialto.engine.pricing.Proportion;
import java.util.function.LongConsumer;

/**
 * What a position in a contract requires, by its value at mark: the larger it is, the larger the part.
 *
 * <p>Values in minor units, rates in parts per 10^7. Immutable.
 */
final class MarginTiers {
    /** The greatest value that is counted; what is above counts as this. */
    static final long MOST_MINOR = 1L << 62;

    /** Before a contract is given tiers of its own. */
    static final MarginTiers FIRST =
            new MarginTiers(new long[] {MOST_MINOR}, new int[] {Fees.WHOLE}, new int[] {Fees.WHOLE / 2});

    private final long[] upToMinor;
    private final int[] initialRates;
    private final int[] maintenanceRates;

    MarginTiers(long[] upToMinor, int[] initialRates, int[] maintenanceRates) {
        this.upToMinor = upToMinor;
        this.initialRates = initialRates;
        this.maintenanceRates = maintenanceRates;
    }

    /** Whether values rise, no rate falls, and maintenance is never more than what it began with. */
    boolean areSound() {
        long below = 0;
        int initial = 1;
        int maintenance = 1;
        for (int i = 0; i < upToMinor.length; i++) {
            boolean rises = upToMinor[i] > below
                    && initialRates[i] >= initial
                    && maintenanceRates[i] >= maintenance
                    && maintenanceRates[i] <= initialRates[i]
                    && initialRates[i] <= Fees.WHOLE;
            if (!rises) return false;
            below = upToMinor[i];
            initial = initialRates[i];
            maintenance = maintenanceRates[i];
        }
        return true;
    }

    int count() {
        return upToMinor.length;
    }

    boolean reachUpTo(long valueMinor) {
        return valueMinor <= upToMinor[upToMinor.length - 1];
    }

    /** @param leverage 0 for none of its own */
    long initialMinor(long valueMinor, int leverage) {
        long byRate = part(valueMinor, initialRate(valueMinor));
        return leverage == 0 ? byRate : Math.max(byRate, Proportion.roundedUp(valueMinor, 1, leverage));
    }

    boolean allow(int leverage, long valueMinor) {
        return (long) leverage * initialRate(valueMinor) <= Fees.WHOLE;
    }

    /** Each part of the value at the rate of its own tier, rounded up once. */
    long maintenanceMinor(long valueMinor) {
        long whole = 0;
        long fraction = 0;
        long below = 0;
        for (int i = 0; below < valueMinor; i++) {
            boolean isLast = i == upToMinor.length - 1;
            long part = (isLast ? valueMinor : Math.min(valueMinor, upToMinor[i])) - below;
            whole += part / Fees.WHOLE * maintenanceRates[i];
            fraction += part % Fees.WHOLE * maintenanceRates[i];
            below += part;
        }
        return whole + (fraction + Fees.WHOLE - 1) / Fees.WHOLE;
    }

    private int initialRate(long valueMinor) {
        int tier = 0;
        while (tier < upToMinor.length - 1 && valueMinor > upToMinor[tier]) tier++;
        return initialRates[tier];
    }

    private static long part(long valueMinor, int rate) {
        return Proportion.roundedUp(valueMinor, rate, Fees.WHOLE);
    }

    void visit(LongConsumer state) {
        state.accept(upToMinor.length);
        for (int i = 0; i < upToMinor.length; i++) {
            state.accept(upToMinor[i]);
            state.accept(initialRates[i]);
            state.accept(maintenanceRates[i]);
        }
    }
}
