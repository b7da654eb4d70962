package io.rialto.gateway.channels;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The names of what can be subscribed to: a closed list. */
public enum Channel {
    /** Level by level. */
    BOOK(false, false),
    /** Order by order. */
    L3(false, false),
    TRADES(false, true),
    AUCTION(false, false),
    STATUS(false, false),
    TICKER(false, false),
    CANDLES(false, false),
    ORDERS(true, true),
    FILLS(true, true),
    BALANCES(true, false),
    POSITIONS(true, false),
    NOTIFICATIONS(true, true);

    private final boolean isPrivate;
    private final boolean everyMessageCounts;

    Channel(boolean isPrivate, boolean everyMessageCounts) {
        this.isPrivate = isPrivate;
        this.everyMessageCounts = everyMessageCounts;
    }

    /** Whether it is about the account of who asks, and not about a market. */
    public boolean isPrivate() {
        return isPrivate;
    }

    /** Whether nothing of it can be left out: who reads too slowly is let go. */
    public boolean everyMessageCounts() {
        return everyMessageCounts;
    }

    /** Whether it is of a book, as deep as it is asked for. */
    public boolean isOfBook() {
        return this == BOOK || this == L3;
    }

    /** Whether it is told at intervals that can be asked for. */
    public boolean hasSpeeds() {
        return isOfBook() || this == TICKER || this == CANDLES;
    }

    /** As it is written in messages. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** All there are, in the order of this list. */
    public static String[] words() {
        return Arrays.stream(values()).map(Channel::word).toArray(String[]::new);
    }

    /** The channel of that word; empty for any other text. */
    public static Optional<Channel> of(String word) {
        return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
    }
}
