package io.rialto.feeds.trading;

import io.rialto.protocol.DisplayAmendedDecoder;
import io.rialto.protocol.LegActivatedDecoder;
import io.rialto.protocol.MarkPriceSetDecoder;
import io.rialto.protocol.MatchPreventedDecoder;
import io.rialto.protocol.OrderAcceptedDecoder;
import io.rialto.protocol.OrderAmendedDecoder;
import io.rialto.protocol.OrderCancelledDecoder;
import io.rialto.protocol.OrderClippedDecoder;
import io.rialto.protocol.OrderDisplayedDecoder;
import io.rialto.protocol.OrderExpiredDecoder;
import io.rialto.protocol.OrderHiddenDecoder;
import io.rialto.protocol.OrderListAcceptedDecoder;
import io.rialto.protocol.OrderListEndedDecoder;
import io.rialto.protocol.OrderParkedDecoder;
import io.rialto.protocol.OrderRepricedDecoder;
import io.rialto.protocol.OrderRestatedDecoder;
import io.rialto.protocol.OrderRestedDecoder;
import io.rialto.protocol.OrderTriggeredDecoder;
import io.rialto.protocol.PhaseChangedDecoder;
import io.rialto.protocol.SpecialTermsAcceptedDecoder;
import io.rialto.protocol.TradeExecutedDecoder;
import io.rialto.protocol.TriggerMovedDecoder;

/**
 * A feed that is told what orders do; it listens to what concerns it. The decoders are windows: read them at once.
 *
 * <p>Threading: the writing thread, between the position's enter and leave.
 */
public interface TradingFeed {
    /** @param asked what the command said and the event does not repeat */
    default void onAccepted(OrderAcceptedDecoder event, AskedOrder asked) {}

    default void onTerms(SpecialTermsAcceptedDecoder event) {}

    default void onParked(OrderParkedDecoder event) {}

    default void onRested(OrderRestedDecoder event) {}

    default void onTrade(TradeExecutedDecoder event) {}

    default void onPrevented(MatchPreventedDecoder event) {}

    default void onCancelled(OrderCancelledDecoder event) {}

    default void onExpired(OrderExpiredDecoder event) {}

    default void onAmended(OrderAmendedDecoder event) {}

    default void onPhase(PhaseChangedDecoder event) {}

    default void onDisplayed(OrderDisplayedDecoder event) {}

    default void onHidden(OrderHiddenDecoder event) {}

    default void onRepriced(OrderRepricedDecoder event) {}

    default void onDisplayAmended(DisplayAmendedDecoder event) {}

    default void onTriggered(OrderTriggeredDecoder event) {}

    default void onTriggerMoved(TriggerMovedDecoder event) {}

    default void onClipped(OrderClippedDecoder event) {}

    default void onMarkPrice(MarkPriceSetDecoder event) {}

    default void onRestated(OrderRestatedDecoder event) {}

    default void onListAccepted(OrderListAcceptedDecoder event) {}

    default void onListEnded(OrderListEndedDecoder event) {}

    default void onLegActivated(LegActivatedDecoder event) {}
}
