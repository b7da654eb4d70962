package io.rialto.engine.reference;

import static io.rialto.engine.reference.ReferenceInstrument.isIn;
import static io.rialto.engine.reference.Refusal.refuseIf;
import static io.rialto.protocol.Reason.*;
import static java.math.BigDecimal.valueOf;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;

/** Icebergs and hidden orders: what they must be, how large a peak is, and where they stand. */
final class ReferenceDisplay {
    private static final BigInteger WORD = BigInteger.ONE.shiftLeft(64);
    private static final List<Integer> TYPES_THAT_REST = List.of(1, 5, 7, 9, 10);

    private ReferenceDisplay() {}

    static void check(ReferenceOrder order) {
        var terms = order.terms;
        boolean isImpatient = !List.of(1, 4, 5, 9).contains(order.asked.timeInForce());
        refuseIf(order.isPegged() && (isImpatient || order.asked.postOnly() != 0), PEG_MUST_REST);
        boolean showsLess = order.isIceberg() || order.isHidden();
        boolean isImmediate = order.asked.timeInForce() == 2 || order.asked.timeInForce() == 3;
        boolean mustRest = isImmediate || !TYPES_THAT_REST.contains(order.asked.orderType());
        refuseIf(showsLess && mustRest, DISPLAY_MUST_REST);
        long lots = order.asked.quantityLots();
        if (order.isIceberg()) checkPeak(order, terms.displayLots(), lots);
        else if (order.isHidden()) checkHidden(order, lots);
        else refuseIf(terms.minQuantityLots() != 0 && !isIn(1, terms.minQuantityLots(), lots), MINIMUM_ABOVE_QUANTITY);
    }

    /** The smallest and the largest peak that may come must both be possible. */
    static void checkPeak(ReferenceOrder order, long displayLots, long totalLots) {
        BigDecimal range = valueOf(order.terms.displayRangeLots());
        BigDecimal least = valueOf(displayLots).subtract(range);
        BigDecimal most = valueOf(displayLots).add(range);
        boolean isPossible = range.signum() >= 0 && least.signum() > 0 && most.compareTo(valueOf(totalLots)) <= 0;
        refuseIf(!isPossible, DISPLAY_ABOVE_QUANTITY);
        long smallest = order.instrument.parameter(31);
        refuseIf(smallest != Command.NULL && least.compareTo(valueOf(smallest)) < 0, DISPLAY_BELOW_MINIMUM);
        checkRatio(order, least, totalLots);
        refuseIf(range.signum() != 0 && order.instrument.parameter(33) == Command.NULL, DISPLAY_SEED_MISSING);
    }

    static void checkAmended(ReferenceOrder order, long totalLots) {
        if (order.isHidden()) checkHidden(order, totalLots);
        if (!order.isIceberg()) return;
        checkRatio(order, valueOf(order.displayLots).subtract(valueOf(order.terms.displayRangeLots())), totalLots);
    }

    private static void checkRatio(ReferenceOrder order, BigDecimal least, long totalLots) {
        long ratio = order.instrument.parameter(30);
        if (ratio == Command.NULL) return;
        BigDecimal asked = valueOf(totalLots).multiply(valueOf(ratio, 4));
        refuseIf(least.compareTo(asked) < 0, DISPLAY_BELOW_RATIO);
    }

    private static void checkHidden(ReferenceOrder order, long totalLots) {
        refuseIf(totalLots < order.instrument.parameter(32), HIDDEN_BELOW_MINIMUM);
    }

    /** The n-th number of SplitMix64 over the seed, without its sign, moves the peak within its range. */
    static long peak(ReferenceOrder order, long seed, long nth) {
        long range = order.terms.displayRangeLots();
        if (range == 0) return Math.min(order.displayLots, order.openLots);
        BigInteger z = word(
                BigInteger.valueOf(seed).add(new BigInteger("9E3779B97F4A7C15", 16).multiply(BigInteger.valueOf(nth))));
        z = word(z.xor(z.shiftRight(30)).multiply(new BigInteger("BF58476D1CE4E5B9", 16)));
        z = word(z.xor(z.shiftRight(27)).multiply(new BigInteger("94D049BB133111EB", 16)));
        z = z.xor(z.shiftRight(31)).shiftRight(1);
        BigInteger moved = z.mod(BigInteger.valueOf(range).shiftLeft(1).add(BigInteger.ONE));
        long peak = BigInteger.valueOf(order.displayLots)
                .add(moved)
                .subtract(BigInteger.valueOf(range))
                .longValueExact();
        return Math.min(peak, order.openLots);
    }

    private static BigInteger word(BigInteger value) {
        return value.mod(WORD);
    }

    /** A peak that is used up is followed by the next; answers how many were drawn with it. */
    static long shownAgain(ReferenceOrder maker, long drawnBefore) {
        if (!maker.isIceberg() || maker.shownLots > 0) return drawnBefore;
        long drawn = maker.terms.displayRangeLots() != 0 ? drawnBefore + 1 : drawnBefore;
        maker.shownLots = peak(maker, maker.instrument.displaySeed, drawn);
        maker.publicNumber++;
        return drawn;
    }
}
