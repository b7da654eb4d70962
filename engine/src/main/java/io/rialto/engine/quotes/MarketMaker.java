package io.rialto.engine.quotes;

import java.util.function.LongConsumer;

/** An account that quotes, or once did: where, in which groups, and what protects it. */
final class MarketMaker {
    final int account;
    /** All that it quotes. */
    final QuoteGroup all = new QuoteGroup(this, QuoteGroup.ALL);
    /** Where it quoted last for the first time, or null. */
    QuotePlace first;

    MarketMaker(int account) {
        this.account = account;
    }

    /** What it quotes in an instrument, or null. */
    QuotePlace find(int instrument) {
        QuotePlace place = first;
        while (place != null && place.instrument != instrument) place = place.next;
        return place;
    }

    /** The same, made known when it is new. */
    QuotePlace place(int instrument) {
        QuotePlace known = find(instrument);
        if (known != null) return known;
        QuotePlace place = new QuotePlace(this, instrument);
        place.next = first;
        first = place;
        return place;
    }

    /** A group, made known when it is new. */
    QuoteGroup group(int number) {
        QuoteGroup group = all;
        while (group.number != number) {
            if (group.next == null) group.next = new QuoteGroup(this, number);
            group = group.next;
        }
        return group;
    }

    /** Whether anything of it is pulled. */
    boolean isPulled() {
        for (QuoteGroup group = all; group != null; group = group.next) if (group.isPulled) return true;
        return false;
    }

    /** It may quote everything again, and starts to count anew. */
    void reset() {
        for (QuotePlace place = first; place != null; place = place.next) place.window.forgetAll();
        for (QuoteGroup group = all; group != null; group = group.next) {
            group.isPulled = false;
            group.window.forgetAll();
        }
    }

    /** Everything that can change a later decision, in a fixed order. */
    void visit(LongConsumer state) {
        state.accept(account);
        for (QuoteGroup group = all; group != null; group = group.next) group.visit(state);
        for (QuotePlace place = first; place != null; place = place.next) place.visit(state);
    }
}
