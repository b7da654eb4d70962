package io.rialto.engine.reference;

import io.rialto.engine.reference.Command.ListInstrument;

/** An instrument's terms as parameters by their wire codes. A step is its mantissa times 100 plus decimal places. */
final class ReferenceTerms {
    static final int TICK = 6, LOT = 7, MAKER_FEE = 50, TAKER_FEE = 51, FEE_PER_LOT = 52;

    private ReferenceTerms() {}

    static long of(ListInstrument terms, int code) {
        return switch (code) {
            case 1 -> terms.minLots();
            case 2 -> terms.maxLots();
            case 3 -> terms.minNotional();
            case 4 -> terms.collarTicks();
            case 5 -> terms.referenceTicks();
            case TICK -> step(terms.tickMantissa(), terms.tickScale());
            case LOT -> step(terms.lotMantissa(), terms.lotScale());
            case MAKER_FEE -> terms.makerFeeRate();
            case TAKER_FEE -> terms.takerFeeRate();
            default -> Command.NULL;
        };
    }

    private static long step(long mantissa, int scale) {
        try {
            return Math.addExact(Math.multiplyExact(mantissa, 100L), scale);
        } catch (ArithmeticException tooLarge) {
            return Command.NULL;
        }
    }

    static ListInstrument with(ListInstrument t, int code, long value) {
        return new ListInstrument(
                t.symbol(),
                t.baseAsset(),
                t.quoteAsset(),
                code == TICK ? value / 100 : t.tickMantissa(),
                code == LOT ? value / 100 : t.lotMantissa(),
                code == 1 ? value : t.minLots(),
                code == 2 ? value : t.maxLots(),
                code == 3 ? value : t.minNotional(),
                code == 4 ? value : t.collarTicks(),
                code == 5 ? value : t.referenceTicks(),
                code == MAKER_FEE ? (int) value : t.makerFeeRate(),
                code == TAKER_FEE ? (int) value : t.takerFeeRate(),
                code == TICK ? (int) (value % 100) : t.tickScale(),
                code == LOT ? (int) (value % 100) : t.lotScale(),
                t.feePolicy(),
                t.marketRemainder(),
                t.feeIncomeMayBeNegative());
    }
}
