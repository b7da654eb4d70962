package io.rialto.engine.correction;

import io.rialto.engine.auction.Auctions;
import io.rialto.engine.ledger.Balances;
import io.rialto.engine.ledger.Treasury;
import io.rialto.engine.listing.Accounts;
import io.rialto.engine.listing.Instrument;
import io.rialto.engine.margin.Clearing;
import io.rialto.engine.margin.Margins;
import io.rialto.engine.margin.MarkedValue;
import io.rialto.engine.orders.OpenOrders;
import io.rialto.engine.position.Positions;
import io.rialto.engine.pricing.WideSum;
import io.rialto.engine.tape.TapedTrade;
import io.rialto.protocol.Reason;
import io.rialto.protocol.TransferCause;
import io.rialto.protocol.frame.Frame;

/**
 * Both sides of a contract's trade that is put right or passed on: whether they can pay what that takes, and what it moves. A trade of
 * nothing is none.
 *
 * <p>Money in minor units. Threading: the core's thread only. Allocates nothing.
 */
final class ContractSides {
    /** With no number further from zero than this, nothing that is done here leaves 63 bits. */
    private static final long MOST = 1L << 60;

    private final Balances balances;
    private final Treasury treasury;
    private final Positions positions;
    private final Margins margins;
    private final Auctions auctions;
    private final Clearing clearing;
    private final WideSum sum = new WideSum();
    private final TapedTrade nothing = new TapedTrade();

    ContractSides(Balances balances, Treasury treasury, Positions positions, Margins margins, Auctions auctions) {
        this.balances = balances;
        this.treasury = treasury;
        this.positions = positions;
        this.margins = margins;
        this.auctions = auctions;
        clearing = new Clearing(balances, positions, margins);
    }

    /** Why one trade cannot be undone and another put in its place; NONE when it can. */
    Reason check(Instrument market, TapedTrade undone, TapedTrade done) {
        if (areLiquidating(market, undone)) return Reason.ACCOUNT_LIQUIDATING;
        boolean fits = fits(market, undone)
                && fits(market, done)
                && fits(market, undone.buyer)
                && fits(market, undone.seller)
                && isSmall(marginMinor(market.quotePurse(), Accounts.CLEARING))
                && isSmall(balances.total(treasury.incomeCell(market.quoteAsset())));
        if (!fits) return Reason.VALUE_OVERFLOW;
        if (!canRefund(market, undone, done)) return Reason.INSUFFICIENT_FUNDS;
        boolean canPay = canPay(market, undone.buyer, undone, done) && canPay(market, undone.seller, undone, done);
        return canPay ? Reason.NONE : Reason.INSUFFICIENT_MARGIN;
    }

    /** Why a position cannot go from one to the other as by this trade, which is none; NONE when it can. */
    Reason checkPassing(Instrument market, TapedTrade passed) {
        nothing.buyer = passed.buyer;
        nothing.seller = passed.seller;
        Reason refusal = check(market, nothing, passed);
        if (refusal == Reason.NONE) refusal = cover(market, passed.buyer, true, passed);
        return refusal == Reason.NONE ? cover(market, passed.seller, false, passed) : refusal;
    }

    /** As an order would have to be that trades at once. */
    private Reason cover(Instrument market, int account, boolean buys, TapedTrade passed) {
        return margins.cover(market, account, buys, passed.priceTicks, passed.lots, OpenOrders.NONE);
    }

    /** It was checked. */
    void pass(Frame frame, Instrument market, TapedTrade passed) {
        clearing.transfer(
                frame, market, passed.seller, passed.buyer, passed.lots, passed.priceTicks, TransferCause.GIVEN_UP);
        auctions.positionsMoved(market);
    }

    /** Whether either side is: then its trades stand, whatever is asked. */
    boolean areLiquidating(Instrument market, TapedTrade trade) {
        return isLiquidating(market, trade.buyer) || isLiquidating(market, trade.seller);
    }

    private boolean isLiquidating(Instrument market, int account) {
        return margins.distressed().contains(account, positions.purse(market, account));
    }

    private static boolean isSmall(long amount) {
        return amount >= -MOST && amount <= MOST;
    }

    private static boolean isSmallValue(long value) {
        return value >= 0 && value <= MOST; // overflow is below zero
    }

    private static boolean fits(Instrument market, TapedTrade trade) {
        return trade.lots == 0
                || isSmall(trade.lots)
                        && isSmallValue(market.lotValue().traded(trade.priceTicks, trade.lots))
                        && isSmallValue(market.lotValue().traded(market.valuationTicks(), trade.lots))
                        && isSmall(trade.buyerFee)
                        && isSmall(trade.sellerFee);
    }

    private boolean fits(Instrument market, int account) {
        return isSmall(positions.lots(market.number(), account))
                && isSmall(positions.costMinor(market.number(), account))
                && isSmall(marginMinor(positions.purse(market, account), account))
                && isSmall(marginMinor(market.quotePurse(), account));
    }

    private long marginMinor(int purse, int account) {
        int cell = balances.find(account, purse);
        return cell == Balances.NONE ? 0 : balances.total(cell);
    }

    /** Whether fee income has so much to give back. */
    private boolean canRefund(Instrument market, TapedTrade undone, TapedTrade done) {
        long refund = undone.buyerFee + undone.sellerFee - done.buyerFee - done.sellerFee;
        return refund <= Math.max(0, balances.total(treasury.incomeCell(market.quoteAsset())));
    }

    /** Whoever is worse off by it must not owe then; an isolated position pays first, then the account. */
    private boolean canPay(Instrument market, int account, TapedTrade undone, TapedTrade done) {
        sum.clear();
        addGain(market, account, undone, -1);
        addGain(market, account, done, 1);
        if (sum.isAtLeast(0)) return true;
        sum.add(margins.equityMinor(account, market.quotePurse()));
        if (positions.isIsolated(market.number(), account))
            sum.add(margins.equityMinor(account, positions.purse(market, account)));
        return sum.isAtLeast(0);
    }

    /** What a trade brought to an account's equity, at mark. */
    private void addGain(Instrument market, int account, TapedTrade trade, int sign) {
        if (trade.lots == 0) return;
        long gained = MarkedValue.of(market, trade.lots) - market.lotValue().traded(trade.priceTicks, trade.lots);
        if (account == trade.buyer) sum.add(sign * (gained - trade.buyerFee));
        if (account == trade.seller) sum.add(sign * (-gained - trade.sellerFee));
    }

    /** By the opposite trade at its price: what it realises goes through the clearing account. */
    void undo(Frame frame, Instrument market, TapedTrade trade) {
        fees(market, trade, -1);
        clearing.traded(market, trade.buyer, trade.seller, false, trade.priceTicks, trade.lots);
        moved(frame, market, trade);
    }

    void redo(Frame frame, Instrument market, TapedTrade trade) {
        clearing.traded(market, trade.buyer, trade.seller, true, trade.priceTicks, trade.lots);
        fees(market, trade, 1);
        moved(frame, market, trade);
    }

    private void fees(Instrument market, TapedTrade trade, int sign) {
        int income = treasury.incomeCell(market.quoteAsset());
        balances.postMargin(balances.cell(trade.buyer, market.quotePurse()), income, sign * trade.buyerFee);
        balances.postMargin(balances.cell(trade.seller, market.quotePurse()), income, sign * trade.sellerFee);
    }

    private void moved(Frame frame, Instrument market, TapedTrade trade) {
        clearing.charged(0, 0);
        clearing.tell(frame, trade.number);
        if (trade.buyer != trade.seller) auctions.positionsMoved(market);
    }
}
