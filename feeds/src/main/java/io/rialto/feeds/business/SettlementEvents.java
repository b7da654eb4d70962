package io.rialto.feeds.business;

import io.rialto.feeds.business.BusinessEvent.Settlement;
import io.rialto.feeds.business.BusinessEvent.TradeTakenBack;
import io.rialto.protocol.BoughtInDecoder;
import io.rialto.protocol.ContractTradeBustedDecoder;
import io.rialto.protocol.ContractTradeCorrectedDecoder;
import io.rialto.protocol.GiveUpAcceptedDecoder;
import io.rialto.protocol.GiveUpReversedDecoder;
import io.rialto.protocol.ObligationSettledDecoder;
import io.rialto.protocol.SettlementOutcome;
import io.rialto.protocol.Side;
import io.rialto.protocol.TradeBustedDecoder;
import io.rialto.protocol.TradeCorrectedDecoder;
import io.rialto.protocol.TradeReversedDecoder;
import io.rialto.protocol.frame.FrameView;

/** Tells settlements, and trades that were taken back or corrected; and tells positions what that makes of them. */
final class SettlementEvents {
    private final EventReader reader;
    private final Positions positions;
    private final ObligationSettledDecoder settled = new ObligationSettledDecoder();
    private final TradeBustedDecoder busted = new TradeBustedDecoder();
    private final TradeCorrectedDecoder corrected = new TradeCorrectedDecoder();
    private final TradeReversedDecoder reversed = new TradeReversedDecoder();
    private final ContractTradeBustedDecoder contractBusted = new ContractTradeBustedDecoder();
    private final ContractTradeCorrectedDecoder contractCorrected = new ContractTradeCorrectedDecoder();
    private final BoughtInDecoder boughtIn = new BoughtInDecoder();
    private final GiveUpAcceptedDecoder given = new GiveUpAcceptedDecoder();
    private final GiveUpReversedDecoder back = new GiveUpReversedDecoder();

    SettlementEvents(EventReader reader, Positions positions) {
        this.reader = reader;
        this.positions = positions;
    }

    /** False when the event is about something else. */
    boolean read(FrameView frame) {
        int at = frame.eventOffset();
        int length = frame.eventBlockLength();
        int version = frame.eventVersion();
        switch (frame.eventType()) {
            case ObligationSettledDecoder.TEMPLATE_ID -> onSettled(settled.wrap(frame.buffer(), at, length, version));
            case TradeBustedDecoder.TEMPLATE_ID -> onBusted(busted.wrap(frame.buffer(), at, length, version));
            case TradeCorrectedDecoder.TEMPLATE_ID -> onCorrected(corrected.wrap(frame.buffer(), at, length, version));
            case TradeReversedDecoder.TEMPLATE_ID -> onReversed(reversed.wrap(frame.buffer(), at, length, version));
            case ContractTradeBustedDecoder.TEMPLATE_ID -> {
                var event = contractBusted.wrap(frame.buffer(), at, length, version);
                Both both = new Both(event.instrument(), event.buyer(), event.seller());
                tell(
                        EventKind.TRADE_BUSTED,
                        both,
                        event.trade(),
                        event.trade(),
                        event.priceTicks(),
                        event.quantityLots());
            }
            case ContractTradeCorrectedDecoder.TEMPLATE_ID -> {
                var event = contractCorrected.wrap(frame.buffer(), at, length, version);
                Both both = new Both(event.instrument(), event.buyer(), event.seller());
                long lots = event.quantityLots();
                tell(EventKind.TRADE_CORRECTED, both, event.trade(), event.original(), event.priceTicks(), lots);
            }
            default -> {
                return readTransfers(frame);
            }
        }
        return true;
    }

    private void onSettled(ObligationSettledDecoder event) {
        boolean isDone = event.outcome() == SettlementOutcome.SETTLED;
        reader.tell(new Settlement(
                reader.origin(),
                isDone ? EventKind.SETTLEMENT_COMPLETED : EventKind.SETTLEMENT_FAILED,
                event.account(),
                event.instrument(),
                event.day(),
                event.outcome(),
                event.baseMinor(),
                event.quoteMinor(),
                event.openBaseMinor(),
                event.openQuoteMinor()));
    }

    private void onBusted(TradeBustedDecoder event) {
        Both both = new Both(event.instrument(), event.buyer(), event.seller());
        tell(EventKind.TRADE_BUSTED, both, event.trade(), event.trade(), event.priceTicks(), event.quantityLots());
        if (both.buyer == both.seller) return;
        long feeInBase = event.sellerOwesMinor() - event.buyerReceivesMinor();
        positions.traded(both.buyer, both.instrument, -event.sellerOwesMinor(), -feeInBase, event.notionalMinor());
        positions.traded(both.seller, both.instrument, event.sellerOwesMinor(), 0, event.notionalMinor());
    }

    private void onCorrected(TradeCorrectedDecoder event) {
        Both both = new Both(event.instrument(), event.buyer(), event.seller());
        long lots = event.quantityLots();
        tell(EventKind.TRADE_CORRECTED, both, event.trade(), event.original(), event.priceTicks(), lots);
        if (both.buyer == both.seller) return;
        long feeInBase = event.sellerOwesMinor() - event.buyerReceivesMinor();
        positions.traded(both.buyer, both.instrument, event.sellerOwesMinor(), feeInBase, event.notionalMinor());
        positions.traded(both.seller, both.instrument, -event.sellerOwesMinor(), 0, event.notionalMinor());
    }

    /** Its buyer sold in the original. */
    private void onReversed(TradeReversedDecoder event) {
        Both both = new Both(event.instrument(), event.seller(), event.buyer());
        long lots = event.quantityLots();
        tell(EventKind.TRADE_BUSTED, both, event.trade(), event.original(), event.priceTicks(), lots);
        passed(both.instrument, both.buyer, both.seller, event.baseMinor(), event.quoteMinor());
    }

    /** What changes hands without a trade of orders. */
    private boolean readTransfers(FrameView frame) {
        int at = frame.eventOffset();
        int length = frame.eventBlockLength();
        int version = frame.eventVersion();
        switch (frame.eventType()) {
            case BoughtInDecoder.TEMPLATE_ID -> {
                var event = boughtIn.wrap(frame.buffer(), at, length, version);
                passed(event.instrument(), event.supplier(), event.account(), event.baseMinor(), event.quoteMinor());
            }
            case GiveUpAcceptedDecoder.TEMPLATE_ID -> {
                var event = given.wrap(frame.buffer(), at, length, version);
                long base = event.side() == Side.BUY ? event.baseMinor() : -event.baseMinor();
                passed(event.instrument(), event.account(), event.taker(), base, event.notionalMinor());
            }
            case GiveUpReversedDecoder.TEMPLATE_ID -> {
                var event = back.wrap(frame.buffer(), at, length, version);
                long base = event.side() == Side.BUY ? event.baseMinor() : -event.baseMinor();
                passed(event.instrument(), event.account(), event.taker(), base, event.notionalMinor());
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void passed(int instrument, int from, int to, long baseMinor, long quoteMinor) {
        if (from == to) return;
        positions.traded(from, instrument, -baseMinor, 0, quoteMinor);
        positions.traded(to, instrument, baseMinor, 0, quoteMinor);
    }

    /** Of the trade that was taken back. */
    private record Both(int instrument, int buyer, int seller) {}

    private void tell(EventKind kind, Both both, long trade, long original, long ticks, long lots) {
        one(kind, both.instrument, both.buyer, Side.BUY, trade, original, ticks, lots);
        one(kind, both.instrument, both.seller, Side.SELL, trade, original, ticks, lots);
    }

    private void one(
            EventKind kind, int instrument, int account, Side side, long trade, long original, long ticks, long lots) {
        reader.tell(new TradeTakenBack(reader.origin(), kind, account, instrument, trade, original, side, ticks, lots));
    }
}
