package io.rialto.feeds;

import io.rialto.feeds.business.BusinessEvent;
import io.rialto.feeds.business.BusinessEvent.Pause;
import io.rialto.feeds.business.BusinessEvent.TradingStatus;
import io.rialto.feeds.business.EventKind;
import io.rialto.protocol.AccountStateChangedDecoder;
import io.rialto.protocol.AuctionUncrossedDecoder;
import io.rialto.protocol.CallExtendedDecoder;
import io.rialto.protocol.CallStartedDecoder;
import io.rialto.protocol.CascadeStoppedDecoder;
import io.rialto.protocol.ContractExpiredDecoder;
import io.rialto.protocol.ContractTradeBustedDecoder;
import io.rialto.protocol.ContractTradeCorrectedDecoder;
import io.rialto.protocol.InterruptionCause;
import io.rialto.protocol.KilledDecoder;
import io.rialto.protocol.LiquidationBegunDecoder;
import io.rialto.protocol.LiquidationEndedDecoder;
import io.rialto.protocol.ListingChangedDecoder;
import io.rialto.protocol.MarginCalledDecoder;
import io.rialto.protocol.ObligationSettledDecoder;
import io.rialto.protocol.OrderAcceptedDecoder;
import io.rialto.protocol.OrderAmendedDecoder;
import io.rialto.protocol.OrderCancelledDecoder;
import io.rialto.protocol.OrderExpiredDecoder;
import io.rialto.protocol.OrderTriggeredDecoder;
import io.rialto.protocol.PositionLiquidationBegunDecoder;
import io.rialto.protocol.PositionLiquidationEndedDecoder;
import io.rialto.protocol.PositionMarginCalledDecoder;
import io.rialto.protocol.Reason;
import io.rialto.protocol.ResumedDecoder;
import io.rialto.protocol.RiskBreachedDecoder;
import io.rialto.protocol.SignalRecordedDecoder;
import io.rialto.protocol.SuspendedDecoder;
import io.rialto.protocol.TradeBustedDecoder;
import io.rialto.protocol.TradeCorrectedDecoder;
import io.rialto.protocol.TradeExecutedDecoder;
import io.rialto.protocol.TradeReversedDecoder;
import io.rialto.protocol.UnblockedDecoder;
import io.rialto.protocol.VolatilityInterruptedDecoder;
import io.rialto.protocol.frame.FrameView;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Counts what a frame's events must be told as, by nothing but their types; pauses, positions and refusals have tests of their own. */
final class ExpectedKinds {
    private static final String FILL = "FILL";
    private static final String MARGIN = "MARGIN";
    private static final String SETTLEMENT = "SETTLEMENT";
    private static final String BLOCK = "BLOCK";

    private static final Map<Integer, List<String>> TOLD_AS = Map.ofEntries(
            Map.entry(OrderAcceptedDecoder.TEMPLATE_ID, List.of("ORDER_PLACED")),
            Map.entry(OrderAmendedDecoder.TEMPLATE_ID, List.of("ORDER_AMENDED")),
            Map.entry(OrderTriggeredDecoder.TEMPLATE_ID, List.of("ORDER_TRIGGERED")),
            Map.entry(TradeExecutedDecoder.TEMPLATE_ID, List.of("TRADE_EXECUTED", FILL, FILL)),
            Map.entry(OrderCancelledDecoder.TEMPLATE_ID, List.of("ORDER_CANCELLED")),
            Map.entry(RiskBreachedDecoder.TEMPLATE_ID, List.of("RISK_LIMIT_BREACHED")),
            Map.entry(MarginCalledDecoder.TEMPLATE_ID, List.of(MARGIN)),
            Map.entry(PositionMarginCalledDecoder.TEMPLATE_ID, List.of(MARGIN)),
            Map.entry(LiquidationBegunDecoder.TEMPLATE_ID, List.of("LIQUIDATION_STARTED")),
            Map.entry(PositionLiquidationBegunDecoder.TEMPLATE_ID, List.of("LIQUIDATION_STARTED")),
            Map.entry(LiquidationEndedDecoder.TEMPLATE_ID, List.of("LIQUIDATION_ENDED")),
            Map.entry(PositionLiquidationEndedDecoder.TEMPLATE_ID, List.of("LIQUIDATION_ENDED")),
            Map.entry(CallStartedDecoder.TEMPLATE_ID, List.of("AUCTION_STARTED")),
            Map.entry(CallExtendedDecoder.TEMPLATE_ID, List.of("AUCTION_EXTENDED")),
            Map.entry(AuctionUncrossedDecoder.TEMPLATE_ID, List.of("AUCTION_ENDED")),
            Map.entry(CascadeStoppedDecoder.TEMPLATE_ID, List.of("MARKET_ALERT")),
            Map.entry(ListingChangedDecoder.TEMPLATE_ID, List.of("MARKET_ALERT")),
            Map.entry(ContractExpiredDecoder.TEMPLATE_ID, List.of("MARKET_ALERT")),
            Map.entry(SignalRecordedDecoder.TEMPLATE_ID, List.of("SIGNAL_ARRIVED")),
            Map.entry(ObligationSettledDecoder.TEMPLATE_ID, List.of(SETTLEMENT)),
            Map.entry(TradeBustedDecoder.TEMPLATE_ID, List.of("TRADE_BUSTED", "TRADE_BUSTED")),
            Map.entry(TradeReversedDecoder.TEMPLATE_ID, List.of("TRADE_BUSTED", "TRADE_BUSTED")),
            Map.entry(ContractTradeBustedDecoder.TEMPLATE_ID, List.of("TRADE_BUSTED", "TRADE_BUSTED")),
            Map.entry(TradeCorrectedDecoder.TEMPLATE_ID, List.of("TRADE_CORRECTED", "TRADE_CORRECTED")),
            Map.entry(ContractTradeCorrectedDecoder.TEMPLATE_ID, List.of("TRADE_CORRECTED", "TRADE_CORRECTED")),
            Map.entry(AccountStateChangedDecoder.TEMPLATE_ID, List.of(BLOCK)),
            Map.entry(SuspendedDecoder.TEMPLATE_ID, List.of(BLOCK)),
            Map.entry(KilledDecoder.TEMPLATE_ID, List.of(BLOCK)),
            Map.entry(ResumedDecoder.TEMPLATE_ID, List.of(BLOCK)),
            Map.entry(UnblockedDecoder.TEMPLATE_ID, List.of(BLOCK)));
    private static final Map<EventKind, String> GROUPS = Map.of(
            EventKind.ORDER_FILLED, FILL,
            EventKind.ORDER_PARTIALLY_FILLED, FILL,
            EventKind.MARGIN_CALLED, MARGIN,
            EventKind.MARGIN_CALL_MET, MARGIN,
            EventKind.SETTLEMENT_COMPLETED, SETTLEMENT,
            EventKind.SETTLEMENT_FAILED, SETTLEMENT,
            EventKind.ACCOUNT_SUSPENDED, BLOCK,
            EventKind.ACCOUNT_RESUMED, BLOCK);
    private static final Set<EventKind> ELSEWHERE = EnumSet.of(
            EventKind.POSITION_CLOSED,
            EventKind.ORDER_REJECTED,
            EventKind.LIQUIDATION_STEP,
            EventKind.TRADING_PAUSED,
            EventKind.TRADING_RESUMED);

    private ExpectedKinds() {}

    static void check(FrameView frame, List<BusinessEvent> told, String where) {
        for (int i = 0; i < told.size(); i++) {
            BusinessEvent event = told.get(i);
            boolean isInOrder = event.index() == i
                    && event.sequence() == frame.sequence()
                    && event.timeNanos() == frame.timeNanos();
            if (!isInOrder) throw new AssertionError(where + " at " + i + ": " + event);
        }
        List<String> expected = expected(frame);
        List<String> found = told.stream()
                .filter(event -> isBlock(event) || !ELSEWHERE.contains(event.kind()))
                .map(event -> isBlock(event)
                        ? BLOCK
                        : GROUPS.getOrDefault(event.kind(), event.kind().name()))
                .toList();
        if (!found.equals(expected)) throw new AssertionError(where + ": " + told + " must be " + expected);
    }

    /** Of an instrument it is a pause. */
    private static boolean isBlock(BusinessEvent event) {
        return event instanceof TradingStatus status
                && (status.cause() == Pause.SUSPENSION || status.cause() == Pause.KILL);
    }

    private static List<String> expected(FrameView frame) {
        List<String> expected = new ArrayList<>();
        OrderExpiredDecoder expired = new OrderExpiredDecoder();
        VolatilityInterruptedDecoder interrupted = new VolatilityInterruptedDecoder();
        TradeExecutedDecoder trade = new TradeExecutedDecoder();
        Set<Long> traded = new HashSet<>();
        frame.rewind();
        while (frame.nextEvent()) {
            expected.addAll(TOLD_AS.getOrDefault(frame.eventType(), List.of()));
            int at = frame.eventOffset();
            int length = frame.eventBlockLength();
            if (frame.eventType() == TradeExecutedDecoder.TEMPLATE_ID) {
                trade.wrap(frame.buffer(), at, length, frame.eventVersion());
                traded.add(trade.takerOrder());
                traded.add(trade.makerOrder());
            } else if (frame.eventType() == OrderExpiredDecoder.TEMPLATE_ID) {
                expired.wrap(frame.buffer(), at, length, frame.eventVersion());
                boolean isSpent = expired.reason() == Reason.AMOUNT_EXHAUSTED && traded.contains(expired.order());
                if (!isSpent) expected.add("ORDER_EXPIRED");
            } else if (frame.eventType() == VolatilityInterruptedDecoder.TEMPLATE_ID) {
                interrupted.wrap(frame.buffer(), at, length, frame.eventVersion());
                boolean isOfCascade = interrupted.cause() == InterruptionCause.CASCADE; // told by CascadeStopped
                if (!isOfCascade) expected.add("MARKET_ALERT");
            }
        }
        return expected;
    }
}
