package io.rialto.engine.correction;

import io.rialto.engine.settlement.KeptTrades.Trade;
import io.rialto.engine.tape.TapedTrade;
import io.rialto.protocol.ContractTradeBustedEncoder;
import io.rialto.protocol.ContractTradeCorrectedEncoder;
import io.rialto.protocol.TradeBustedEncoder;
import io.rialto.protocol.TradeCorrectedEncoder;
import io.rialto.protocol.TradeReversedEncoder;
import io.rialto.protocol.frame.Frame;

/** Writes the events of trades that are taken back. */
final class BustEvents {
    private final TradeBustedEncoder busted = new TradeBustedEncoder();
    private final TradeCorrectedEncoder corrected = new TradeCorrectedEncoder();
    private final TradeReversedEncoder reversed = new TradeReversedEncoder();
    private final ContractTradeBustedEncoder contractBusted = new ContractTradeBustedEncoder();
    private final ContractTradeCorrectedEncoder contractCorrected = new ContractTradeCorrectedEncoder();

    void busted(Frame frame, Trade trade) {
        frame.claimEvent(busted)
                .trade(trade.number)
                .priceTicks(trade.priceTicks)
                .quantityLots(trade.lots)
                .buyerOwesMinor(trade.buyerOwes)
                .buyerReceivesMinor(trade.buyerReceives)
                .sellerOwesMinor(trade.sellerOwes)
                .sellerReceivesMinor(trade.sellerReceives)
                .heldMinor(trade.heldMinor)
                .notionalMinor(trade.notionalMinor)
                .settlementDay(trade.day)
                .buyer(trade.buyer)
                .seller(trade.seller)
                .instrument(trade.instrument)
                .madeOnDay(trade.madeOn)
                .countedVolume((short) (trade.isVolume ? 1 : 0));
    }

    void corrected(Frame frame, Trade trade, long original) {
        frame.claimEvent(corrected)
                .trade(trade.number)
                .original(original)
                .priceTicks(trade.priceTicks)
                .quantityLots(trade.lots)
                .buyerOwesMinor(trade.buyerOwes)
                .buyerReceivesMinor(trade.buyerReceives)
                .sellerOwesMinor(trade.sellerOwes)
                .sellerReceivesMinor(trade.sellerReceives)
                .heldMinor(trade.heldMinor)
                .notionalMinor(trade.notionalMinor)
                .settlementDay(trade.day)
                .buyer(trade.buyer)
                .seller(trade.seller)
                .instrument(trade.instrument)
                .madeOnDay(trade.madeOn)
                .countedVolume((short) (trade.isVolume ? 1 : 0));
    }

    /** @param original which this is the opposite of */
    void reversed(Frame frame, Trade original, long trade) {
        frame.claimEvent(reversed)
                .trade(trade)
                .original(original.number)
                .priceTicks(original.priceTicks)
                .quantityLots(original.lots)
                .baseMinor(original.sellerOwes)
                .quoteMinor(original.notionalMinor)
                .buyer(original.seller)
                .seller(original.buyer)
                .instrument(original.instrument);
    }

    void contractBusted(Frame frame, TapedTrade trade, long notionalMinor) {
        frame.claimEvent(contractBusted)
                .trade(trade.number)
                .priceTicks(trade.priceTicks)
                .quantityLots(trade.lots)
                .notionalMinor(notionalMinor)
                .buyerFeeMinor(trade.buyerFee)
                .sellerFeeMinor(trade.sellerFee)
                .buyer(trade.buyer)
                .seller(trade.seller)
                .instrument(trade.instrument)
                .volumeDay(trade.volumeDay);
    }

    void contractCorrected(Frame frame, TapedTrade trade, long original, long notionalMinor) {
        frame.claimEvent(contractCorrected)
                .trade(trade.number)
                .original(original)
                .priceTicks(trade.priceTicks)
                .quantityLots(trade.lots)
                .notionalMinor(notionalMinor)
                .buyerFeeMinor(trade.buyerFee)
                .sellerFeeMinor(trade.sellerFee)
                .buyer(trade.buyer)
                .seller(trade.seller)
                .instrument(trade.instrument)
                .volumeDay(trade.volumeDay);
    }
}
