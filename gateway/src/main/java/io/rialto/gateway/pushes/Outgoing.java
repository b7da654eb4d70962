package io.rialto.gateway.pushes;

import io.rialto.gateway.delivery.Deliveries;
import io.rialto.gateway.delivery.DeliveryItem;
import io.rialto.gateway.inbox.Letter;
import io.rialto.gateway.notices.Batches.Key;
import io.rialto.gateway.notices.Outlet;
import io.rialto.gateway.notices.Priority;
import io.rialto.gateway.pushes.Addressees.Addressee;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Hands what leaves the venue over to those who carry it. Thread-safe. */
public final class Outgoing {
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final Optional<Deliveries> deliveries;

    public Outgoing(Optional<Deliveries> deliveries) {
        this.deliveries = deliveries;
    }

    /** Where a reader is reached; empty when he is not, or nobody carries it. */
    Optional<Target> target(Handle transaction, Key key) {
        DeliveryItem.Channel channel = DeliveryItem.Channel.valueOf(key.outlet().name());
        if (deliveries.filter(door -> door.carries(channel)).isEmpty()) return Optional.empty();
        return Addressees.of(transaction, key.reader())
                .flatMap(person ->
                        address(person, key.outlet()).map(address -> new Target(person.person(), channel, address)));
    }

    /** @param person by number */
    record Target(int person, DeliveryItem.Channel channel, String address) {}

    private static Optional<String> address(Addressee person, Outlet outlet) {
        return switch (outlet) {
            case EMAIL -> Optional.of(person.email());
            case SMS -> person.phone();
            default -> Optional.empty();
        };
    }

    /** Within the caller's transaction: it leaves when that commits, and else never did. */
    void hand(Handle transaction, Target target, List<Letter> letters, boolean isDigest) {
        Letter first = letters.get(0);
        List<String> lines = new ArrayList<>();
        long expires = 0;
        Priority priority = Priority.LOW;
        for (Letter letter : letters) {
            if (letters.size() > 1) lines.add(letter.title());
            lines.addAll(letter.lines());
            expires = Math.max(expires, letter.expiresNanos());
            priority = priority.or(letter.priority());
        }
        String subject = letters.size() == 1 ? first.title() : letters.size() + " notifications";
        deliveries
                .orElseThrow()
                .hand(
                        transaction,
                        new DeliveryItem(
                                first.sequence() + "-" + first.type() + "-" + first.reader() + "-" + target.channel(),
                                target.person(),
                                target.channel(),
                                target.address(),
                                isDigest ? subject + " from your quiet hours" : subject,
                                lines,
                                instant(first.causedNanos()),
                                instant(expires),
                                DeliveryItem.Priority.valueOf(priority.name())));
    }

    private static Instant instant(long nanos) {
        return Instant.ofEpochSecond(nanos / NANOS_PER_SECOND, nanos % NANOS_PER_SECOND);
    }
}
