package io.rialto.gateway.dispatch;

import io.rialto.feeds.business.BusinessEvent;
import io.rialto.gateway.causes.Causes;
import io.rialto.gateway.filters.Word;
import io.rialto.gateway.market.Listed;
import io.rialto.gateway.market.Terms;
import io.rialto.gateway.notices.Happening;
import io.rialto.gateway.notices.Happening.Audience;
import io.rialto.gateway.notices.NoticeType;
import io.rialto.gateway.notices.Priority;
import io.rialto.gateway.pricealerts.PriceAlert;
import io.rialto.gateway.pricealerts.PriceAlerts;
import io.rialto.gateway.pushes.Counts;
import io.rialto.gateway.pushes.Counts.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What events mean to readers, frame by frame, and which price alerts trades trigger. */
final class Causation {
    private final Causes causes;
    private final Addressing addressing;
    private final PriceAlerts alerts;
    private final Listed listed;
    private final Counts counts;

    Causation(Causes causes, Addressing addressing, PriceAlerts alerts, Listed listed, Counts counts) {
        this.causes = causes;
        this.addressing = addressing;
        this.alerts = alerts;
        this.listed = listed;
        this.counts = counts;
    }

    /** @param frame its events; the alerts that trades among them changed are remembered with what is told */
    void plan(List<BusinessEvent> frame, Round round) {
        List<Happening> caused = new ArrayList<>();
        for (BusinessEvent event : frame) {
            caused.addAll(
                    event instanceof BusinessEvent.TradeExecuted trade
                            ? prices(trade, round.changed)
                            : causes.of(event));
        }
        counts.add(Kind.HAPPENINGS, caused.size());
        round.add(addressing.of(caused));
    }

    /** What the venue says of itself, each by itself. */
    void planSaid(List<Happening> own, Round round) {
        counts.add(Kind.HAPPENINGS, own.size());
        own.forEach(each -> round.add(addressing.of(List.of(each))));
    }

    private List<Happening> prices(BusinessEvent.TradeExecuted trade, Map<Integer, PriceAlert> changed) {
        Terms terms = listed.terms(trade.instrument(), trade.sequence());
        String symbol = terms.instrument().symbol();
        if (!alerts.isWatched(symbol)) return List.of();
        BigDecimal price = new BigDecimal(terms.price(trade.priceTicks()));
        List<Happening> triggered = new ArrayList<>();
        for (PriceAlert alert : alerts.traded(symbol, price, trade.sequence())) {
            changed.put(alert.id(), alert);
            if (!alert.isArmed()) triggered.add(happening(trade, alert, price));
        }
        counts.add(Kind.PRICE_ALERTS_TRIGGERED, triggered.size());
        return triggered;
    }

    private Happening happening(BusinessEvent.TradeExecuted trade, PriceAlert alert, BigDecimal price) {
        return new Happening(
                trade.sequence(),
                trade.timeNanos(),
                NoticeType.PRICE_ALERT,
                Priority.HIGH,
                false,
                false,
                Audience.OWNER,
                alert.reader(),
                0,
                "Price alert",
                alert.symbol() + " traded at " + price.toPlainString() + ", " + alert.direction() + " "
                        + alert.price().toPlainString(),
                Map.of(
                        Word.SYMBOL,
                        alert.symbol(),
                        Word.REASON,
                        alert.direction().name()),
                Map.of(Word.PRICE, price));
    }
}
