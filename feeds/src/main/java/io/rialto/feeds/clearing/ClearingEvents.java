package io.rialto.feeds.clearing;

import io.rialto.feeds.balances.BalanceFeed;
import io.rialto.feeds.listing.Instrument;
import io.rialto.feeds.listing.ListingFeed;
import io.rialto.feeds.statements.MovementKind;
import io.rialto.feeds.statements.MovementLog;
import io.rialto.protocol.BoughtInDecoder;
import io.rialto.protocol.ContractTradeBustedDecoder;
import io.rialto.protocol.ContractTradeCorrectedDecoder;
import io.rialto.protocol.GiveUpAcceptedDecoder;
import io.rialto.protocol.GiveUpReversedDecoder;
import io.rialto.protocol.ObligationSettledDecoder;
import io.rialto.protocol.SettlementReservedDecoder;
import io.rialto.protocol.SettlementTermsSetDecoder;
import io.rialto.protocol.Side;
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
    private static final MovementKind GIVE_UP = MovementKind.GIVE_UP;

    private final BalanceFeed balances;
    private final ListingFeed listings;
    private final MovementLog movements;
    private final SettlementTermsSetDecoder terms = new SettlementTermsSetDecoder();
    private final TradeNovatedDecoder novated = new TradeNovatedDecoder();
    private final SettlementReservedDecoder reserved = new SettlementReservedDecoder();
    private final ObligationSettledDecoder settled = new ObligationSettledDecoder();
    private final BoughtInDecoder boughtIn = new BoughtInDecoder();
    private final TradeBustedDecoder busted = new TradeBustedDecoder();
    private final TradeCorrectedDecoder corrected = new TradeCorrectedDecoder();
    private final TradeReversedDecoder reversed = new TradeReversedDecoder();
    private final ContractTradeBustedDecoder contractBusted = new ContractTradeBustedDecoder();
    private final ContractTradeCorrectedDecoder contractCorrected = new ContractTradeCorrectedDecoder();
    private final GiveUpAcceptedDecoder givenUp = new GiveUpAcceptedDecoder();
    private final GiveUpReversedDecoder givenBack = new GiveUpReversedDecoder();

    /** What who executed a trade would hold again for it, if it were not busted right behind. */
    private long buyersHoldMinor;

    private long sellersHoldMinor;

    public ClearingEvents(BalanceFeed balances, ListingFeed listings, MovementLog movements) {
        this.balances = balances;
        this.movements = movements;
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
            case ContractTradeBustedDecoder.TEMPLATE_ID -> {
                var event = contractBusted.wrap(buffer, at, length, version);
                Instrument contract = listings.instrument(event.instrument());
                balances.takeFees(contract, -event.buyerFeeMinor(), -event.sellerFeeMinor(), event.trade());
            }
            case ContractTradeCorrectedDecoder.TEMPLATE_ID -> {
                var event = contractCorrected.wrap(buffer, at, length, version);
                Instrument contract = listings.instrument(event.instrument());
                balances.takeFees(contract, event.buyerFeeMinor(), event.sellerFeeMinor(), event.trade());
            }
            case GiveUpAcceptedDecoder.TEMPLATE_ID -> onGivenUp(givenUp.wrap(buffer, at, length, version));
            case GiveUpReversedDecoder.TEMPLATE_ID -> onGivenBack(givenBack.wrap(buffer, at, length, version));
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
        MovementKind kind = MovementKind.NOVATION;
        owe(
                event.buyer(),
                event.instrument(),
                kind,
                event.buyerReceivesMinor(),
                -event.buyerOwesMinor(),
                event.trade());
        owe(
                event.seller(),
                event.instrument(),
                kind,
                -event.sellerOwesMinor(),
                event.sellerReceivesMinor(),
                event.trade());
        fees(
                event.instrument(),
                event.buyerOwesMinor() - event.sellerReceivesMinor(),
                event.sellerOwesMinor() - event.buyerReceivesMinor(),
                event.trade());
    }

    private void owe(int account, int instrument, MovementKind kind, long baseMinor, long quoteMinor, long reference) {
        movements.owe(account, base(instrument), kind, baseMinor, reference);
        movements.owe(account, quote(instrument), kind, quoteMinor, reference);
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
        long base = event.baseMinor();
        owe(event.account(), event.instrument(), MovementKind.SETTLEMENT, -base, -event.quoteMinor(), event.day());
        settle(event.account(), base(event.instrument()), base, event.day());
        settle(event.account(), quote(event.instrument()), event.quoteMinor(), event.day());
    }

    /** What moved is no longer owed, or due. */
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
        long buyersHold = Math.max(0, event.buyerOwesMinor()) - buyersHoldMinor;
        balances.hold(event.buyer(), quote(event.instrument()), -buyersHold);
        balances.hold(event.seller(), base(event.instrument()), sellersHoldMinor - event.heldMinor());
        buyersHoldMinor = 0;
        sellersHoldMinor = 0;
        MovementKind kind = MovementKind.BUST;
        owe(
                event.buyer(),
                event.instrument(),
                kind,
                -event.buyerReceivesMinor(),
                event.buyerOwesMinor(),
                event.trade());
        owe(
                event.seller(),
                event.instrument(),
                kind,
                event.sellerOwesMinor(),
                -event.sellerReceivesMinor(),
                event.trade());
        fees(
                event.instrument(),
                event.sellerReceivesMinor() - event.buyerOwesMinor(),
                event.buyerReceivesMinor() - event.sellerOwesMinor(),
                event.trade());
    }

    /** The hold goes along, and a fee that had been going to come out of what the giver receives is paid. */
    private void onGivenUp(GiveUpAcceptedDecoder event) {
        boolean isBuy = event.side() == Side.BUY;
        int owed = isBuy ? quote(event.instrument()) : base(event.instrument());
        int received = isBuy ? base(event.instrument()) : quote(event.instrument());
        balances.hold(event.account(), owed, -event.giverHoldMinor());
        balances.hold(event.taker(), owed, event.takerHoldMinor());
        long trade = event.trade();
        balances.post(event.account(), CLEARING, received, event.giverFeeMinor(), MovementKind.FEE, trade);
        balances.post(CLEARING, event.taker(), received, event.takerFeeBackMinor(), MovementKind.FEE, trade);
        long base = event.baseMinor();
        long quote = event.notionalMinor();
        long fee = event.giverFeeMinor();
        long feeBack = event.takerFeeBackMinor();
        owe(
                event.account(),
                event.instrument(),
                GIVE_UP,
                isBuy ? fee - base : base,
                isBuy ? quote : fee - quote,
                trade);
        long takers = (isBuy ? base : quote) - feeBack;
        owe(event.taker(), event.instrument(), GIVE_UP, isBuy ? takers : -base, isBuy ? -quote : takers, trade);
    }

    private void onGivenBack(GiveUpReversedDecoder event) {
        boolean isBuy = event.side() == Side.BUY;
        int owed = isBuy ? quote(event.instrument()) : base(event.instrument());
        int received = isBuy ? base(event.instrument()) : quote(event.instrument());
        balances.hold(event.account(), owed, -event.giverHoldMinor());
        if (isBuy) buyersHoldMinor += event.takerHoldMinor();
        else sellersHoldMinor += event.takerHoldMinor();
        long feeBack = event.takerFeeBackMinor();
        balances.post(CLEARING, event.taker(), received, feeBack, MovementKind.FEE, event.trade());
        long base = isBuy ? -event.baseMinor() : event.baseMinor();
        long quote = isBuy ? event.notionalMinor() : -event.notionalMinor();
        owe(event.account(), event.instrument(), GIVE_UP, base, quote, event.trade());
        long takersBase = isBuy ? -base - feeBack : -base;
        owe(event.taker(), event.instrument(), GIVE_UP, takersBase, isBuy ? -quote : -quote - feeBack, event.trade());
    }

    private void onCorrected(TradeCorrectedDecoder event) {
        balances.hold(event.buyer(), quote(event.instrument()), Math.max(0, event.buyerOwesMinor()));
        balances.hold(event.seller(), base(event.instrument()), event.heldMinor());
        MovementKind kind = MovementKind.CORRECTION;
        owe(
                event.buyer(),
                event.instrument(),
                kind,
                event.buyerReceivesMinor(),
                -event.buyerOwesMinor(),
                event.trade());
        owe(
                event.seller(),
                event.instrument(),
                kind,
                -event.sellerOwesMinor(),
                event.sellerReceivesMinor(),
                event.trade());
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
