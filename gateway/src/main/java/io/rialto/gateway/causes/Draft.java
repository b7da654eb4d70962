package io.rialto.gateway.causes;

import io.rialto.feeds.business.BusinessEvent;
import io.rialto.gateway.filters.Word;
import io.rialto.gateway.market.Terms;
import io.rialto.gateway.notices.Happening;
import io.rialto.gateway.notices.Happening.Audience;
import io.rialto.gateway.notices.NoticeType;
import io.rialto.gateway.notices.Priority;
import io.rialto.protocol.Reason;
import io.rialto.protocol.Side;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;

/** A happening while it is being put into words. */
final class Draft {
    private final BusinessEvent event;
    private final NoticeType type;
    private final Priority priority;
    private final String title;
    private final Map<Word, String> texts = new EnumMap<>(Word.class);
    private final Map<Word, BigDecimal> numbers = new EnumMap<>(Word.class);
    private Audience audience = Audience.OWNER;

    Draft(BusinessEvent event, NoticeType type, Priority priority, String title) {
        this.event = event;
        this.type = type;
        this.priority = priority;
        this.title = title;
        if (event.order() != 0) texts.put(Word.ORDER, Long.toString(event.order()));
        if (event.reason() != Reason.NONE) texts.put(Word.REASON, event.reason().name());
    }

    Draft to(Audience whom) {
        audience = whom;
        return this;
    }

    Draft in(Terms terms) {
        texts.put(Word.SYMBOL, terms.instrument().symbol());
        return this;
    }

    Draft of(Side side) {
        texts.put(Word.SIDE, side.name());
        return this;
    }

    /** Nothing for what has no price of its own. */
    Draft at(Terms terms, long priceTicks) {
        if (priceTicks != 0) numbers.put(Word.PRICE, new BigDecimal(terms.price(priceTicks)));
        return this;
    }

    Draft quantity(Terms terms, long lots) {
        numbers.put(Word.QUANTITY, new BigDecimal(terms.quantity(lots)));
        return this;
    }

    Draft with(Word word, BigDecimal number) {
        numbers.put(word, number);
        return this;
    }

    Draft because(String reason) {
        texts.put(Word.REASON, reason);
        return this;
    }

    /** @param firm of the account */
    Happening says(int firm, String words) {
        BigDecimal price = numbers.get(Word.PRICE);
        BigDecimal quantity = numbers.get(Word.QUANTITY);
        if (price != null && quantity != null) numbers.put(Word.VALUE, price.multiply(quantity));
        return new Happening(
                event.sequence(),
                event.timeNanos(),
                type,
                priority,
                false,
                false,
                audience,
                event.account(),
                firm,
                title,
                words,
                texts,
                numbers);
    }
}
