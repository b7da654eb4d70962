package io.rialto.gateway.delivery;

import io.rialto.gateway.control.ControlDatabase;
import io.rialto.gateway.delivery.DeliveryItem.Channel;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.Jdbi;

/** What was given up, for operators: to see, and to put back under its own id. Thread-safe. */
final class DeadLetters {
    private static final String BACK =
            "UPDATE delivery SET tries = 0, due_millis = :now, leased_by = '', leased_millis = 0,"
                    + " status = CASE WHEN expires_millis > :now THEN 'WAITING' ELSE 'EXPIRED' END,"
                    + " subject = CASE WHEN expires_millis > :now THEN subject ELSE '' END,"
                    + " body_lines = CASE WHEN expires_millis > :now THEN body_lines ELSE '' END,"
                    + " ended_millis = CASE WHEN expires_millis > :now THEN 0 ELSE :now END WHERE status = 'DEAD' AND ";

    private final Jdbi sql;
    private final Clock clock;

    /** @param number counts what was given up, from 1 */
    record DeadLetter(long number, DeliveryItem item, int attempts, String reason, long diedMillis) {}

    /** Which ones; what is absent does not matter. Times in milliseconds, the second one excluded. */
    record Wanted(
            Optional<Channel> channel,
            OptionalLong person,
            Optional<String> reason,
            OptionalLong from,
            OptionalLong to) {}

    /** How many wait again, and how many are out of date instead. */
    record PutBack(int redriven, int expired) {}

    DeadLetters(ControlDatabase control, Clock clock) {
        this.sql = control.sql();
        this.clock = clock;
    }

    /** The newest first, below a number. */
    List<DeadLetter> list(Wanted wanted, long below, int limit) {
        StringBuilder where = new StringBuilder("status = 'DEAD' AND dead_number < :below");
        wanted.channel().ifPresent(each -> where.append(" AND channel = :channel"));
        wanted.person().ifPresent(each -> where.append(" AND person = :person"));
        wanted.reason().ifPresent(each -> where.append(" AND reason = :reason"));
        wanted.from().ifPresent(each -> where.append(" AND ended_millis >= :from"));
        wanted.to().ifPresent(each -> where.append(" AND ended_millis < :to"));
        return sql.withHandle(handle -> {
            var query = handle.createQuery(
                            "SELECT * FROM delivery WHERE " + where + " ORDER BY dead_number DESC LIMIT :limit")
                    .bind("below", below)
                    .bind("limit", limit);
            wanted.channel().ifPresent(channel -> query.bind("channel", channel.name()));
            wanted.person().ifPresent(person -> query.bind("person", person));
            wanted.reason().ifPresent(reason -> query.bind("reason", reason));
            wanted.from().ifPresent(from -> query.bind("from", from));
            wanted.to().ifPresent(to -> query.bind("to", to));
            return query.map((row, context) -> new DeadLetter(
                            row.getLong("dead_number"),
                            Outbox.item(row),
                            row.getInt("attempts"),
                            row.getString("reason"),
                            row.getLong("ended_millis")))
                    .list();
        });
    }

    /** One; nothing happens to what is no dead letter. */
    PutBack redrive(String id) {
        return sql.withHandle(handle -> counted(handle.createQuery(BACK + "id = :id RETURNING status")
                .bind("now", clock.millis())
                .bind("id", id)
                .mapTo(String.class)
                .list()));
    }

    /** All of a channel. */
    PutBack redrive(Channel channel) {
        return sql.withHandle(handle -> counted(handle.createQuery(BACK + "channel = :channel RETURNING status")
                .bind("now", clock.millis())
                .bind("channel", channel.name())
                .mapTo(String.class)
                .list()));
    }

    private static PutBack counted(List<String> states) {
        int waiting = (int) states.stream().filter("WAITING"::equals).count();
        return new PutBack(waiting, states.size() - waiting);
    }
}
