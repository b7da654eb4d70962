package io.rialto.gateway.notices;

import io.rialto.gateway.filters.Subject;
import io.rialto.gateway.filters.Word;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/**
 * Something that happened, as far as somebody is to be told of it. Immutable.
 *
 * @param sequence of the frame that caused it
 * @param timeNanos when, since 1970, by the line's clock
 * @param isSecurity about somebody's safety: not held
 * @param isOfVenue said by the venue of itself: no frame caused it, and {@code sequence} only says when
 * @param audience whom it concerns
 * @param account whose it is; 0 for nobody's
 * @param firm of that account; 0 for none
 * @param title in a few words, the same for all of its kind
 * @param words what exactly happened
 * @param texts what expressions and readers know it by
 * @param numbers the same, as decimals
 */
public record Happening(
        long sequence,
        long timeNanos,
        NoticeType type,
        Priority priority,
        boolean isSecurity,
        boolean isOfVenue,
        Audience audience,
        int account,
        int firm,
        String title,
        String words,
        Map<Word, String> texts,
        Map<Word, BigDecimal> numbers)
        implements Subject {

    /** Whom something concerns. */
    public enum Audience {
        /** The account's owner. */
        OWNER,
        /** The account's owner, and who watches over the market. */
        OWNER_AND_COMPLIANCE,
        /** Who runs the venue. */
        ADMINISTRATORS,
        /** Whoever has subscribed to it. */
        SUBSCRIBERS
    }

    @Override
    public Optional<BigDecimal> number(Word word) {
        return switch (word) {
            case ACCOUNT -> known(account);
            case FIRM -> known(firm);
            default -> Optional.ofNullable(numbers.get(word));
        };
    }

    private static Optional<BigDecimal> known(int number) {
        return number == 0 ? Optional.empty() : Optional.of(BigDecimal.valueOf(number));
    }

    @Override
    public Optional<String> text(Word word) {
        return switch (word) {
            case TYPE -> Optional.of(type.name());
            case PRIORITY -> Optional.of(priority.name());
            default -> Optional.ofNullable(texts.get(word));
        };
    }

    public Optional<String> symbol() {
        return text(Word.SYMBOL);
    }

    /** What a threshold is held against: what was gained or lost, else a score, else what it is worth. */
    public Optional<BigDecimal> weight() {
        return number(Word.PROFIT)
                .or(() -> number(Word.SCORE))
                .or(() -> number(Word.VALUE))
                .map(BigDecimal::abs);
    }

    public long expiresNanos() {
        return type.expiresNanos(timeNanos);
    }
}
