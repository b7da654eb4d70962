package io.rialto.gateway.causes;

import static io.rialto.gateway.notices.NoticeType.COMPLIANCE_ALERT;
import static io.rialto.gateway.notices.NoticeType.MARKET_ALERT;
import static io.rialto.gateway.notices.NoticeType.SYSTEM_ALERT;

import io.rialto.feeds.business.BusinessEvent;
import io.rialto.feeds.business.EventKind;
import io.rialto.gateway.filters.Word;
import io.rialto.gateway.market.Listed;
import io.rialto.gateway.market.Terms;
import io.rialto.gateway.notices.Happening;
import io.rialto.gateway.notices.Happening.Audience;
import io.rialto.gateway.notices.NoticeType;
import io.rialto.gateway.notices.Priority;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What is told of markets, to whoever has subscribed to it; and to those who run the venue when one stands still. */
final class MarketCauses {
    private static final int SCORE_SCALE = 4;

    /** What those who watch over the market look into. */
    private static final Set<BusinessEvent.Alert> UNUSUAL =
            EnumSet.of(BusinessEvent.Alert.PRICE_RANGE, BusinessEvent.Alert.VELOCITY, BusinessEvent.Alert.CASCADE);

    private final Listed listed;

    MarketCauses(Listed listed) {
        this.listed = listed;
    }

    List<Happening> trading(BusinessEvent.TradingStatus event) {
        boolean isPause = event.kind() == EventKind.TRADING_PAUSED;
        Terms terms = terms(event);
        String title = isPause ? "Trading paused" : "Trading resumed";
        String words =
                terms.instrument().symbol() + (isPause ? " does not trade: " : " trades again after ") + event.cause();
        List<Happening> all = new ArrayList<>();
        all.add(draft(event, MARKET_ALERT, Priority.HIGH, title)
                .in(terms)
                .because(event.cause().name())
                .says(0, words));
        if (isPause) {
            boolean isKill = event.cause() == BusinessEvent.Pause.KILL;
            all.add(new Draft(event, SYSTEM_ALERT, isKill ? Priority.CRITICAL : Priority.HIGH, title)
                    .to(Audience.ADMINISTRATORS)
                    .in(terms)
                    .because(event.cause().name())
                    .says(0, words));
        }
        return all;
    }

    List<Happening> auction(BusinessEvent.Auction event) {
        Terms terms = terms(event);
        String step = switch (event.kind()) {
            case AUCTION_STARTED -> "begun";
            case AUCTION_EXTENDED -> "extended";
            default -> "ended";
        };
        Draft draft = draft(event, MARKET_ALERT, Priority.NORMAL, "Auction " + step)
                .in(terms)
                .because(event.call().name())
                .at(terms, event.priceTicks())
                .quantity(terms, event.volumeLots());
        String price = event.priceTicks() == 0 ? "" : " at " + terms.price(event.priceTicks());
        return List.of(draft.says(
                0, "the " + event.call() + " auction of " + terms.instrument().symbol() + " " + step + price));
    }

    List<Happening> alert(BusinessEvent.MarketAlert event) {
        Terms terms = terms(event);
        Draft draft = draft(event, MARKET_ALERT, Priority.HIGH, "Market alert")
                .in(terms)
                .because(event.alert().name())
                .at(terms, event.priceTicks());
        String words = terms.instrument().symbol() + ": " + event.alert();
        List<Happening> all = new ArrayList<>(List.of(draft.says(0, words)));
        if (UNUSUAL.contains(event.alert())) {
            all.add(new Draft(event, COMPLIANCE_ALERT, Priority.HIGH, "Unusual trading")
                    .to(Audience.OWNER_AND_COMPLIANCE)
                    .in(terms)
                    .because(event.alert().name())
                    .at(terms, event.priceTicks())
                    .says(0, words));
        }
        return all;
    }

    List<Happening> signal(BusinessEvent.SignalArrived event) {
        BigDecimal score = BigDecimal.valueOf(event.score(), SCORE_SCALE);
        Draft draft = draft(event, MARKET_ALERT, Priority.NORMAL, "Signal")
                .because(event.type())
                .with(Word.SCORE, score);
        if (event.instrument() != 0) draft.in(terms(event));
        String words = event.source() + " " + event.type() + " " + score.toPlainString() + ": " + event.words();
        return List.of(draft.says(0, words));
    }

    private Terms terms(BusinessEvent event) {
        return listed.terms(event.instrument(), event.sequence());
    }

    private static Draft draft(BusinessEvent event, NoticeType type, Priority priority, String title) {
        return new Draft(event, type, priority, title).to(Audience.SUBSCRIBERS);
    }
}
