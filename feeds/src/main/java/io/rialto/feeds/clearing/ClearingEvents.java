package io.rialto.feeds.clearing;

import io.rialto.feeds.balances.BalanceFeed;
import io.rialto.feeds.listing.Instrument;
import io.rialto.feeds.listing.ListingFeed;
import io.rialto.feeds.statements.MovementKind;
import io.rialto.protocol.BoughtInDecoder;
import io.rialto.protocol.ObligationSettledDecoder;
import io.rialto.protocol.SettlementReservedDecoder;
import io.rialto.protocol.SettlementTermsSetDecoder;
import io.rialto.protocol.TradeBustedDecoder;
import io.rialto.protocol.TradeCorrectedDecoder;
import io.rialto.protocol.TradeNovatedDecoder;
import io.rialto.protocol.TradeReversedDecoder;
import io.rialto.protocol.frame.FrameView;
import org.agrona.DirectBuffer;

/**
 * What clearing holds and moves, told to the balances. Until an obligation is settled, only its fees move, between the
 * clearing account and fee income.
 *
 * <p>Threading: the writing thread, between the position's enter and leave.
 */
public final class ClearingEvents {
    private static final int FEE_INCOME = 2;
    private static final int CLEARING = 3;

    private final BalanceFeed balances;
    private final ListingFeed listings;
    private final SettlementTermsSetDecoder terms = new SettlementTermsSetDecoder();
    private final TradeNovatedDecoder novated = new TradeNovatedDecoder();
    private final SettlementReservedDecoder reserved = new SettlementReservedDecoder();
    private final ObligationSettledDecoder settled = new ObligationSettledDecoder();
    private final BoughtInDecoder boughtIn = new BoughtInDecoder();
    private final TradeBustedDecoder busted = new TradeBustedDecoder();
    private final TradeCorrectedDecoder corrected = new TradeCorrectedDecoder();
    private final TradeReversedDecoder reversed = new TradeReversedDecoder();

    public ClearingEvents(BalanceFeed balances, ListingFeed listings) {
        this.balances = balances;
        this.listings = listings;
    }

    /** False when the event moves and holds nothing for clearing. */
    public boolean read(FrameView frame) {
        DirectBuffer buffer = frame.buffer();
        int at = frame.eventOffset();
        int length = frame.eventBlockLength();
        int version = frame.eventVersion();
        switch (frame.eventType()) {
            case SettlementTermsSetDecoder.TEMPLATE_ID -> {
                terms.wrap(buffer, at, length, version);
                balances.settlesLater(terms.instrument(), terms.days() > 0);
            }
            case TradeNovatedDecoder.TEMPLATE_ID -> onNovated(novated.wrap(buffer, at, length, version));
            case SettlementReservedDecoder.TEMPLATE_ID -> onReserved(reserved.wrap(buffer, at, length, version));
            case ObligationSettledDecoder.TEMPLATE_ID -> onSettled(settled.wrap(buffer, at, length, version));
            case BoughtInDecoder.TEMPLATE_ID -> onBoughtIn(boughtIn.wrap(buffer, at, length, version));
            case TradeBustedDecoder.TEMPLATE_ID -> onBusted(busted.wrap(buffer, at, length, version));
            case TradeCorrectedDecoder.TEMPLATE_ID -> onCorrected(corrected.wrap(buffer, at, length, version));
            case TradeReversedDecoder.TEMPLATE_ID -> onReversed(reversed.wrap(buffer, at, length, version));
            default -> {
                return false;
            }
        }
        return true;
    }

    private int base(int instrument) {
        return listings.instrument(instrument).base().number();
    }

    private int quote(int instrument) {
        return listings.instrument(instrument).quote().number();
    }

    /** The trade let all go that it spent: what is held on is less by what a side may use. A buyer's rebate was no spending. */
    private void onNovated(TradeNovatedDecoder event) {
        balances.hold(event.seller(), base(event.instrument()), event.heldMinor() - event.sellerOwesMinor());
        balances.hold(event.buyer(), quote(event.instrument()), Math.max(0, -event.buyerOwesMinor()));
        fees(
                event.instrument(),
                event.buyerOwesMinor() - event.sellerReceivesMinor(),
                event.sellerOwesMinor() - event.buyerReceivesMinor(),
                event.trade());
    }

    private void fees(int instrument, long quoteMinor, long baseMinor, long trade) {
        int quote = quote(instrument);
        balances.post(CLEARING, FEE_INCOME, quote, quoteMinor, MovementKind.FEE, trade);
        balances.post(CLEARING, FEE_INCOME, base(instrument), baseMinor, MovementKind.FEE, trade);
    }

    private void onReserved(SettlementReservedDecoder event) {
        balances.hold(event.account(), base(event.instrument()), event.baseHoldChangeMinor());
        balances.hold(event.account(), quote(event.instrument()), event.quoteHoldChangeMinor());
    }

    private void onSettled(ObligationSettledDecoder event) {
        settle(event.account(), base(event.instrument()), event.baseMinor(), event.day());
        settle(event.account(), quote(event.instrument()), event.quoteMinor(), event.day());
    }

    private void settle(int account, int asset, long amountMinor, int day) {
        if (amountMinor == 0) return;
        if (amountMinor < 0) balances.hold(account, asset, amountMinor);
        balances.post(CLEARING, account, asset, amountMinor, MovementKind.SETTLEMENT, day);
    }

    private void onBoughtIn(BoughtInDecoder event) {
        Instrument market = listings.instrument(event.instrument());
        int base = market.base().number();
        int quote = market.quote().number();
        balances.post(event.supplier(), event.account(), base, event.baseMinor(), MovementKind.BUY_IN, 0);
        balances.post(event.account(), event.supplier(), quote, event.quoteMinor(), MovementKind.BUY_IN, 0);
        balances.hold(event.account(), base, event.heldMinor());
    }

    private void onBusted(TradeBustedDecoder event) {
        balances.hold(event.buyer(), quote(event.instrument()), -Math.max(0, event.buyerOwesMinor()));
        balances.hold(event.seller(), base(event.instrument()), -event.heldMinor());
        fees(
                event.instrument(),
                event.sellerReceivesMinor() - event.buyerOwesMinor(),
                event.buyerReceivesMinor() - event.sellerOwesMinor(),
                event.trade());
    }

    private void onCorrected(TradeCorrectedDecoder event) {
        balances.hold(event.buyer(), quote(event.instrument()), Math.max(0, event.buyerOwesMinor()));
        balances.hold(event.seller(), base(event.instrument()), event.heldMinor());
        fees(
                event.instrument(),
                event.buyerOwesMinor() - event.sellerReceivesMinor(),
                event.sellerOwesMinor() - event.buyerReceivesMinor(),
                event.trade());
    }

    private void onReversed(TradeReversedDecoder event) {
        int base = base(event.instrument());
        int quote = quote(event.instrument());
        balances.post(event.seller(), event.buyer(), base, event.baseMinor(), MovementKind.REVERSAL, event.trade());
        balances.post(event.buyer(), event.seller(), quote, event.quoteMinor(), MovementKind.REVERSAL, event.trade());
    }
}
