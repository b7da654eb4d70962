package io.rialto.gateway.causes;

import io.rialto.gateway.filters.Word;
import io.rialto.gateway.notices.Happening;
import io.rialto.gateway.notices.Happening.Audience;
import io.rialto.gateway.notices.NoticeType;
import io.rialto.gateway.notices.Priority;
import java.util.Map;

/**
 * What the venue says of itself to those who run it. Immutable.
 *
 * @param reason what it is about, in a word
 */
public record Statement(Priority priority, String title, String reason, String words) {
    /** @param sequence up to which everything has been told */
    public Happening asOf(long sequence, long timeNanos) {
        return new Happening(
                sequence,
                timeNanos,
                NoticeType.SYSTEM_ALERT,
                priority,
                false,
                true,
                Audience.ADMINISTRATORS,
                0,
                0,
                title,
                words,
                Map.of(Word.REASON, reason),
                Map.of());
    }
}
