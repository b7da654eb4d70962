package io.rialto.feeds.balances;

import io.rialto.feeds.changes.ChangeWriter;
import io.rialto.feeds.listing.Instrument;
import io.rialto.feeds.listing.ListingFeed;
import io.rialto.feeds.position.Position;
import io.rialto.feeds.statements.MovementKind;
import io.rialto.feeds.statements.MovementLog;
import io.rialto.feeds.statements.Purse;
import io.rialto.feeds.trading.AskedOrder;
import io.rialto.feeds.trading.TradingFeed;
import io.rialto.protocol.FeePolicy;
import io.rialto.protocol.LegActivatedDecoder;
import io.rialto.protocol.MatchPreventedDecoder;
import io.rialto.protocol.OrderAcceptedDecoder;
import io.rialto.protocol.OrderAmendedDecoder;
import io.rialto.protocol.OrderCancelledDecoder;
import io.rialto.protocol.OrderClippedDecoder;
import io.rialto.protocol.OrderExpiredDecoder;
import io.rialto.protocol.OrderRepricedDecoder;
import io.rialto.protocol.OrderRestatedDecoder;
import io.rialto.protocol.OrderTriggeredDecoder;
import io.rialto.protocol.Side;
import io.rialto.protocol.TradeExecutedDecoder;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Keeps every account's totals and holds, and the transfers, from the amounts that the events carry.
 *
 * <p>Every movement has two ends, the venue's own accounts among them, so totals sum to zero in each asset.
 *
 * <p>Threading: the writing thread, between the position's enter and leave; questions go through {@link #balances}.
 *
 * <p>Errors: {@link io.rialto.feeds.position.BrokenFeed} when a hold would be below zero or above its total.
 */
public final class BalanceFeed implements TradingFeed {
    private static final int OUTSIDE_WORLD = 1;
    private static final int FEE_INCOME = 2;

    private final ListingFeed listings;
    private final MovementLog movements;
    private final Ledger ledger = new Ledger();
    private final TransferLog transfers;
    private final Balances balances;
    private final ChangeWriter told;
    private final List<Holding> touched = new ArrayList<>();
    private final BitSet settlesLater = new BitSet(); // by instrument
    private long sequence;
    private long timeNanos;

    /** @param told hears of balances */
    public BalanceFeed(
            Position position, ListingFeed listings, MovementLog movements, int endedTransfersKept, ChangeWriter told) {
        this.told = told;
        this.listings = listings;
        this.movements = movements;
        transfers = new TransferLog(endedTransfersKept);
        balances = new Balances(position, ledger, transfers);
    }

    public Balances balances() {
        return balances;
    }

    /** The events that follow are this frame's. */
    public void startFrame(long frameSequence, long frameTimeNanos) {
        sequence = frameSequence;
        timeNanos = frameTimeNanos;
        touched.clear();
    }

    /** Each balance that moved is told as it stands now. */
    public void endFrame() {
        for (int i = 0; i < touched.size(); i++)
            told.balance(touched.get(i).account(), touched.get(i).balance());
    }

    public void onDeposited(long transfer, int account, int asset, long amountMinor) {
        transfers.put(transfer(transfer, true, account, asset, amountMinor, TransferState.COMPLETED));
        bringIn(transfer, account, asset, amountMinor);
    }

    public void onDepositBegun(long transfer, int account, int asset, long amountMinor) {
        transfers.put(transfer(transfer, true, account, asset, amountMinor, TransferState.PENDING));
    }

    public void onDepositCompleted(long transfer, int account, int asset, long amountMinor) {
        transfers.end(transfer, TransferState.COMPLETED, timeNanos, sequence);
        bringIn(transfer, account, asset, amountMinor);
    }

    public void onDepositCancelled(long transfer) {
        transfers.end(transfer, TransferState.CANCELLED, timeNanos, sequence);
    }

    public void onWithdrawalBegun(long transfer, int account, int asset, long amountMinor) {
        transfers.put(transfer(transfer, false, account, asset, amountMinor, TransferState.PENDING));
        move(account, asset, 0, amountMinor);
    }

    public void onWithdrawalCompleted(long transfer, int account, int asset, long amountMinor) {
        transfers.end(transfer, TransferState.COMPLETED, timeNanos, sequence);
        move(account, asset, -amountMinor, -amountMinor);
        move(OUTSIDE_WORLD, asset, amountMinor, 0);
        tell(account, asset, MovementKind.WITHDRAWAL, -amountMinor, transfer);
        tell(OUTSIDE_WORLD, asset, MovementKind.WITHDRAWAL, amountMinor, transfer);
    }

    public void onWithdrawalCancelled(long transfer, int account, int asset, long amountMinor) {
        transfers.end(transfer, TransferState.CANCELLED, timeNanos, sequence);
        move(account, asset, 0, -amountMinor);
    }

    @Override
    public void onAccepted(OrderAcceptedDecoder event, AskedOrder asked) {
        release(event.account(), event.instrument(), event.side(), -event.holdMinor());
    }

    @Override
    public void onAmended(OrderAmendedDecoder event) {
        release(event.account(), event.instrument(), event.side(), -event.holdChangeMinor());
    }

    @Override
    public void onTriggered(OrderTriggeredDecoder event) {
        release(event.account(), event.instrument(), event.side(), -event.holdChangeMinor());
    }

    @Override
    public void onRepriced(OrderRepricedDecoder event) {
        release(event.account(), event.instrument(), event.side(), -event.holdChangeMinor());
    }

    @Override
    public void onRestated(OrderRestatedDecoder event) {
        release(event.account(), event.instrument(), event.side(), -event.holdChangeMinor());
    }

    @Override
    public void onLegActivated(LegActivatedDecoder event) {
        release(event.account(), event.instrument(), event.side(), -event.holdMinor());
    }

    @Override
    public void onClipped(OrderClippedDecoder event) {
        release(event.account(), event.instrument(), event.side(), event.releasedMinor());
    }

    @Override
    public void onCancelled(OrderCancelledDecoder event) {
        release(event.account(), event.instrument(), event.side(), event.releasedMinor());
    }

    @Override
    public void onExpired(OrderExpiredDecoder event) {
        release(event.account(), event.instrument(), event.side(), event.releasedMinor());
    }

    @Override
    public void onPrevented(MatchPreventedDecoder event) {
        Side takerSide = event.takerSide();
        release(event.makerAccount(), event.instrument(), opposite(takerSide), event.makerReleasedMinor());
        release(event.takerAccount(), event.instrument(), takerSide, event.takerReleasedMinor());
    }

    /** What a side spends comes out of its hold, and so does a fee in the same asset; what is released stays its own. */
    @Override
    public void onTrade(TradeExecutedDecoder event) {
        Instrument instrument = listings.instrument(event.instrument());
        if (instrument.contract().isPresent()) {
            takeFees(event, instrument);
            return;
        }
        boolean isTakerBuyer = event.takerSide() == Side.BUY;
        int buyer = isTakerBuyer ? event.takerAccount() : event.makerAccount();
        int seller = isTakerBuyer ? event.makerAccount() : event.takerAccount();
        long buyerFee = isTakerBuyer ? event.takerFeeMinor() : event.makerFeeMinor();
        long sellerFee = isTakerBuyer ? event.makerFeeMinor() : event.takerFeeMinor();
        long buyerReleased = isTakerBuyer ? event.takerReleasedMinor() : event.makerReleasedMinor();
        long sellerReleased = isTakerBuyer ? event.makerReleasedMinor() : event.takerReleasedMinor();
        int base = instrument.base().number();
        int quote = instrument.quote().number();
        if (settlesLater.get(event.instrument())) {
            move(buyer, quote, 0, -buyerReleased);
            move(seller, base, 0, -sellerReleased);
            return;
        }
        boolean isInQuote = event.feePolicy() == FeePolicy.QUOTE;
        // Both give before either receives: who trades with himself may own nearly all that there can be.
        give(buyer, quote, Math.addExact(event.notionalMinor(), isInQuote ? buyerFee : 0), buyerReleased);
        give(seller, base, event.baseMinor(), sellerReleased);
        move(buyer, base, event.baseMinor() - (isInQuote ? 0 : buyerFee), 0);
        move(seller, quote, Math.subtractExact(event.notionalMinor(), sellerFee), 0);
        move(FEE_INCOME, isInQuote ? quote : base, buyerFee, 0);
        move(FEE_INCOME, quote, sellerFee, 0);
        int buyersFeeAsset = isInQuote ? quote : base;
        long trade = event.trade();
        tell(buyer, quote, MovementKind.TRADE, -event.notionalMinor(), trade);
        tell(buyer, base, MovementKind.TRADE, event.baseMinor(), trade);
        tell(buyer, buyersFeeAsset, MovementKind.FEE, -buyerFee, trade);
        tell(seller, base, MovementKind.TRADE, -event.baseMinor(), trade);
        tell(seller, quote, MovementKind.TRADE, event.notionalMinor(), trade);
        tell(seller, quote, MovementKind.FEE, -sellerFee, trade);
        tell(FEE_INCOME, buyersFeeAsset, MovementKind.FEE, buyerFee, trade);
        tell(FEE_INCOME, quote, MovementKind.FEE, sellerFee, trade);
    }

    /** What trades of an instrument do from now on: nothing but holds and fees, until they are settled. */
    public void settlesLater(int instrument, boolean isLater) {
        settlesLater.set(instrument, isLater);
    }

    /** The part of a hold that an obligation takes or frees. */
    public void hold(int account, int asset, long changeMinor) {
        if (changeMinor != 0) move(account, asset, 0, changeMinor);
    }

    /** From one account to another, for a reason that both have in their statements. */
    public void post(int from, int to, int asset, long amountMinor, MovementKind kind, long reference) {
        move(from, asset, -amountMinor, 0);
        move(to, asset, amountMinor, 0);
        tell(from, asset, kind, -amountMinor, reference);
        tell(to, asset, kind, amountMinor, reference);
    }

    /** Of a contract nothing else moves here: both sides pay out of their margins. */
    private void takeFees(TradeExecutedDecoder event, Instrument instrument) {
        takeFees(instrument, event.makerFeeMinor(), event.takerFeeMinor(), event.trade());
    }

    /** Of a contract's trade, out of both margins; below zero back into them. */
    public void takeFees(Instrument contract, long oneMinor, long otherMinor, long trade) {
        int asset = contract.quote().number();
        move(FEE_INCOME, asset, Math.addExact(oneMinor, otherMinor), 0);
        tell(FEE_INCOME, asset, MovementKind.FEE, oneMinor, trade);
        tell(FEE_INCOME, asset, MovementKind.FEE, otherMinor, trade);
    }

    /** Above zero into the account's margin, below zero out of it. */
    public void onMarginMoved(int account, int asset, long amountMinor) {
        move(account, asset, -amountMinor, 0);
        tell(account, asset, MovementKind.MARGIN, -amountMinor, 0);
    }

    /** What was held for it; what the price left of that is free. */
    private void give(int account, int asset, long amountMinor, long releasedMinor) {
        move(account, asset, -amountMinor, -Math.addExact(amountMinor, releasedMinor));
    }

    /** Of an order's hold, which is quote of a buyer and base of a seller; below zero it holds more. */
    private void release(int account, int instrument, Side side, long releasedMinor) {
        if (releasedMinor == 0) return;
        Instrument terms = listings.instrument(instrument);
        move(account, (side == Side.BUY ? terms.quote() : terms.base()).number(), 0, -releasedMinor);
    }

    private void bringIn(long transfer, int account, int asset, long amountMinor) {
        move(OUTSIDE_WORLD, asset, -amountMinor, 0);
        move(account, asset, amountMinor, 0);
        tell(OUTSIDE_WORLD, asset, MovementKind.DEPOSIT, -amountMinor, transfer);
        tell(account, asset, MovementKind.DEPOSIT, amountMinor, transfer);
    }

    private void tell(int account, int asset, MovementKind kind, long amountMinor, long reference) {
        movements.add(account, asset, Purse.BALANCE, kind, amountMinor, reference);
    }

    private void move(int account, int asset, long changeOfTotal, long changeOfHeld) {
        Holding holding = ledger.holding(account, asset);
        if (!holding.hasMovedIn(sequence)) touched.add(holding);
        holding.move(changeOfTotal, changeOfHeld, sequence);
    }

    private Transfer transfer(
            long number, boolean isDeposit, int account, int asset, long amountMinor, TransferState state) {
        return new Transfer(
                number, isDeposit, account, asset, amountMinor, state, timeNanos, timeNanos, sequence, sequence);
    }

    private static Side opposite(Side side) {
        return side == Side.BUY ? Side.SELL : Side.BUY;
    }
}
