package io.rialto.engine.settlement;

import io.rialto.engine.calendar.BusinessDays;
import io.rialto.engine.calendar.Calendars;
import io.rialto.engine.ledger.Balances;
import io.rialto.engine.ledger.Treasury;
import io.rialto.engine.listing.Accounts;
import io.rialto.engine.listing.Instrument;
import io.rialto.engine.settlement.KeptTrades.Trade;
import io.rialto.protocol.InstrumentParameter;
import io.rialto.protocol.TradeNovatedEncoder;
import io.rialto.protocol.frame.Frame;

/**
 * Puts the clearing account between both sides of a trade that settles later: nothing is delivered and nothing paid, but
 * what a side owes is held again, and the fees go from the clearing account to fee income at once.
 *
 * <p>Money in minor units. Threading: the core's thread only. Allocates only to grow.
 */
public final class Novations {
    private final Balances balances;
    private final Treasury treasury;
    private final SettlementTerms terms;
    private final Calendars calendars;
    private final Obligations obligations;
    private final KeptTrades kept;
    private final TradeNovatedEncoder novated = new TradeNovatedEncoder();
    private int lastSettledDay = -1;
    private Trade trade;

    Novations(
            Balances balances,
            Treasury treasury,
            SettlementTerms terms,
            Calendars calendars,
            Obligations obligations,
            KeptTrades kept) {
        this.balances = balances;
        this.treasury = treasury;
        this.terms = terms;
        this.calendars = calendars;
        this.obligations = obligations;
        this.kept = kept;
    }

    /** The last day that was settled; below zero before the first. */
    public int lastSettledDay() {
        return lastSettledDay;
    }

    void settled(int day) {
        lastSettledDay = day;
    }

    /** A trade of an instrument with terms has been made; its parts are filled in before anything else. */
    public Trade keep(Instrument market, long number, int buyer, int seller, long timeNanos) {
        trade = kept.add(number, BusinessDays.dayOf(timeNanos), lastSettledDay);
        trade.instrument = market.number();
        trade.buyer = buyer;
        trade.seller = seller;
        trade.isNovated = terms.days(market) > 0;
        trade.heldMinor = 0;
        trade.tickStep = market.parameter(InstrumentParameter.TICK);
        trade.lotStep = market.parameter(InstrumentParameter.LOT);
        int day = terms.tradeDay(market, timeNanos);
        trade.day =
                trade.isNovated ? calendars.of(market).after(day, terms.days(market)) : BusinessDays.dayOf(timeNanos);
        return trade;
    }

    /** The trade at hand, whose parts are known now and whose holds were released; it is told by {@link #tell}. */
    public void novate(Instrument market) {
        fees(market, trade, 1); // what is fronted for them leaves less room for a promise
        boolean isPromised = terms.owedIsFree(market) && treasury.hasRoomFor(market.baseAsset(), trade.sellerOwes);
        trade.heldMinor = isPromised ? 0 : trade.sellerOwes;
        owe(market, trade, 1);
    }

    /** Books a trade's obligations, holds and fees; with a sign below zero, takes them back. */
    public void book(Instrument market, Trade one, int sign) {
        fees(market, one, sign);
        owe(market, one, sign);
    }

    private void owe(Instrument market, Trade one, int sign) {
        int base = market.baseAsset();
        int quote = market.quoteAsset();
        int buyer = obligations.entry(one.instrument, one.buyer, one.day, base, quote, one.number);
        obligations.buyer(buyer, one.buyerOwes, one.buyerReceives, sign);
        int seller = obligations.entry(one.instrument, one.seller, one.day, base, quote, one.number);
        obligations.seller(seller, one.sellerOwes, one.sellerReceives, one.heldMinor, sign);
        int buyerQuote = balances.cell(one.buyer, quote);
        int sellerBase = balances.cell(one.seller, base);
        balances.hold(buyerQuote, sign * Math.max(0, one.buyerOwes));
        balances.hold(sellerBase, sign * one.heldMinor);
        balances.verify(buyerQuote);
        balances.verify(sellerBase);
        if (sign > 0) return;
        if (obligations.isEmpty(buyer)) obligations.remove(buyer);
        if (seller != buyer && obligations.isEmpty(seller)) obligations.remove(seller);
    }

    private void fees(Instrument market, Trade one, int sign) {
        fee(market.quoteAsset(), sign * (one.buyerOwes - one.sellerReceives));
        fee(market.baseAsset(), sign * (one.sellerOwes - one.buyerReceives));
    }

    /** What the buyer gives more than the seller gets. */
    private void fee(int asset, long feeMinor) {
        if (feeMinor == 0) return;
        balances.post(balances.cell(Accounts.CLEARING, asset), treasury.incomeCell(asset), feeMinor);
    }

    /** After the trade itself. */
    public void tell(Frame frame) {
        if (!trade.isNovated) return;
        frame.claimEvent(novated)
                .trade(trade.number)
                .buyerOwesMinor(trade.buyerOwes)
                .buyerReceivesMinor(trade.buyerReceives)
                .sellerOwesMinor(trade.sellerOwes)
                .sellerReceivesMinor(trade.sellerReceives)
                .heldMinor(trade.heldMinor)
                .settlementDay(trade.day)
                .buyer(trade.buyer)
                .seller(trade.seller)
                .instrument(trade.instrument);
    }
}
