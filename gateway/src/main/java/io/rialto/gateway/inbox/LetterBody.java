package io.rialto.gateway.inbox;

import io.rialto.gateway.filters.Word;
import io.rialto.gateway.form.Times;
import io.rialto.gateway.notices.NoticeType;
import io.rialto.gateway.notices.Priority;

/**
 * A notification as its reader sees it. Null is what it does not have.
 *
 * @param message what happened, a line each
 * @param count how many happenings of that kind in the same frame it stands for; price and so on are the first one's
 * @param readAt null until it has been read
 */
public record LetterBody(
        String id,
        NoticeType type,
        Priority priority,
        String title,
        String message,
        String symbol,
        String orderId,
        String side,
        String reason,
        String price,
        String quantity,
        String value,
        String profit,
        String score,
        int count,
        long sequence,
        String createdAt,
        String expiresAt,
        boolean read,
        String readAt) {
    private static final long NANOS_PER_MILLI = 1_000_000;

    public static LetterBody of(Letter its) {
        return new LetterBody(
                Long.toString(its.number()),
                its.type(),
                its.priority(),
                its.title(),
                String.join("\n", its.lines()),
                word(its, Word.SYMBOL),
                word(its, Word.ORDER),
                word(its, Word.SIDE),
                word(its, Word.REASON),
                word(its, Word.PRICE),
                word(its, Word.QUANTITY),
                word(its, Word.VALUE),
                word(its, Word.PROFIT),
                word(its, Word.SCORE),
                its.times(),
                its.sequence(),
                Times.text(its.causedNanos()),
                Times.text(its.expiresNanos()),
                its.readMillis() > 0,
                its.readMillis() > 0 ? Times.text(its.readMillis() * NANOS_PER_MILLI) : null);
    }

    private static String word(Letter its, Word word) {
        return its.words().get(word.word());
    }
}
