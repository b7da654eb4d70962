package io.rialto.engine.lifecycle;

import io.rialto.engine.listing.Instrument;
import io.rialto.protocol.Reason;
import io.rialto.protocol.frame.Frame;

/** Another fee per lot while the market trades: as another rate, a new segment for everybody. Only where fees are in quote. */
final class LotFeeRule implements ParameterRule {
    private static final long MOST = 1_000_000_000_000L;

    private final Restatement orders;

    LotFeeRule(Restatement orders) {
        this.orders = orders;
    }

    @Override
    public Reason check(Instrument market, long value) {
        boolean isFee = value == Instrument.NONE || value >= 1 && value <= MOST;
        if (!isFee || !market.feesInQuote()) return Reason.INVALID_PARAMETER;
        return orders.areTooMany(market) ? Reason.TOO_MANY_ORDERS : Reason.NONE;
    }

    @Override
    public void changing(Frame frame, Instrument market, long value) {
        orders.begin(market);
        orders.endWhoCannotPay(frame, market.largestFeeRate(), Math.max(0, value));
    }

    @Override
    public void changed(Frame frame, Instrument market, long oldValue) {
        orders.beginSegment(frame);
    }
}
