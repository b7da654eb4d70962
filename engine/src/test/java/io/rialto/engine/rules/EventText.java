package io.rialto.engine.rules;

import io.rialto.protocol.AccountLimitChangedDecoder;
import io.rialto.protocol.CommandRejectedDecoder;
import io.rialto.protocol.FeeCappedDecoder;
import io.rialto.protocol.FundsDepositedDecoder;
import io.rialto.protocol.InstrumentChangedDecoder;
import io.rialto.protocol.ListingChangedDecoder;
import io.rialto.protocol.MassCancelledDecoder;
import io.rialto.protocol.MatchPreventedDecoder;
import io.rialto.protocol.OrderAcceptedDecoder;
import io.rialto.protocol.OrderAmendedDecoder;
import io.rialto.protocol.OrderCancelledDecoder;
import io.rialto.protocol.OrderExpiredDecoder;
import io.rialto.protocol.OrderRestedDecoder;
import io.rialto.protocol.RequestFencedDecoder;
import io.rialto.protocol.SignalRecordedDecoder;
import io.rialto.protocol.SpecialTermsAcceptedDecoder;
import io.rialto.protocol.TradeExecutedDecoder;
import io.rialto.protocol.frame.Frame;
import io.rialto.protocol.frame.FrameView;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.agrona.DirectBuffer;

/**
 * A frame's events, a line each, as a trader would say them. Orders are named by their serial: {@code #7}. Two values with a
 * bar between are the maker's and the taker's.
 */
final class EventText {
    private static final String[] TRANSFERS = {
        "deposited",
        "deposit begun",
        "deposit completed",
        "deposit cancelled",
        "withdrawal begun",
        "withdrawal completed",
        "withdrawal cancelled"
    };

    /** From here on: limits, blocks, proposals. */
    private static final int CONTROL = AccountLimitChangedDecoder.TEMPLATE_ID;

    private final ControlText control = new ControlText();
    private DirectBuffer buffer;
    private int at;
    private int length;
    private int version;

    List<String> of(Frame frame) {
        FrameView view = new FrameView().wrap(frame.buffer(), 0);
        buffer = frame.buffer();
        List<String> lines = new ArrayList<>();
        while (view.nextEvent()) {
            at = view.eventOffset();
            length = view.eventBlockLength();
            version = view.eventVersion();
            lines.add(line(view.eventType()));
        }
        return lines;
    }

    private String line(int type) {
        if (InterruptionText.tells(type)) return InterruptionText.line(buffer, at, length, version);
        if (AuctionText.tells(type)) return AuctionText.line(type, buffer, at, length, version);
        String ofTriggers = TriggerText.line(type, buffer, at, length, version);
        if (!ofTriggers.isEmpty()) return ofTriggers;
        if (MarginText.tells(type)) return MarginText.line(type, buffer, at, length, version);
        if (FundingText.tells(type)) return FundingText.line(type, buffer, at, length, version);
        if (ExpiryText.tells(type)) return ExpiryText.line(type, buffer, at, length, version);
        if (MarginCallText.tells(type)) return MarginCallText.line(buffer, at, length, version);
        if (LiquidationText.tells(type)) return LiquidationText.line(type, buffer, at, length, version);
        if (BrokerText.tells(type)) return BrokerText.line(type, buffer, at, length, version);
        if (IsolatedText.tells(type)) return IsolatedText.line(type, buffer, at, length, version);
        if (SettlementText.tells(type)) return SettlementText.line(type, buffer, at, length, version);
        if (FeeText.tells(type)) return FeeText.line(type, buffer, at, length, version);
        if (StandingText.tells(type)) return StandingText.line(buffer, at, length, version);
        if (CreditText.tells(type)) return CreditText.line(buffer, at, length, version);
        if (StressText.tells(type)) return StressText.line(buffer, at, length, version);
        if (RiskText.tells(type)) return RiskText.line(type, buffer, at, length, version);
        if (DisplayText.tells(type)) return DisplayText.line(type, buffer, at, length, version);
        return switch (type) {
            case CommandRejectedDecoder.TEMPLATE_ID -> rejected();
            case OrderAcceptedDecoder.TEMPLATE_ID -> accepted();
            case OrderRestedDecoder.TEMPLATE_ID -> rested();
            case TradeExecutedDecoder.TEMPLATE_ID -> traded();
            case FeeCappedDecoder.TEMPLATE_ID -> feeCapped();
            case MatchPreventedDecoder.TEMPLATE_ID -> prevented();
            case OrderCancelledDecoder.TEMPLATE_ID -> cancelled();
            case OrderExpiredDecoder.TEMPLATE_ID -> expired();
            case OrderAmendedDecoder.TEMPLATE_ID -> amended();
            case MassCancelledDecoder.TEMPLATE_ID -> massCancelled();
            case RequestFencedDecoder.TEMPLATE_ID -> fenced();
            case SignalRecordedDecoder.TEMPLATE_ID -> signal();
            case InstrumentChangedDecoder.TEMPLATE_ID -> instrumentChanged();
            case SpecialTermsAcceptedDecoder.TEMPLATE_ID -> "terms";
            default -> ofOthers(type);
        };
    }

    private static boolean isOfSeveral(int type) {
        return type >= 162 && type <= 171 || type >= 189 && type <= 191 || type >= 240;
    }

    private String rejected() {
        CommandRejectedDecoder event = new CommandRejectedDecoder().wrap(buffer, at, length, version);
        String original = event.originalSequence() == 0 ? "" : " original " + event.originalSequence();
        return "rejected " + event.reason() + original;
    }

    private String accepted() {
        OrderAcceptedDecoder event = new OrderAcceptedDecoder().wrap(buffer, at, length, version);
        return "accepted " + serial(event.order()) + " " + name(event.side()) + " "
                + lots(event.quantityLots(), event.priceTicks()) + " holds " + event.holdMinor();
    }

    private String rested() {
        OrderRestedDecoder event = new OrderRestedDecoder().wrap(buffer, at, length, version);
        return "rested " + serial(event.order()) + " " + lots(event.openLots(), event.priceTicks());
    }

    private String traded() {
        TradeExecutedDecoder event = new TradeExecutedDecoder().wrap(buffer, at, length, version);
        boolean isFree = event.makerFeeMinor() == 0 && event.takerFeeMinor() == 0;
        return "traded " + lots(event.quantityLots(), event.priceTicks()) + " for " + event.notionalMinor() + " "
                + bar(serial(event.makerOrder()), serial(event.takerOrder()))
                + " left " + bar(event.makerOpenLots(), event.takerOpenLots())
                + " released " + bar(event.makerReleasedMinor(), event.takerReleasedMinor())
                + (isFree ? "" : " fees " + bar(event.makerFeeMinor(), event.takerFeeMinor()));
    }

    private String feeCapped() {
        FeeCappedDecoder event = new FeeCappedDecoder().wrap(buffer, at, length, version);
        return "fee capped " + serial(event.order()) + " due " + event.dueMinor() + " charged " + event.chargedMinor();
    }

    private String prevented() {
        MatchPreventedDecoder event = new MatchPreventedDecoder().wrap(buffer, at, length, version);
        return "prevented " + lots(event.quantityLots(), event.priceTicks()) + " "
                + bar(serial(event.makerOrder()), serial(event.takerOrder()))
                + " left " + bar(event.makerOpenLots(), event.takerOpenLots())
                + " released " + bar(event.makerReleasedMinor(), event.takerReleasedMinor()) + " " + event.mode();
    }

    private String cancelled() {
        OrderCancelledDecoder event = new OrderCancelledDecoder().wrap(buffer, at, length, version);
        return "cancelled " + serial(event.order()) + " " + lots(event.openLots(), event.priceTicks()) + " released "
                + event.releasedMinor() + " " + event.reason();
    }

    private String expired() {
        OrderExpiredDecoder event = new OrderExpiredDecoder().wrap(buffer, at, length, version);
        return "expired " + serial(event.order()) + " " + lots(event.openLots(), event.priceTicks()) + " released "
                + event.releasedMinor() + " " + event.reason() + (event.wasResting() == 1 ? " from the book" : "");
    }

    private String amended() {
        OrderAmendedDecoder event = new OrderAmendedDecoder().wrap(buffer, at, length, version);
        return "amended " + serial(event.order()) + " from " + lots(event.oldOpenLots(), event.oldPriceTicks())
                + " to " + lots(event.newOpenLots(), event.newPriceTicks()) + " of " + event.newQuantityLots()
                + " hold " + (event.holdChangeMinor() > 0 ? "+" : "") + event.holdChangeMinor() + " version "
                + event.version() + (event.priorityKept() == 1 ? " place kept" : " place lost");
    }

    private String massCancelled() {
        MassCancelledDecoder event = new MassCancelledDecoder().wrap(buffer, at, length, version);
        return "mass cancelled " + event.cancelled() + " remaining " + event.remaining();
    }

    private String signal() {
        var event = new SignalRecordedDecoder().wrap(buffer, at, length, version);
        return "signal " + event.signalType() + " " + event.score() + " of " + event.instrument() + " by "
                + event.source() + " at " + event.observedNanos() + ": " + event.words();
    }

    private String fenced() {
        RequestFencedDecoder event = new RequestFencedDecoder().wrap(buffer, at, length, version);
        return "fenced " + event.account() + " " + event.keyHigh() + " " + event.keyLow();
    }

    private String instrumentChanged() {
        InstrumentChangedDecoder event = new InstrumentChangedDecoder().wrap(buffer, at, length, version);
        return "changed " + event.parameter() + " from " + value(event.oldValue()) + " to " + value(event.newValue());
    }

    private static String value(long value) {
        return value == Long.MIN_VALUE ? "none" : String.valueOf(value);
    }

    private String ofOthers(int type) {
        if (isOfSeveral(type)) return SeveralText.line(type, buffer, at, length, version);
        boolean isControl = type >= CONTROL && type <= ListingChangedDecoder.TEMPLATE_ID;
        return isControl ? control.line(type, buffer, at, length, version) : transferOrListing(type);
    }

    private String transferOrListing(int type) {
        int transfer = type - FundsDepositedDecoder.TEMPLATE_ID;
        if (transfer < 0) return "listed";
        FundsDepositedDecoder event = new FundsDepositedDecoder().wrap(buffer, at, length, version);
        return TRANSFERS[transfer] + " " + event.transfer() + ": " + event.amountMinor() + " of asset " + event.asset()
                + " for " + event.account();
    }

    private static String serial(long order) {
        return "#" + (order >>> 27);
    }

    private static String lots(long lots, long ticks) {
        return lots + "@" + ticks;
    }

    private static String bar(Object maker, Object taker) {
        return maker + "|" + taker;
    }

    private static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
