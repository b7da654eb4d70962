package io.rialto.gateway.pushes;

import io.rialto.gateway.delivery.Deliveries;
import io.rialto.gateway.delivery.DeliveryItem;
import io.rialto.gateway.inbox.Letter;
import io.rialto.gateway.notices.Batches.Key;
import io.rialto.gateway.notices.Priority;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jdbi.v3.core.Handle;

/** Hands what leaves the venue over to those who carry it. Thread-safe. */
public final class Outgoing {
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    /** Where a person has shown to be reached by a channel; nowhere when nobody carries it. */
    @FunctionalInterface
    public interface Addresses {
        List<String> of(Handle transaction, int person, DeliveryItem.Channel channel);
    }

    private final Optional<Deliveries> deliveries;
    private final Addresses addresses;

    /** @param deliveries none for a venue that nothing leaves */
    public Outgoing(Optional<Deliveries> deliveries, Addresses addresses) {
        this.deliveries = deliveries;
        this.addresses = addresses;
    }

    /** Where a reader is reached: several when he has several webhooks. */
    List<Target> targets(Handle transaction, Key key) {
        if (deliveries.isEmpty()) return List.of();
        DeliveryItem.Channel channel = DeliveryItem.Channel.valueOf(key.outlet().name());
        OptionalInt person = Addressees.of(transaction, key.reader());
        if (person.isEmpty()) return List.of();
        return addresses.of(transaction, person.getAsInt(), channel).stream()
                .map(address -> new Target(person.getAsInt(), channel, address))
                .toList();
    }

    /** @param person by number */
    record Target(int person, DeliveryItem.Channel channel, String address) {}

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
                                id(first, target),
                                target.person(),
                                target.channel(),
                                target.address(),
                                isDigest ? subject + " from your quiet hours" : subject,
                                lines,
                                instant(first.causedNanos()),
                                instant(expires),
                                DeliveryItem.Priority.valueOf(priority.name())));
    }

    /** Another for each webhook. */
    private static String id(Letter first, Target target) {
        String id = first.id() + "-" + target.channel();
        boolean isOneOfSeveral = target.channel() == DeliveryItem.Channel.WEBHOOK;
        return isOneOfSeveral ? id + "-" + Integer.toHexString(target.address().hashCode()) : id;
    }

    private static Instant instant(long nanos) {
        return Instant.ofEpochSecond(nanos / NANOS_PER_SECOND, nanos % NANOS_PER_SECOND);
    }
}
