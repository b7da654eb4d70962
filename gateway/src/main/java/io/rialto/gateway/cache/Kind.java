package io.rialto.gateway.cache;

import io.rialto.feeds.events.EventRow;
import io.rialto.feeds.fills.Fill;
import io.rialto.feeds.orders.OrderView;
import io.rialto.feeds.statements.Movement;
import io.rialto.gateway.settings.VenueConfig;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToIntFunction;

/** What is asked of the read model often enough to be kept. */
public enum Kind {
    /** One order that memory let go of. */
    ORDER(OrderView.class, 700, row -> ((OrderView) row).account()),
    ORDERS(OrderView.class, 700, row -> ((OrderView) row).account()),
    FILLS(Fill.class, 200, row -> ((Fill) row).account()),
    POSTINGS(Movement.class, 150, row -> ((Movement) row).account()),
    EVENTS(EventRow.class, 200, row -> 0);

    final Class<?> row;
    /** What a row takes up in memory, about. */
    final int rowBytes;

    final ToIntFunction<Object> account;

    Kind(Class<?> row, int rowBytes, ToIntFunction<Object> account) {
        this.row = row;
        this.rowBytes = rowBytes;
        this.account = account;
    }

    /** As routes and measures call it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Kind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }

    Duration life(VenueConfig.Cache config) {
        return Duration.ofSeconds(
                switch (this) {
                    case ORDER, ORDERS -> config.ordersSeconds();
                    case FILLS -> config.fillsSeconds();
                    case POSTINGS -> config.postingsSeconds();
                    case EVENTS -> config.eventsSeconds();
                });
    }
}
