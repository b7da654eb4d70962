package io.rialto.engine.reference;

import static java.math.BigDecimal.ZERO;

import io.rialto.protocol.SelfTradePrevention;
import io.rialto.protocol.Side;
import java.math.BigDecimal;
import java.util.List;

/** An order, arriving or resting. A market order's price is its collar, 0 without one; its fees are exact and charged. */
final class ReferenceOrder {
    final Command.NewOrder asked;
    /** Who sent it. */
    Command.Asked by;

    final Command.SpecialTerms terms;
    final ReferenceInstrument instrument;
    final SelfTradePrevention mode;
    final int account, heldAsset;
    final Side side, opposite;
    final boolean isBuy, isByAmount, isSpecial;
    boolean isMarket, isEnlisted, isResting, becomesLimit;
    long tradedTicks; // of what it last took as an aggressor
    long acceptedSequence, number, version = 1;
    long priceTicks, totalLots, openLots, stopTicks, valueTicks, electionSequence;
    /** Of a trailing stop. */
    ReferenceTrail trail;

    /** What it holds while it waits for a price. */
    BigDecimal waitingHold;
    /** Of an iceberg in the book: what is left of its peak, and the number that the public knows it by. */
    long displayLots, shownLots, publicNumber;

    /** Of a leg of a list: what it executed, what of that others followed, and how much it is to execute in all. */
    ReferenceLists.Bound list;

    long executedLots, followedLots, allottedLots;
    boolean isPending, isElected, isGone, isBroken, isQuote, waitsForAuction;
    BigDecimal judgedHold;

    /** Schedule, version and tier that its last fill was charged by. */
    List<Integer> feeSegment;

    /** The price that a waiting buyer holds by. */
    long waitingTicks;

    BigDecimal amountLeft, hold = ZERO, feeExact = ZERO, feeCharged = ZERO;

    ReferenceOrder(
            Command.NewOrder asked,
            Command.SpecialTerms terms,
            ReferenceInstrument instrument,
            SelfTradePrevention mode) {
        this.asked = asked;
        this.terms = terms == null ? Command.SpecialTerms.PLAIN : terms;
        this.instrument = instrument;
        this.mode = mode;
        account = asked.account();
        isSpecial = terms != null;
        isBuy = asked.side() == 1;
        side = isBuy ? Side.BUY : Side.SELL;
        opposite = isBuy ? Side.SELL : Side.BUY;
        heldAsset = isBuy ? instrument.terms.quoteAsset() : instrument.terms.baseAsset();
        becomesLimit = terms != null && asked.orderType() == 3;
        isMarket = asked.orderType() == 2 || becomesLimit;
        isByAmount = asked.quoteAmountMinor() != 0;
        amountLeft = BigDecimal.valueOf(asked.quoteAmountMinor());
        priceTicks = asked.priceTicks();
        totalLots = openLots = allottedLots = asked.quantityLots();
        displayLots = this.terms.displayLots();
        if (asked.orderType() == 8 || asked.orderType() == 9) trail = new ReferenceTrail(this);
    }

    /** Which price elects it: the last trade's, unless it says otherwise. */
    int source() {
        return terms.triggerSource() == 0 ? 1 : terms.triggerSource();
    }

    boolean stopsAt() {
        return ReferenceTriggers.isTriggered(asked);
    }

    boolean isParent() {
        return list.hasParent() && list.parent() == this;
    }

    boolean isDone() {
        return isByAmount ? amountLeft.signum() == 0 : openLots == 0;
    }

    boolean isIceberg() {
        return terms.displayLots() != 0;
    }

    boolean isPegged() {
        return terms.pegReference() != 0;
    }

    boolean isReduceOnly() {
        return terms.reduceOnly() == 1;
    }

    /** Its reference price is missing. */
    boolean isLost() {
        return isPegged() && priceTicks == 0;
    }

    boolean isHidden() {
        return terms.hidden() == 1;
    }

    /** It trades so much at once, or not at all. */
    long leastLots() {
        return terms.allOrNone() == 1 ? openLots : Math.min(terms.minQuantityLots(), openLots);
    }

    /** An order of the same terms that stands as this one does, to be played with. */
    ReferenceOrder copy() {
        ReferenceOrder copy = new ReferenceOrder(asked, terms, instrument, mode);
        copy.number = number;
        copy.priceTicks = priceTicks;
        copy.openLots = openLots;
        copy.displayLots = displayLots;
        copy.shownLots = shownLots;
        copy.publicNumber = publicNumber;
        return copy;
    }

    boolean crosses(long ticks) {
        return priceTicks == 0 || (isBuy ? ticks <= priceTicks : ticks >= priceTicks);
    }

    /** At a price, or at a peg's limit: what it may pay and the fees that are not charged ahead, or what it sells. */
    BigDecimal holdAt(long ticks, long lots) {
        if (instrument.isContract()) return ZERO;
        long by = isPegged() && asked.priceTicks() != 0 ? asked.priceTicks() : ticks;
        return isBuy ? instrument.cost(by, lots, feeCharged.subtract(feeExact)) : instrument.base(lots);
    }

    BigDecimal makerRate() {
        return instrument.fees.terms(account, instrument).maker();
    }

    BigDecimal takerRate() {
        return instrument.fees.terms(account, instrument).taker();
    }

    /** A market order that holds what the book asked for spends its hold down. */
    boolean holdsItsPlan() {
        return !isResting && (isByAmount ? !isBuy : isBuy && priceTicks == 0);
    }
}
