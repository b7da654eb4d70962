package io.rialto.engine.quotes;

import java.util.function.LongConsumer;

/** Instruments of one account whose quotes are protected and pulled together; number 0 is all of them. */
final class QuoteGroup {
    static final int ALL = 0;
    static final int MOST = 100;

    final MarketMaker maker;
    final int number;
    /** What is executed in all of them together. */
    final QuoteWindow window = new QuoteWindow();
    /** The maker's next one, or null. */
    QuoteGroup next;

    boolean isPulled;

    QuoteGroup(MarketMaker maker, int number) {
        this.maker = maker;
        this.number = number;
    }

    /** Whether nothing of it may be quoted: it is pulled, or everything is. */
    boolean isOut() {
        return isPulled || maker.all.isPulled;
    }

    boolean has(QuotePlace place) {
        return number == ALL || place.group == this;
    }

    void visit(LongConsumer state) {
        state.accept(isPulled ? -number - 1 : number);
        window.visit(state);
    }
}
