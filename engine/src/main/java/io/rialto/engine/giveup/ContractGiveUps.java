package io.rialto.engine.giveup;

import io.rialto.engine.correction.CorrectionRoom;
import io.rialto.engine.giveup.PendingGiveUps.Pending;
import io.rialto.engine.listing.Instrument;
import io.rialto.engine.settlement.KeptTrades.Trade;
import io.rialto.engine.tape.TapedTrade;
import io.rialto.protocol.Reason;
import io.rialto.protocol.frame.Frame;

/**
 * What is offered of contracts' trades: a position goes at the trade's price to who takes it up, as by a trade between
 * both, without fees.
 *
 * <p>Money in minor units. Threading: the core's thread only. Allocates nothing.
 */
final class ContractGiveUps {
    private final CorrectionRoom corrections;
    private final Shares shares;
    private final Trade trade = new Trade();
    private final TapedTrade passed = new TapedTrade();

    ContractGiveUps(CorrectionRoom corrections, Shares shares) {
        this.corrections = corrections;
        this.shares = shares;
    }

    /** NONE: the trade is at hand. */
    Reason find(Frame frame, long number) {
        return corrections.findContract(frame, number, trade);
    }

    Trade trade() {
        return trade;
    }

    long notionalMinor(Instrument market, long lots) {
        return market.lotValue().traded(trade.priceTicks, lots);
    }

    /** Whether both can, with the trade that is at hand. */
    Reason refusal(Instrument market, Pending offer) {
        passed.buyer = offer.isBuy ? offer.taker : offer.giver;
        passed.seller = offer.isBuy ? offer.giver : offer.taker;
        passed.priceTicks = trade.priceTicks;
        passed.lots = offer.lots;
        return corrections.checkPassing(market, passed);
    }

    /** They can. */
    void pass(Frame frame, Instrument market, Pending offer) {
        int executor = offer.isBuy ? trade.buyer : trade.seller;
        if (offer.giver != executor) shares.change(trade.number, offer.isBuy, offer.giver, -offer.lots, 0);
        if (offer.taker != executor) shares.change(trade.number, offer.isBuy, offer.taker, offer.lots, 0);
        corrections.pass(frame, market, passed);
    }
}
