package io.rialto.feeds.clearing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * A settled day.
 *
 * @param day counted from 1970
 * @param settled obligations settled in full
 * @param failed obligations of which something is left open
 */
public record SettlementCycle(
        int day,
        List<Netting> nettings,
        List<Instruction> instructions,
        int settled,
        int failed,
        long timeNanos,
        long sequence) {
    public SettlementCycle {
        nettings = List.copyOf(nettings);
        instructions = List.copyOf(instructions);
    }

    /** One instrument's netting set: what would be received without netting, and what is to be with it. */
    public record Netting(
            int instrument,
            int members,
            long grossBaseMinor,
            long netBaseMinor,
            long grossQuoteMinor,
            long netQuoteMinor) {
        /** Of the assets, how much need not move, in parts per thousand, rounded to the nearest. */
        public int baseEfficiency() {
            return perMille(grossBaseMinor, netBaseMinor);
        }

        /** The same of the money. */
        public int quoteEfficiency() {
            return perMille(grossQuoteMinor, netQuoteMinor);
        }

        private static int perMille(long gross, long net) {
            if (gross == 0) return 0;
            return BigDecimal.valueOf(gross - net)
                    .scaleByPowerOfTen(3)
                    .divide(BigDecimal.valueOf(gross), 0, RoundingMode.HALF_EVEN)
                    .intValue();
        }
    }

    /** What was asked of one member, and what came of it; amounts as in {@link Obligation}. */
    public record Instruction(
            int account,
            int instrument,
            long baseMinor,
            long quoteMinor,
            long settledBaseMinor,
            long settledQuoteMinor,
            ObligationState state,
            int cycles) {}
}
