package io.rialto.gateway.causes;

import static io.rialto.gateway.notices.NoticeType.ORDER_ACCEPTED;
import static io.rialto.gateway.notices.NoticeType.ORDER_CANCELLED;
import static io.rialto.gateway.notices.NoticeType.ORDER_FILLED;
import static io.rialto.gateway.notices.NoticeType.ORDER_PARTIALLY_FILLED;
import static io.rialto.gateway.notices.NoticeType.ORDER_REJECTED;
import static io.rialto.gateway.notices.NoticeType.POSITION_UPDATE;

import io.rialto.feeds.business.BusinessEvent;
import io.rialto.feeds.business.EventKind;
import io.rialto.gateway.filters.Word;
import io.rialto.gateway.market.Listed;
import io.rialto.gateway.market.Terms;
import io.rialto.gateway.notices.Happening;
import io.rialto.gateway.notices.Priority;
import io.rialto.protocol.Reason;
import io.rialto.protocol.Side;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.IntUnaryOperator;

/** What owners are told of their orders and positions. */
final class OrderCauses {
    private final Listed listed;
    private final IntUnaryOperator firmOf;

    OrderCauses(Listed listed, IntUnaryOperator firmOf) {
        this.listed = listed;
        this.firmOf = firmOf;
    }

    private Terms terms(BusinessEvent event) {
        return listed.terms(event.instrument(), event.sequence());
    }

    /** The sides of quotes are not told one by one: who keeps quoting knows. */
    List<Happening> placed(BusinessEvent.OrderPlaced event) {
        if (event.maker() == BusinessEvent.Maker.QUOTE) return List.of();
        Terms terms = terms(event);
        Draft draft = new Draft(event, ORDER_ACCEPTED, Priority.LOW, "Order accepted")
                .in(terms)
                .of(event.side())
                .at(terms, event.priceTicks())
                .quantity(terms, event.quantityLots());
        String whose = event.maker() == BusinessEvent.Maker.CLIENT ? "" : " placed by the venue";
        return told(draft, event, words(terms, event, event.side(), event.quantityLots(), event.priceTicks()) + whose);
    }

    List<Happening> changed(BusinessEvent.OrderChanged event) {
        return switch (event.kind()) {
            case ORDER_TRIGGERED -> triggered(event);
            case ORDER_CANCELLED, ORDER_EXPIRED -> ended(event);
            default -> List.of();
        };
    }

    private List<Happening> triggered(BusinessEvent.OrderChanged event) {
        Terms terms = terms(event);
        Draft draft = new Draft(event, ORDER_ACCEPTED, Priority.NORMAL, "Order triggered")
                .in(terms)
                .of(event.side())
                .at(terms, event.priceTicks())
                .quantity(terms, event.openLots());
        return told(
                draft, event, words(terms, event, event.side(), event.openLots(), event.priceTicks()) + " triggered");
    }

    List<Happening> rejected(BusinessEvent.OrderRejected event) {
        if (event.instrument() == 0) {
            return told(
                    new Draft(event, ORDER_REJECTED, Priority.HIGH, "Order rejected"),
                    event,
                    "an order was rejected: " + event.reason());
        }
        Terms terms = terms(event);
        Draft draft = new Draft(event, ORDER_REJECTED, Priority.HIGH, "Order rejected")
                .in(terms)
                .of(event.side())
                .at(terms, event.priceTicks())
                .quantity(terms, event.quantityLots());
        String words = words(terms, event, event.side(), event.quantityLots(), event.priceTicks());
        return told(draft, event, words + " rejected: " + event.reason());
    }

    List<Happening> executed(BusinessEvent.OrderExecuted event) {
        Terms terms = terms(event);
        boolean isWhole = event.kind() == EventKind.ORDER_FILLED;
        Draft draft = new Draft(
                        event,
                        isWhole ? ORDER_FILLED : ORDER_PARTIALLY_FILLED,
                        Priority.NORMAL,
                        isWhole ? "Order filled" : "Order partially filled")
                .in(terms)
                .of(event.side())
                .at(terms, event.priceTicks())
                .quantity(terms, event.quantityLots());
        String rest = isWhole ? " filled" : " filled, " + terms.quantity(event.openLots()) + " open";
        return told(draft, event, words(terms, event, event.side(), event.quantityLots(), event.priceTicks()) + rest);
    }

    /** What somebody did himself is less of a surprise. */
    private List<Happening> ended(BusinessEvent.OrderChanged event) {
        Terms terms = terms(event);
        boolean isExpiry = event.kind() == EventKind.ORDER_EXPIRED;
        boolean isOwn = event.reason() == Reason.NONE && !isExpiry;
        Draft draft = new Draft(
                        event,
                        ORDER_CANCELLED,
                        isOwn ? Priority.LOW : Priority.NORMAL,
                        isExpiry ? "Order expired" : "Order cancelled")
                .in(terms)
                .of(event.side())
                .at(terms, event.priceTicks())
                .quantity(terms, event.openLots());
        String how = isExpiry ? " expired" : " cancelled";
        String why = event.reason() == Reason.NONE ? "" : ": " + event.reason();
        return told(draft, event, words(terms, event, event.side(), event.openLots(), event.priceTicks()) + how + why);
    }

    List<Happening> closed(BusinessEvent.PositionClosed event) {
        Terms terms = terms(event);
        BigDecimal profit =
                new BigDecimal(event.realisedMinor(), terms.instrument().quote().scale());
        Draft draft = new Draft(event, POSITION_UPDATE, Priority.NORMAL, "Position closed")
                .in(terms)
                .of(event.side())
                .with(Word.PROFIT, profit);
        String which = event.side() == Side.BUY ? "long" : "short";
        String words = "the " + which + " position in " + terms.instrument().symbol() + " closed, realised "
                + profit.toPlainString() + " " + terms.instrument().quote().code();
        return told(draft, event, words);
    }

    private List<Happening> told(Draft draft, BusinessEvent event, String words) {
        return List.of(draft.says(firmOf.applyAsInt(event.account()), words));
    }

    private static String words(Terms terms, BusinessEvent event, Side side, long lots, long ticks) {
        String price = ticks == 0 ? "" : " at " + terms.price(ticks);
        String order = event.order() == 0 ? "" : "order " + event.order() + ": ";
        return order + side + " " + terms.quantity(lots) + " "
                + terms.instrument().symbol() + price;
    }
}
