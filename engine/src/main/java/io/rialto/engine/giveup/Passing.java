package io.rialto.engine.giveup;

import io.rialto.engine.correction.PositionMoves;
import io.rialto.engine.ledger.Balances;
import io.rialto.engine.ledger.Treasury;
import io.rialto.engine.listing.Accounts;
import io.rialto.engine.listing.Instrument;
import io.rialto.engine.pricing.Proportion;
import io.rialto.engine.settlement.KeptTrades.Trade;
import io.rialto.engine.settlement.Obligations;
import io.rialto.protocol.Reason;

/**
 * Some lots of one side of a trade that is not settled go from one account to another: what is owed and held for them, what is
 * to be received, and the position. A share of the value goes with the lots, rounded down; the last lots take all that is left.
 *
 * <p>The trade's fees stay with who executed it: out of what that one still receives, and what is more than that he pays at
 * once. Measured first, then done. Money in minor units. Threading: the core's thread only.
 */
final class Passing {
    private final Balances balances;
    private final Treasury treasury;
    private final Obligations obligations;
    private final PositionMoves moves;
    private final Shares shares;

    // What is at hand.
    private Instrument market;
    private Trade trade;
    private boolean isBuy;
    private int giver;
    private int taker;
    private long lots;
    private long notional;
    private long base;
    private long giverHold;
    private long takerHold;
    private long giverFee;
    private long takerFeeBack;

    Passing(Balances balances, Treasury treasury, Obligations obligations, PositionMoves moves, Shares shares) {
        this.balances = balances;
        this.treasury = treasury;
        this.obligations = obligations;
        this.moves = moves;
        this.shares = shares;
    }

    private static int executor(Trade trade, boolean isBuy) {
        return isBuy ? trade.buyer : trade.seller;
    }

    /** What an account has of a side of a trade. */
    long lotsOf(Trade of, boolean ofBuy, int account) {
        if (account != executor(of, ofBuy)) return shares.lots(of.number, ofBuy, account);
        return of.lots - shares.lots(of.number, ofBuy);
    }

    private long notionalOf(int account) {
        if (account != executor(trade, isBuy)) return shares.notionalMinor(trade.number, isBuy, account);
        return trade.notionalMinor - shares.notionalMinor(trade.number, isBuy);
    }

    /** What it comes to, before anything is done. */
    void measure(Instrument ofMarket, Trade of, boolean ofBuy, int from, int to, long ofLots) {
        market = ofMarket;
        trade = of;
        isBuy = ofBuy;
        giver = from;
        taker = to;
        lots = ofLots;
        long has = lotsOf(of, ofBuy, from);
        notional = lots == has ? notionalOf(from) : Proportion.of(notionalOf(from), lots, has);
        base = lots * market.lotBaseMinor();
        long away = shares.notionalMinor(trade.number, isBuy);
        long awayBase = shares.lots(trade.number, isBuy) * market.lotBaseMinor();
        boolean givesOut = from == executor(trade, isBuy);
        boolean takesBack = to == executor(trade, isBuy);
        long changed = givesOut ? notional : takesBack ? -notional : 0;
        long changedBase = givesOut ? base : takesBack ? -base : 0;
        long held = held(away, awayBase) - held(away + changed, awayBase + changedBase);
        long fee = feeUncovered(away + changed, awayBase + changedBase) - feeUncovered(away, awayBase);
        long whole = isBuy ? notional : trade.heldMinor == 0 ? 0 : base;
        giverHold = givesOut ? held : whole;
        takerHold = takesBack ? -held : whole;
        giverFee = givesOut ? fee : 0;
        takerFeeBack = takesBack ? -fee : 0;
    }

    /** By who executed the trade, when so much of it is away. */
    private long held(long away, long awayBase) {
        if (isBuy) return Math.max(0, trade.buyerOwes - away);
        return trade.heldMinor == 0 ? 0 : trade.heldMinor - awayBase;
    }

    /** Of his fee, what does not come out of what he then receives. */
    private long feeUncovered(long away, long awayBase) {
        return Math.max(0, isBuy ? awayBase - trade.buyerReceives : away - trade.sellerReceives);
    }

    /** Whether both can. */
    Reason refusal() {
        boolean canOwe = takerHold <= balances.available(balances.cell(taker, owedAsset()));
        boolean canPay = giverFee <= balances.available(balances.cell(giver, receivedAsset()));
        if (!canOwe || !canPay) return Reason.INSUFFICIENT_FUNDS;
        boolean hasRoom = takerFeeBack == 0 || treasury.hasRoomFor(receivedAsset(), takerFeeBack);
        return hasRoom ? Reason.NONE : Reason.VALUE_OVERFLOW;
    }

    private int owedAsset() {
        return isBuy ? market.quoteAsset() : market.baseAsset();
    }

    private int receivedAsset() {
        return isBuy ? market.baseAsset() : market.quoteAsset();
    }

    /** Whether all that was paid of a trade's fees because it was given up can be paid back. */
    boolean hasRoomToRefund(Instrument ofMarket, Trade of) {
        market = ofMarket;
        trade = of;
        return hasRoomToRefund(true) && hasRoomToRefund(false);
    }

    private boolean hasRoomToRefund(boolean ofBuy) {
        isBuy = ofBuy;
        long awayBase = shares.lots(trade.number, ofBuy) * market.lotBaseMinor();
        long paid = feeUncovered(shares.notionalMinor(trade.number, ofBuy), awayBase);
        return paid == 0 || treasury.hasRoomFor(receivedAsset(), paid);
    }

    /** As it was measured; holds and totals are not verified yet. */
    void pass() {
        int giverEntry = entry(giver);
        int takerEntry = entry(taker);
        book(giver, giverEntry, -1);
        book(taker, takerEntry, -1);
        if (giver != executor(trade, isBuy)) shares.change(trade.number, isBuy, giver, -lots, -notional);
        if (taker != executor(trade, isBuy)) shares.change(trade.number, isBuy, taker, lots, notional);
        book(giver, giverEntry, 1);
        book(taker, takerEntry, 1);
        if (obligations.isEmpty(giverEntry)) obligations.remove(giverEntry);
        if (takerEntry != giverEntry && obligations.isEmpty(takerEntry)) obligations.remove(takerEntry);
        trade.isGivenUp = shares.areAny(trade.number);
        balances.hold(balances.cell(giver, owedAsset()), -giverHold);
        balances.hold(balances.cell(taker, owedAsset()), takerHold);
        int clearing = balances.cell(Accounts.CLEARING, receivedAsset());
        balances.post(balances.cell(giver, receivedAsset()), clearing, giverFee);
        balances.post(clearing, balances.cell(taker, receivedAsset()), takerFeeBack);
        moves.move(market, isBuy ? taker : giver, isBuy ? giver : taker, lots);
    }

    void verify() {
        for (int asset = owedAsset(), i = 0; i < 2; i++, asset = receivedAsset()) {
            balances.verify(balances.cell(giver, asset));
            balances.verify(balances.cell(taker, asset));
        }
    }

    private int entry(int account) {
        return obligations.entry(
                trade.instrument, account, trade.day, market.baseAsset(), market.quoteAsset(), trade.number);
    }

    /** An account's part, as the shares say; with a sign below zero, taken back. */
    private void book(int account, int entry, int sign) {
        boolean executed = account == executor(trade, isBuy);
        long value = notionalOf(account);
        long ofBase = lotsOf(trade, isBuy, account) * market.lotBaseMinor();
        if (isBuy) {
            long fee = executed ? trade.buyerOwes - trade.notionalMinor : 0;
            long baseFee = executed ? trade.sellerOwes - trade.buyerReceives : 0;
            obligations.buyer(entry, value + fee, Math.max(0, ofBase - baseFee), sign);
        } else {
            long fee = executed ? trade.notionalMinor - trade.sellerReceives : 0;
            long held = trade.heldMinor == 0 ? 0 : ofBase;
            obligations.seller(entry, ofBase, Math.max(0, value - fee), held, sign);
        }
    }

    long notionalMinor() {
        return notional;
    }

    long baseMinor() {
        return base;
    }

    long giverHoldMinor() {
        return giverHold;
    }

    long takerHoldMinor() {
        return takerHold;
    }

    long giverFeeMinor() {
        return giverFee;
    }

    long takerFeeBackMinor() {
        return takerFeeBack;
    }
}
