package io.rialto.engine.fees;

import io.rialto.engine.listing.Instrument;
import io.rialto.engine.pricing.Fees;
import java.util.function.LongConsumer;

/** What one version of a schedule asks: rates by volume, and a fee per lot. Rates in parts per 10^7. Immutable. */
final class FeeSchedule {
    static final int MOST_TIERS = 8;

    /** Its fee per lot is the market's own. */
    static final long AS_THE_MARKET = Long.MIN_VALUE;

    final int number;
    final int version;
    final int asset;
    final long feePerLotMinor;
    private final long[] fromMinor;
    private final int[] makerRates;
    private final int[] takerRates;

    FeeSchedule(
            int number,
            int version,
            int asset,
            long feePerLotMinor,
            long[] fromMinor,
            int[] makerRates,
            int[] takerRates) {
        this.number = number;
        this.version = version;
        this.asset = asset;
        this.feePerLotMinor = feePerLotMinor;
        this.fromMinor = fromMinor;
        this.makerRates = makerRates;
        this.takerRates = takerRates;
    }

    /** Tiers begin at nothing and rise; no rate is beyond the whole; no fee per lot is below zero. */
    boolean isSound() {
        if (fromMinor.length == 0 || fromMinor[0] != 0) return false;
        for (int i = 0; i < fromMinor.length; i++) {
            if (i > 0 && fromMinor[i] <= fromMinor[i - 1]) return false;
            if (!isRate(makerRates[i]) || !isRate(takerRates[i])) return false;
        }
        return feePerLotMinor == AS_THE_MARKET || feePerLotMinor >= 0;
    }

    private static boolean isRate(int rate) {
        return rate >= -Fees.WHOLE && rate <= Fees.WHOLE;
    }

    /** Counted from 1. */
    int tier(long volumeMinor) {
        int tier = fromMinor.length;
        while (fromMinor[tier - 1] > volumeMinor) tier--;
        return tier;
    }

    int makerRate(int tier) {
        return makerRates[tier - 1];
    }

    int takerRate(int tier) {
        return takerRates[tier - 1];
    }

    /** Whether some tier asks more than the market's holds foresee, where they have to. */
    boolean isAboveCeiling(Instrument market) {
        if (!market.feesInQuote()) return false;
        int ceiling = market.charges().largestRate();
        for (int i = 0; i < fromMinor.length; i++) {
            if (makerRates[i] > ceiling || takerRates[i] > ceiling) return true;
        }
        return false;
    }

    void visit(LongConsumer state) {
        state.accept(number);
        state.accept(version);
        state.accept(asset);
        state.accept(feePerLotMinor);
        for (long from : fromMinor) state.accept(from);
        for (int rate : makerRates) state.accept(rate);
        for (int rate : takerRates) state.accept(rate);
    }
}
