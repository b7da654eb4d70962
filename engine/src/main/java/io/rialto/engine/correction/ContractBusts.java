package io.rialto.engine.correction;

import io.rialto.engine.expiry.Settlement;
import io.rialto.engine.listing.Instrument;
import io.rialto.engine.matching.Fills;
import io.rialto.engine.pricing.LotValue;
import io.rialto.engine.pricing.Tariff;
import io.rialto.engine.tape.Tape;
import io.rialto.engine.tape.TapedTrade;
import io.rialto.protocol.InstrumentParameter;
import io.rialto.protocol.Reason;
import io.rialto.protocol.frame.Frame;
import java.math.BigInteger;

/**
 * Takes trades of contracts back before their contract is settled: to the unit, both sides' equity is then what it would be
 * without the trade, at any mark.
 *
 * <p>Money in minor units. Threading: the core's thread only.
 */
final class ContractBusts {
    private final ContractSides sides;
    private final Settlement expiry;
    private final Fills fills;
    private final Tape tape;
    private final BustEvents events;
    private final TapedTrade next = new TapedTrade();

    ContractBusts(ContractSides sides, Settlement expiry, Fills fills, Tape tape, BustEvents events) {
        this.sides = sides;
        this.expiry = expiry;
        this.fills = fills;
        this.tape = tape;
        this.events = events;
    }

    /** What its contract says to it. */
    Reason check(Instrument market, boolean isSettled) {
        if (expiry.isSettled(market.number())) return Reason.CONTRACT_SETTLED;
        if (expiry.isExpired(market.number())) return Reason.CONTRACT_EXPIRED;
        return isSettled ? Reason.TRADE_NOT_SETTLED : Reason.NONE;
    }

    /** The trade stands, and nothing but what it takes from its sides is against it. */
    Reason bust(Frame frame, Instrument market, TapedTrade trade) {
        next.lots = 0;
        next.buyerFee = 0;
        next.sellerFee = 0;
        Reason refusal = sides.check(market, trade, next);
        if (refusal == Reason.NONE) undo(frame, market, trade);
        return refusal;
    }

    private void undo(Frame frame, Instrument market, TapedTrade trade) {
        long notional = market.lotValue().traded(trade.priceTicks, trade.lots);
        if (trade.isVolume()) {
            Tariff tariff = market.charges().tariff();
            tariff.busted(trade.buyer, notional, trade.volumeDay);
            tariff.busted(trade.seller, notional, trade.volumeDay);
        }
        tape.busted(trade.number);
        events.contractBusted(frame, trade, notional);
        sides.undo(frame, market, trade);
    }

    Reason correct(Frame frame, Instrument market, TapedTrade trade, long ticks, long lots) {
        if (sides.areLiquidating(market, trade)) return Reason.ACCOUNT_LIQUIDATING;
        long notional = market.lotValue().traded(ticks, lots);
        if (notional == LotValue.OVERFLOW) return Reason.VALUE_OVERFLOW;
        next.priceTicks = ticks;
        next.lots = lots;
        boolean fits = areCharged(market, trade, notional);
        next.instrument = trade.instrument;
        next.buyer = trade.buyer;
        next.seller = trade.seller;
        Reason refusal = fits ? sides.check(market, trade, next) : Reason.VALUE_OVERFLOW;
        if (refusal != Reason.NONE) return refusal;
        undo(frame, market, trade);
        redo(frame, market, trade, notional);
        return Reason.NONE;
    }

    /** Both fees in the proportion of what they are on, rounded up. */
    private boolean areCharged(Instrument market, TapedTrade trade, long notional) {
        long was = market.lotValue().traded(trade.priceTicks, trade.lots);
        BigInteger buyerFee = fee(trade.buyerFee, notional, was);
        BigInteger sellerFee = fee(trade.sellerFee, notional, was);
        next.buyerFee = buyerFee.longValue();
        next.sellerFee = sellerFee.longValue();
        return buyerFee.bitLength() < Long.SIZE && sellerFee.bitLength() < Long.SIZE;
    }

    private static BigInteger fee(long fee, long on, long wasOn) {
        return Correction.proportion(fee, on, wasOn);
    }

    private void redo(Frame frame, Instrument market, TapedTrade original, long notional) {
        next.number = fills.nextTrade();
        next.timeNanos = frame.timeNanos();
        next.tickStep = market.parameter(InstrumentParameter.TICK);
        next.lotStep = market.parameter(InstrumentParameter.LOT);
        next.hadTerms = false;
        next.isBusted = false;
        next.volumeDay = Tape.NO_VOLUME;
        if (original.isVolume()) {
            Tariff tariff = market.charges().tariff();
            next.volumeDay = (int) tariff.day(next.buyer);
            tariff.traded(next.buyer, notional);
            tariff.traded(next.seller, notional);
        }
        tape.put(next);
        events.contractCorrected(frame, next, original.number, notional);
        sides.redo(frame, market, next);
    }
}
