package io.rialto.engine.rules;

import io.rialto.protocol.FillTestedDecoder;
import io.rialto.protocol.LegActivatedDecoder;
import io.rialto.protocol.LegRefusedDecoder;
import io.rialto.protocol.MassQuotedDecoder;
import io.rialto.protocol.OperationBegunDecoder;
import io.rialto.protocol.OperationRefusedDecoder;
import io.rialto.protocol.OrderListAcceptedDecoder;
import io.rialto.protocol.OrderListEndedDecoder;
import io.rialto.protocol.OrderTestedDecoder;
import io.rialto.protocol.QuoteGroupAssignedDecoder;
import io.rialto.protocol.QuoteGroupPulledDecoder;
import io.rialto.protocol.QuoteProtectionSetDecoder;
import io.rialto.protocol.QuotesProtectedDecoder;
import io.rialto.protocol.QuotesPulledDecoder;
import io.rialto.protocol.QuotesResetDecoder;
import io.rialto.protocol.Reason;
import org.agrona.DirectBuffer;

/** The events of commands of several, as a trader would say them. */
final class SeveralText {
    private SeveralText() {}

    static String line(int type, DirectBuffer buffer, int at, int length, int version) {
        return switch (type) {
            case OperationBegunDecoder.TEMPLATE_ID -> {
                OperationBegunDecoder event = new OperationBegunDecoder().wrap(buffer, at, length, version);
                yield "operation " + event.operation();
            }
            case OperationRefusedDecoder.TEMPLATE_ID -> {
                OperationRefusedDecoder event = new OperationRefusedDecoder().wrap(buffer, at, length, version);
                yield "operation " + event.operation() + " refused " + event.reason();
            }
            case OrderTestedDecoder.TEMPLATE_ID -> {
                OrderTestedDecoder event = new OrderTestedDecoder().wrap(buffer, at, length, version);
                String told =
                        event.reason() == Reason.NONE ? "would be accepted" : "would be refused " + event.reason();
                yield told + " at " + event.priceTicks() + " holding " + event.holdMinor() + " filled "
                        + event.filledLots() + " for " + event.notionalMinor() + " fee " + event.feeMinor();
            }
            case FillTestedDecoder.TEMPLATE_ID -> {
                FillTestedDecoder event = new FillTestedDecoder().wrap(buffer, at, length, version);
                yield "would trade " + event.quantityLots() + "@" + event.priceTicks() + " for " + event.notionalMinor()
                        + " fee " + event.feeMinor();
            }
            case OrderListAcceptedDecoder.TEMPLATE_ID -> {
                OrderListAcceptedDecoder event = new OrderListAcceptedDecoder().wrap(buffer, at, length, version);
                String third = event.thirdOrder() == 0 ? "" : " " + serial(event.thirdOrder());
                yield "list " + event.list() + " " + event.kind() + " " + serial(event.firstOrder()) + " "
                        + serial(event.secondOrder()) + third;
            }
            case OrderListEndedDecoder.TEMPLATE_ID -> {
                OrderListEndedDecoder event = new OrderListEndedDecoder().wrap(buffer, at, length, version);
                yield "list " + event.list() + " ended " + event.reason();
            }
            case LegActivatedDecoder.TEMPLATE_ID -> {
                LegActivatedDecoder event = new LegActivatedDecoder().wrap(buffer, at, length, version);
                yield "activated " + serial(event.order()) + " leg " + event.leg() + " " + event.openLots() + "@"
                        + event.priceTicks() + " holds " + event.holdMinor();
            }
            case LegRefusedDecoder.TEMPLATE_ID -> {
                LegRefusedDecoder event = new LegRefusedDecoder().wrap(buffer, at, length, version);
                yield "refused " + serial(event.order()) + " leg " + event.leg() + " " + event.reason();
            }
            default -> quotes(type, buffer, at, length, version);
        };
    }

    private static String quotes(int type, DirectBuffer buffer, int at, int length, int version) {
        return switch (type) {
            case MassQuotedDecoder.TEMPLATE_ID -> {
                MassQuotedDecoder event = new MassQuotedDecoder().wrap(buffer, at, length, version);
                yield "quoted " + event.accepted() + " refused " + event.refused();
            }
            case QuotesPulledDecoder.TEMPLATE_ID -> {
                QuotesPulledDecoder event = new QuotesPulledDecoder().wrap(buffer, at, length, version);
                yield "quotes of " + event.account() + " pulled in " + event.instrument() + ": " + event.lots()
                        + " lots " + event.fills() + " fills " + event.valueMinor() + " value";
            }
            case QuoteProtectionSetDecoder.TEMPLATE_ID -> {
                QuoteProtectionSetDecoder event = new QuoteProtectionSetDecoder().wrap(buffer, at, length, version);
                yield "protection of " + event.account() + " in " + event.instrument() + ": " + event.maxLots()
                        + " lots " + event.maxFills() + " fills " + event.maxValueMinor() + " value within "
                        + event.windowNanos();
            }
            case QuotesProtectedDecoder.TEMPLATE_ID -> {
                QuotesProtectedDecoder event = new QuotesProtectedDecoder().wrap(buffer, at, length, version);
                yield "protection of " + event.account() + " in " + event.instrument() + " group " + event.group()
                        + ": " + event.maxLots() + " lots " + event.maxFills() + " fills " + event.maxValueMinor()
                        + " value " + event.maxDeltaLots() + " delta within " + event.windowNanos();
            }
            case QuoteGroupAssignedDecoder.TEMPLATE_ID -> {
                QuoteGroupAssignedDecoder event = new QuoteGroupAssignedDecoder().wrap(buffer, at, length, version);
                yield "instrument " + event.instrument() + " of " + event.account() + " from group " + event.oldGroup()
                        + " to " + event.group() + " weight " + event.deltaWeightBps();
            }
            case QuoteGroupPulledDecoder.TEMPLATE_ID -> {
                QuoteGroupPulledDecoder event = new QuoteGroupPulledDecoder().wrap(buffer, at, length, version);
                yield "quotes of " + event.account() + " pulled in group " + event.group() + " by "
                        + event.instrument() + ": " + event.lots() + " lots " + event.fills() + " fills "
                        + event.valueMinor() + " value " + event.weightedDelta() + " delta";
            }
            case QuotesResetDecoder.TEMPLATE_ID -> {
                QuotesResetDecoder event = new QuotesResetDecoder().wrap(buffer, at, length, version);
                yield "quotes of " + event.account() + " reset";
            }
            default -> "event " + type;
        };
    }

    private static String serial(long order) {
        return "#" + (order >>> 27);
    }
}
