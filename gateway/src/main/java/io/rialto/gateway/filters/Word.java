package io.rialto.gateway.filters;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What an expression can ask about: a closed list, each a number or a text. */
public enum Word {
    TYPE(false),
    PRIORITY(false),
    SYMBOL(false),
    SIDE(false),
    REASON(false),
    ORDER(false),
    ACCOUNT(true),
    FIRM(true),
    PRICE(true),
    QUANTITY(true),
    /** Price times quantity, in the quote asset. */
    VALUE(true),
    /** Realised, below zero for a loss. */
    PROFIT(true),
    /** Of a signal. */
    SCORE(true);

    private final boolean isNumber;

    Word(boolean isNumber) {
        this.isNumber = isNumber;
    }

    public boolean isNumber() {
        return isNumber;
    }

    /** As expressions and answers write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Word> of(String word) {
        return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
    }

    static List<String> words() {
        return Arrays.stream(values()).map(Word::word).toList();
    }
}
