package io.rialto.engine.giveup;

import io.rialto.engine.giveup.PendingGiveUps.Pending;
import io.rialto.engine.settlement.KeptTrades.Trade;
import io.rialto.protocol.ContractGiveUpAcceptedEncoder;
import io.rialto.protocol.GiveUpAcceptedEncoder;
import io.rialto.protocol.GiveUpEndedEncoder;
import io.rialto.protocol.GiveUpEnding;
import io.rialto.protocol.GiveUpRequestedEncoder;
import io.rialto.protocol.GiveUpReversedEncoder;
import io.rialto.protocol.Side;
import io.rialto.protocol.frame.Frame;

/** Writes the events of give-ups. */
final class GiveUpEvents {
    static final int BY_NOBODY = 0;

    private final GiveUpRequestedEncoder requested = new GiveUpRequestedEncoder();
    private final GiveUpAcceptedEncoder accepted = new GiveUpAcceptedEncoder();
    private final ContractGiveUpAcceptedEncoder contractAccepted = new ContractGiveUpAcceptedEncoder();
    private final GiveUpEndedEncoder ended = new GiveUpEndedEncoder();
    private final GiveUpReversedEncoder reversed = new GiveUpReversedEncoder();

    void requested(Frame frame, Pending offer, Trade trade) {
        frame.claimEvent(requested)
                .giveUp(offer.number)
                .trade(offer.trade)
                .priceTicks(trade.priceTicks)
                .quantityLots(offer.lots)
                .account(offer.giver)
                .taker(offer.taker)
                .instrument(offer.instrument)
                .side(side(offer.isBuy));
    }

    void accepted(Frame frame, Pending offer, Trade trade, Passing passing, int answeredBy) {
        frame.claimEvent(accepted)
                .giveUp(offer.number)
                .trade(offer.trade)
                .priceTicks(trade.priceTicks)
                .quantityLots(offer.lots)
                .notionalMinor(passing.notionalMinor())
                .baseMinor(passing.baseMinor())
                .giverHoldMinor(passing.giverHoldMinor())
                .takerHoldMinor(passing.takerHoldMinor())
                .giverFeeMinor(passing.giverFeeMinor())
                .takerFeeBackMinor(passing.takerFeeBackMinor())
                .account(offer.giver)
                .taker(offer.taker)
                .answeredBy(answeredBy)
                .instrument(offer.instrument)
                .settlementDay(trade.day)
                .side(side(offer.isBuy));
    }

    void contractAccepted(Frame frame, Pending offer, Trade trade, long notionalMinor, int answeredBy) {
        frame.claimEvent(contractAccepted)
                .giveUp(offer.number)
                .trade(offer.trade)
                .priceTicks(trade.priceTicks)
                .quantityLots(offer.lots)
                .notionalMinor(notionalMinor)
                .account(offer.giver)
                .taker(offer.taker)
                .answeredBy(answeredBy)
                .instrument(offer.instrument)
                .side(side(offer.isBuy));
    }

    void ended(Frame frame, Pending offer, GiveUpEnding ending, int answeredBy) {
        frame.claimEvent(ended)
                .giveUp(offer.number)
                .trade(offer.trade)
                .quantityLots(offer.lots)
                .account(offer.giver)
                .taker(offer.taker)
                .answeredBy(answeredBy)
                .instrument(offer.instrument)
                .ending(ending);
    }

    void reversed(Frame frame, Trade trade, boolean isBuy, int from, int to, long lots, Passing passing) {
        frame.claimEvent(reversed)
                .trade(trade.number)
                .priceTicks(trade.priceTicks)
                .quantityLots(lots)
                .notionalMinor(passing.notionalMinor())
                .baseMinor(passing.baseMinor())
                .giverHoldMinor(passing.giverHoldMinor())
                .takerHoldMinor(passing.takerHoldMinor())
                .takerFeeBackMinor(passing.takerFeeBackMinor())
                .account(from)
                .taker(to)
                .instrument(trade.instrument)
                .settlementDay(trade.day)
                .side(side(isBuy));
    }

    private static Side side(boolean isBuy) {
        return isBuy ? Side.BUY : Side.SELL;
    }
}
