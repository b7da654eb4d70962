package io.rialto.engine.correction;

import io.rialto.engine.listing.Instrument;
import io.rialto.engine.listing.Instruments;
import io.rialto.engine.settlement.KeptTrades.Trade;
import io.rialto.engine.tape.Tape;
import io.rialto.engine.tape.TapeSearch;
import io.rialto.engine.tape.TapedTrade;
import io.rialto.protocol.InstrumentParameter;
import io.rialto.protocol.Reason;
import io.rialto.protocol.frame.Frame;

/**
 * Finds what is asked of trades that only the tape keeps: of contracts, and of what settled at once and never had terms.
 *
 * <p>Threading: the core's thread only. Allocates nothing.
 */
final class TapedBusts {
    private final Instruments instruments;
    private final TapeSearch search;
    private final Tape tape;
    private final ContractBusts contracts;
    private final TapedTrade taped = new TapedTrade();
    private final Trade settled = new Trade();

    TapedBusts(Instruments instruments, TapeSearch search, Tape tape, ContractBusts contracts) {
        this.instruments = instruments;
        this.search = search;
        this.tape = tape;
        this.contracts = contracts;
    }

    /** Why a trade that is not kept for its settlement cannot be taken back; NONE when it is at hand now. */
    Reason check(Frame frame, long number, boolean isSettled) {
        Reason refusal = search.find(number, frame.timeNanos(), taped);
        if (refusal != Reason.NONE) return refusal;
        if (taped.hadTerms) return Reason.TRADE_NOT_KEPT;
        if (taped.isBusted) return Reason.TRADE_BUSTED;
        if (isContract()) refusal = contracts.check(market(), isSettled);
        else refusal = isSettled ? Reason.NONE : Reason.TRADE_SETTLED;
        if (refusal != Reason.NONE) return refusal;
        boolean isSameTick = market().parameter(InstrumentParameter.TICK) == taped.tickStep;
        boolean isSameLot = market().parameter(InstrumentParameter.LOT) == taped.lotStep;
        return isSameTick && isSameLot ? Reason.NONE : Reason.TRADE_IN_OTHER_STEPS;
    }

    /** Reads a trade of a contract that stands and may be changed; else says why it may not. */
    Reason findContract(Frame frame, long number, Trade into) {
        Reason refusal = check(frame, number, false);
        if (refusal == Reason.NONE) read(into);
        return refusal;
    }

    /** Whether it is of a contract, and among the last ones, and was neither taken back nor settled. */
    boolean stands(long number) {
        return tape.find(number, taped)
                && !taped.hadTerms
                && !taped.isBusted
                && isContract()
                && contracts.check(market(), false) != Reason.CONTRACT_SETTLED;
    }

    private Instrument market() {
        return instruments.get(taped.instrument);
    }

    boolean isContract() {
        return market().isContract();
    }

    /** What a trade that settled at once had moved, but for its fees. */
    Trade settled() {
        read(settled);
        settled.notionalMinor = market().lotValue().traded(taped.priceTicks, taped.lots);
        settled.sellerOwes = taped.lots * market().lotBaseMinor();
        return settled;
    }

    private void read(Trade into) {
        into.number = taped.number;
        into.instrument = taped.instrument;
        into.buyer = taped.buyer;
        into.seller = taped.seller;
        into.priceTicks = taped.priceTicks;
        into.lots = taped.lots;
    }

    Reason bust(Frame frame) {
        return contracts.bust(frame, market(), taped);
    }

    Reason correct(Frame frame, long priceTicks, long lots) {
        if (priceTicks <= 0) return Reason.PRICE_NOT_POSITIVE;
        if (lots <= 0) return Reason.QUANTITY_BELOW_MINIMUM;
        if (priceTicks == taped.priceTicks && lots == taped.lots) return Reason.WOULD_CHANGE_NOTHING;
        return contracts.correct(frame, market(), taped, priceTicks, lots);
    }

    /** A trade is taken back that the settlement keeps too. */
    void busted(long number) {
        tape.busted(number);
    }

    /** One that no orders made is kept like the others. */
    void corrected(Trade trade, long timeNanos) {
        taped.number = trade.number;
        taped.instrument = trade.instrument;
        taped.buyer = trade.buyer;
        taped.seller = trade.seller;
        taped.priceTicks = trade.priceTicks;
        taped.lots = trade.lots;
        boolean isFeeInBase = trade.sellerOwes != trade.buyerReceives;
        taped.buyerFee = isFeeInBase ? trade.sellerOwes - trade.buyerReceives : trade.buyerOwes - trade.notionalMinor;
        taped.sellerFee = trade.notionalMinor - trade.sellerReceives;
        taped.tickStep = trade.tickStep;
        taped.lotStep = trade.lotStep;
        taped.timeNanos = timeNanos;
        taped.volumeDay = trade.isVolume ? trade.madeOn : Tape.NO_VOLUME;
        taped.hadTerms = true;
        taped.isBusted = false;
        tape.put(taped);
    }
}
