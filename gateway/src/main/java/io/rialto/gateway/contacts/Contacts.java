package io.rialto.gateway.contacts;

import io.rialto.gateway.control.ControlDatabase;
import io.rialto.gateway.control.Sealing;
import io.rialto.gateway.delivery.DeliveryItem.Channel;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Addresses of people by channel. An address counts when the code that was sent there came back; until then, the one before counts.
 * Codes are kept as keyed hashes, count once, for ten minutes and five guesses. Thread-safe.
 */
public final class Contacts {
    static final Duration CODE_LIFE = Duration.ofMinutes(10);
    static final Duration BETWEEN = Duration.ofMinutes(1);
    static final int MOST_A_DAY = 10;
    static final int MOST_GUESSES = 5;

    private static final int CODES = 1_000_000;
    private static final long DAY_MILLIS = Duration.ofDays(1).toMillis();

    private final Jdbi sql;
    private final Sealing sealing;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    /** @param confirmedMillis when it was shown to be his */
    public record Contact(Channel channel, String address, long confirmedMillis) {}

    /** @param number counts all codes there ever were */
    record Code(int number, String digits) {
        @Override
        public String toString() {
            return "Code[" + number + "]";
        }
    }

    public Contacts(ControlDatabase control, Sealing sealing, Clock clock) {
        this.sql = control.sql();
        this.sealing = sealing;
        this.clock = clock;
    }

    /** Where that person is told things by that channel; empty when he has shown no address to be his. */
    public Optional<String> verified(Handle handle, int person, Channel channel) {
        return of(handle, person).stream()
                .filter(contact -> contact.channel() == channel)
                .map(Contact::address)
                .findFirst();
    }

    /** All that count. */
    List<Contact> of(int person) {
        return sql.withHandle(handle -> of(handle, person));
    }

    private static List<Contact> of(Handle handle, int person) {
        return handle.createQuery("SELECT * FROM contact WHERE person = :person ORDER BY channel")
                .bind("person", person)
                .map((row, context) -> new Contact(
                        Channel.valueOf(row.getString("channel")),
                        row.getString("address"),
                        row.getLong("confirmed_millis")))
                .list();
    }

    /** What is done with a code, in the transaction that keeps it. */
    interface Sending {
        void send(Handle transaction, Code code);
    }

    /** A code for a new address; false when too many were sent to tell another. */
    boolean begin(int person, Channel channel, String address, Sending sending) {
        long now = clock.millis();
        long day = now / DAY_MILLIS;
        return sql.inTransaction(handle -> {
            int number = ControlDatabase.nextNumber(handle, "contact_code");
            Code code = new Code(number, String.format(Locale.ROOT, "%06d", random.nextInt(CODES)));
            int kept = handle.createUpdate("INSERT INTO contact_code (person, channel, address, hash, until_millis,"
                            + " guesses, sent_millis, sent_day, sent) VALUES (:person, :channel, :address, :hash, :until,"
                            + " 0, :now, :day, 1) ON CONFLICT (person, channel) DO UPDATE SET address = excluded.address,"
                            + " hash = excluded.hash, until_millis = excluded.until_millis, guesses = 0,"
                            + " sent_millis = excluded.sent_millis, sent_day = excluded.sent_day,"
                            + " sent = CASE WHEN contact_code.sent_day = :day THEN contact_code.sent + 1 ELSE 1 END"
                            + " WHERE contact_code.sent_millis <= :before"
                            + " AND (contact_code.sent_day <> :day OR contact_code.sent < :most)")
                    .bind("person", person)
                    .bind("channel", channel.name())
                    .bind("address", address)
                    .bind("hash", hash(person, channel, address, code.digits))
                    .bind("until", now + CODE_LIFE.toMillis())
                    .bind("now", now)
                    .bind("day", day)
                    .bind("before", now - BETWEEN.toMillis())
                    .bind("most", MOST_A_DAY)
                    .execute();
            if (kept == 1) sending.send(handle, code);
            return kept == 1;
        });
    }

    /** Whether the code was that of the address that waits: then the address counts. */
    boolean confirm(int person, Channel channel, String digits) {
        long now = clock.millis();
        return sql.inTransaction(handle -> {
            Optional<Waiting> waiting = guess(handle, person, channel, now);
            if (waiting.isEmpty()) return false;
            String address = waiting.get().address;
            if (!MessageDigest.isEqual(waiting.get().hash, hash(person, channel, address, digits))) return false;
            handle.createUpdate(
                            "UPDATE contact_code SET until_millis = 0 WHERE person = :person AND channel = :channel")
                    .bind("person", person)
                    .bind("channel", channel.name())
                    .execute();
            handle.createUpdate(
                            "INSERT INTO contact (person, channel, address, confirmed_millis) VALUES (:person, :channel,"
                                    + " :address, :now) ON CONFLICT (person, channel) DO UPDATE SET address = excluded.address,"
                                    + " confirmed_millis = excluded.confirmed_millis")
                    .bind("person", person)
                    .bind("channel", channel.name())
                    .bind("address", address)
                    .bind("now", now)
                    .execute();
            return true;
        });
    }

    private record Waiting(String address, byte[] hash) {}

    /** Counted before it is looked at, so that many at once are not more than there may be. */
    private static Optional<Waiting> guess(Handle handle, int person, Channel channel, long now) {
        return handle.createQuery("UPDATE contact_code SET guesses = guesses + 1 WHERE person = :person"
                        + " AND channel = :channel AND until_millis > :now AND guesses < :most RETURNING address, hash")
                .bind("person", person)
                .bind("channel", channel.name())
                .bind("now", now)
                .bind("most", MOST_GUESSES)
                .map((row, context) -> new Waiting(row.getString("address"), row.getBytes("hash")))
                .findOne();
    }

    /** False when there was none. */
    boolean remove(int person, Channel channel) {
        return sql.withHandle(handle ->
                        handle.execute("DELETE FROM contact WHERE person = ? AND channel = ?", person, channel.name()))
                == 1;
    }

    private byte[] hash(int person, Channel channel, String address, String digits) {
        String name = "contact:" + person + ":" + channel + ":" + address + ":" + digits;
        return sealing.derive(name.getBytes(StandardCharsets.UTF_8));
    }
}
