package io.rialto.gateway.notices;

import io.rialto.gateway.filters.Word;
import io.rialto.gateway.notices.Happening.Audience;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/** Happenings as tests want them. */
public final class Happenings {
    public static final int ALICE = 100;
    public static final int FIRM = 7;
    public static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

    private Happenings() {}

    public static Happening of(NoticeType type, Priority priority) {
        return of(1, type, priority, Audience.OWNER, ALICE, Map.of());
    }

    public static Happening of(
            long sequence,
            NoticeType type,
            Priority priority,
            Audience audience,
            int account,
            Map<Word, BigDecimal> numbers) {
        return new Happening(
                sequence,
                NOON.getEpochSecond() * 1_000_000_000L,
                type,
                priority,
                false,
                false,
                audience,
                account,
                account == 0 ? 0 : FIRM,
                type.name(),
                type + " of " + sequence,
                new EnumMap<>(Map.of(Word.SYMBOL, "BTC-USD")),
                numbers);
    }
}
