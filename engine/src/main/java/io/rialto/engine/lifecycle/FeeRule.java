package io.rialto.engine.lifecycle;

import io.rialto.engine.listing.Instrument;
import io.rialto.engine.listing.TermsCheck;
import io.rialto.engine.pricing.Fees;
import io.rialto.protocol.Reason;
import io.rialto.protocol.frame.Frame;

/**
 * Another rate while the market trades. Every open order begins a new rate segment: what rounding has prepaid is forgotten,
 * and its hold foresees the new rate. Who cannot pay for that ends.
 */
final class FeeRule implements ParameterRule {
    private final boolean isMakers;
    private final Restatement orders;

    FeeRule(boolean isMakers, Restatement orders) {
        this.isMakers = isMakers;
        this.orders = orders;
    }

    @Override
    public Reason check(Instrument market, long value) {
        if (value < -Fees.WHOLE || value > Fees.WHOLE) return Reason.INVALID_PARAMETER;
        long maker = isMakers ? value : market.makerFeeRate();
        long taker = isMakers ? market.takerFeeRate() : value;
        if (!TermsCheck.feesAgree(market.terms(), maker, taker)) return Reason.INVALID_PARAMETER;
        return orders.areTooMany(market) ? Reason.TOO_MANY_ORDERS : Reason.NONE;
    }

    @Override
    public void changing(Frame frame, Instrument market, long value) {
        orders.begin(market);
        int other = isMakers ? market.takerFeeRate() : market.makerFeeRate();
        orders.endWhoCannotPay(frame, Math.max(0, Math.max((int) value, other)), market.feePerLot());
    }

    @Override
    public void changed(Frame frame, Instrument market, long oldValue) {
        orders.beginSegment(frame);
    }
}
