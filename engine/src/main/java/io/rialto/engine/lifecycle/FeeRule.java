package io.rialto.engine.lifecycle;

import io.rialto.engine.listing.Instrument;
import io.rialto.engine.listing.TermsCheck;
import io.rialto.engine.pricing.Fees;
import io.rialto.protocol.InstrumentParameter;
import io.rialto.protocol.Reason;
import io.rialto.protocol.frame.Frame;

/**
 * Another rate while the market trades, or another fee per lot, which needs fees in quote. Every open order begins a new
 * rate segment: what rounding has prepaid is forgotten, and its hold foresees the new fee. Who cannot pay for that ends.
 */
final class FeeRule implements ParameterRule {
    private static final long MOST_PER_LOT = 1_000_000_000_000L;

    private final InstrumentParameter parameter;
    private final Restatement orders;

    FeeRule(InstrumentParameter parameter, Restatement orders) {
        this.parameter = parameter;
        this.orders = orders;
    }

    @Override
    public Reason check(Instrument market, long value) {
        boolean isSound = isPerLot() ? isPerLotFee(market, value) : isRate(market, value);
        if (!isSound) return Reason.INVALID_PARAMETER;
        return orders.areTooMany(market) ? Reason.TOO_MANY_ORDERS : Reason.NONE;
    }

    @Override
    public void changing(Frame frame, Instrument market, long value) {
        orders.begin(market);
        if (isPerLot()) orders.endWhoCannotPay(frame, market.charges().largestRate(), Math.max(0, value));
        else
            orders.endWhoCannotPay(
                    frame,
                    (int) Math.max(0, Math.max(value, other(market))),
                    market.charges().perLot());
    }

    @Override
    public void changed(Frame frame, Instrument market, long oldValue) {
        orders.beginSegment(frame);
    }

    private boolean isPerLot() {
        return parameter == InstrumentParameter.FEE_PER_LOT_MINOR;
    }

    private static boolean isPerLotFee(Instrument market, long value) {
        return market.feesInQuote() && (value == Instrument.NONE || value >= 1 && value <= MOST_PER_LOT);
    }

    private boolean isRate(Instrument market, long value) {
        if (value < -Fees.WHOLE || value > Fees.WHOLE) return false;
        boolean isMakers = parameter == InstrumentParameter.MAKER_FEE_RATE;
        long maker = isMakers ? value : other(market);
        long taker = isMakers ? other(market) : value;
        return TermsCheck.feesAgree(market.terms(), maker, taker);
    }

    /** The rate of the other role. */
    private int other(Instrument market) {
        boolean isMakers = parameter == InstrumentParameter.MAKER_FEE_RATE;
        return isMakers ? market.charges().takerRate() : market.charges().makerRate();
    }
}
