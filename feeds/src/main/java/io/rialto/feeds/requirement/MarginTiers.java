package io.rialto.feeds.requirement;

import java.math.BigInteger;
import java.util.List;

/**
 * What positions in a contract require, by their value at mark. Rates are parts per 10^7, values in minor units.
 *
 * @param sequence of the frame that set them; 0 for those that stand before any are set
 */
public record MarginTiers(int instrument, List<Tier> tiers, long sequence) {
    private static final int WHOLE = 10_000_000;

    /** @param upToMinor the greatest value that it is for; the last one's rates count on above it */
    public record Tier(long upToMinor, int initialRate, int maintenanceRate) {}

    public MarginTiers {
        tiers = List.copyOf(tiers);
    }

    /** Before any are set. */
    public static MarginTiers first(int instrument) {
        return new MarginTiers(instrument, List.of(new Tier(ContractValue.MOST_MINOR, WHOLE, WHOLE / 2)), 0);
    }

    /** By the rate of the tier in which the value lies, or by the leverage, whichever is more; 0 is no leverage. */
    long initialMinor(long valueMinor, int leverage) {
        int last = tiers.size() - 1;
        int at = 0;
        while (at < last && valueMinor > tiers.get(at).upToMinor) at++;
        long byRate = ContractValue.part(valueMinor, tiers.get(at).initialRate, WHOLE);
        return leverage == 0 ? byRate : Math.max(byRate, ContractValue.part(valueMinor, 1, leverage));
    }

    /** Each part of the value at the rate of its own tier, rounded up once. */
    public long maintenanceMinor(long valueMinor) {
        BigInteger sum = BigInteger.valueOf(WHOLE - 1);
        long below = 0;
        for (int i = 0; below < valueMinor; i++) {
            boolean isLast = i == tiers.size() - 1;
            long upTo = isLast ? valueMinor : Math.min(valueMinor, tiers.get(i).upToMinor);
            sum = sum.add(BigInteger.valueOf(upTo - below).multiply(BigInteger.valueOf(tiers.get(i).maintenanceRate)));
            below = upTo;
        }
        return sum.divide(BigInteger.valueOf(WHOLE)).longValueExact();
    }
}
