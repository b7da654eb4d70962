package io.rialto.gateway.causes;

import static io.rialto.gateway.notices.NoticeType.COMPLIANCE_ALERT;
import static io.rialto.gateway.notices.NoticeType.RISK_ALERT;
import static io.rialto.gateway.notices.NoticeType.SETTLEMENT;
import static io.rialto.gateway.notices.NoticeType.SYSTEM_ALERT;

import io.rialto.feeds.business.BusinessEvent;
import io.rialto.feeds.business.EventKind;
import io.rialto.gateway.market.Listed;
import io.rialto.gateway.market.Terms;
import io.rialto.gateway.notices.Happening;
import io.rialto.gateway.notices.Happening.Audience;
import io.rialto.gateway.notices.Priority;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntUnaryOperator;

/** What owners, and those who watch over them, are told of what befalls accounts. */
final class AccountCauses {
    private static final int FULL = 100;

    private final Listed listed;
    private final IntUnaryOperator firmOf;

    AccountCauses(Listed listed, IntUnaryOperator firmOf) {
        this.listed = listed;
        this.firmOf = firmOf;
    }

    /** The severity that the rule has is the priority of its breach. */
    List<Happening> breached(BusinessEvent.RiskLimitBreached event) {
        Draft draft = new Draft(
                        event, RISK_ALERT, Priority.valueOf(event.severity().name()), "Risk limit breached")
                .because(event.type().name());
        String words = "rule " + event.rule() + " " + event.type() + " breached for the " + event.count()
                + ". time, action " + event.action();
        return told(market(draft, event), event, words);
    }

    List<Happening> margin(BusinessEvent.MarginCalled event) {
        boolean isCall = event.kind() == EventKind.MARGIN_CALLED;
        Priority called = event.newPercent() >= FULL ? Priority.CRITICAL : Priority.HIGH;
        Draft draft = new Draft(
                event, RISK_ALERT, isCall ? called : Priority.NORMAL, isCall ? "Margin call" : "Margin call met");
        String share = event.newPercent() == 0 ? "below 80" : "at least " + event.newPercent();
        return told(market(draft, event), event, "maintenance is " + share + " per cent of equity");
    }

    List<Happening> liquidation(BusinessEvent.Liquidation event) {
        String what = switch (event.kind()) {
            case LIQUIDATION_STARTED -> "Liquidation begun";
            case LIQUIDATION_ENDED -> "Liquidation ended";
            default -> "Liquidation step";
        };
        boolean isOver = event.kind() == EventKind.LIQUIDATION_ENDED;
        Draft draft = new Draft(event, RISK_ALERT, isOver ? Priority.HIGH : Priority.CRITICAL, what);
        return told(market(draft, event), event, what.toLowerCase(Locale.ROOT) + of(event));
    }

    List<Happening> settled(BusinessEvent.Settlement event) {
        boolean isDone = event.kind() == EventKind.SETTLEMENT_COMPLETED;
        Draft draft = new Draft(
                        event,
                        SETTLEMENT,
                        isDone ? Priority.NORMAL : Priority.HIGH,
                        isDone ? "Settled" : "Settlement failed")
                .because(event.outcome().name());
        return told(
                market(draft, event), event, "obligations of day " + event.day() + of(event) + ": " + event.outcome());
    }

    List<Happening> takenBack(BusinessEvent.TradeTakenBack event) {
        boolean isBust = event.kind() == EventKind.TRADE_BUSTED;
        Terms terms = listed.terms(event.instrument(), event.sequence());
        Draft draft = new Draft(event, COMPLIANCE_ALERT, Priority.HIGH, isBust ? "Trade busted" : "Trade corrected")
                .to(Audience.OWNER_AND_COMPLIANCE)
                .in(terms)
                .of(event.side())
                .at(terms, event.priceTicks())
                .quantity(terms, event.quantityLots());
        String words = "trade " + event.original() + of(event) + (isBust ? " was taken back" : " was corrected");
        return told(draft, event, words);
    }

    List<Happening> standing(BusinessEvent.AccountStatus event) {
        boolean isStop = event.kind() == EventKind.ACCOUNT_SUSPENDED;
        Draft draft = new Draft(
                        event,
                        COMPLIANCE_ALERT,
                        isStop ? Priority.CRITICAL : Priority.HIGH,
                        isStop ? "Trading suspended" : "Trading resumed")
                .to(Audience.OWNER_AND_COMPLIANCE)
                .because(event.restriction().name());
        String why = event.rule() == 0 ? "" : ", by rule " + event.rule();
        String words = event.scope() + " " + event.target() + ": " + event.restriction() + why;
        List<Happening> all = new ArrayList<>(told(draft, event, words));
        if (event.restriction() == BusinessEvent.Restriction.KILLED) {
            all.add(new Draft(event, SYSTEM_ALERT, Priority.CRITICAL, "Kill switch")
                    .to(Audience.ADMINISTRATORS)
                    .because(event.restriction().name())
                    .says(firmOf.applyAsInt(event.account()), words));
        }
        return all;
    }

    private Draft market(Draft draft, BusinessEvent event) {
        return event.instrument() == 0 ? draft : draft.in(listed.terms(event.instrument(), event.sequence()));
    }

    private String of(BusinessEvent event) {
        if (event.instrument() == 0) return "";
        return " in "
                + listed.terms(event.instrument(), event.sequence())
                        .instrument()
                        .symbol();
    }

    private List<Happening> told(Draft draft, BusinessEvent event, String words) {
        return List.of(draft.says(firmOf.applyAsInt(event.account()), words));
    }
}
