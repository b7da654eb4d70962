package io.rialto.gateway.notices;

import java.time.Duration;

/** The twelve kinds of notifications, each with how long it is worth telling. Stored by name: none is ever renamed. */
public enum NoticeType {
    ORDER_ACCEPTED(Duration.ofDays(1)),
    ORDER_REJECTED(Duration.ofDays(1)),
    ORDER_PARTIALLY_FILLED(Duration.ofDays(1)),
    ORDER_FILLED(Duration.ofDays(7)),
    ORDER_CANCELLED(Duration.ofDays(7)),
    PRICE_ALERT(Duration.ofDays(1)),
    MARKET_ALERT(Duration.ofDays(1)),
    RISK_ALERT(Duration.ofDays(7)),
    POSITION_UPDATE(Duration.ofDays(7)),
    SETTLEMENT(Duration.ofDays(30)),
    COMPLIANCE_ALERT(Duration.ofDays(30)),
    SYSTEM_ALERT(Duration.ofDays(7));

    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final Duration life;

    NoticeType(Duration life) {
        this.life = life;
    }

    /** When it is no news any more and is pushed to nobody, in nanoseconds since 1970. */
    public long expiresNanos(long causedNanos) {
        return causedNanos + life.toSeconds() * NANOS_PER_SECOND;
    }
}
