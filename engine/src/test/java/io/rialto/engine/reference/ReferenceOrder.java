package io.rialto.engine.reference;

import static io.rialto.engine.reference.ReferenceInstrument.big;
import static java.math.BigInteger.ZERO;

import io.rialto.protocol.SelfTradePrevention;
import io.rialto.protocol.Side;
import java.math.BigInteger;

/** An order, arriving or resting. A market order's price is its collar, 0 without one. */
final class ReferenceOrder implements Comparable<ReferenceOrder> {
    final Command.NewOrder asked;
    final ReferenceInstrument instrument;
    final int account;
    final Side side;
    final boolean isBuy;
    boolean isMarket;
    final boolean isByAmount;
    final int heldAsset;
    final SelfTradePrevention mode;
    long number;
    long priceTicks;
    long totalLots;
    long openLots;
    int version = 1;
    boolean isResting;
    long prioritySequence;
    BigInteger amountLeft;
    BigInteger hold = ZERO;
    /** Fees and rebates so far: exact, in 10^-7 of a minor unit, and as charged. */
    BigInteger feeRaw = ZERO;

    BigInteger feeCharged = ZERO;

    ReferenceOrder(Command.NewOrder asked, ReferenceInstrument instrument, SelfTradePrevention mode, long priceTicks) {
        this.asked = asked;
        this.instrument = instrument;
        this.mode = mode;
        this.priceTicks = priceTicks;
        account = asked.account();
        side = Side.get((short) asked.side());
        isBuy = side == Side.BUY;
        isMarket = asked.orderType() == 2;
        isByAmount = asked.quoteAmountMinor() != 0;
        heldAsset = isBuy ? instrument.terms.quoteAsset() : instrument.terms.baseAsset();
        totalLots = asked.quantityLots();
        openLots = totalLots;
        amountLeft = big(asked.quoteAmountMinor());
    }

    /** What rounding up has charged ahead. */
    BigInteger feePrepaid() {
        return feeCharged.multiply(ReferenceInstrument.RATE_UNIT).subtract(feeRaw);
    }

    boolean isDone() {
        return isByAmount ? amountLeft.signum() == 0 : openLots == 0;
    }

    boolean crosses(long ticks) {
        return priceTicks == 0 || (isBuy ? ticks <= priceTicks : ticks >= priceTicks);
    }

    /** Price, then time. */
    @Override
    public int compareTo(ReferenceOrder other) {
        int byPrice = isBuy ? Long.compare(other.priceTicks, priceTicks) : Long.compare(priceTicks, other.priceTicks);
        return byPrice != 0 ? byPrice : Long.compare(prioritySequence, other.prioritySequence);
    }
}
