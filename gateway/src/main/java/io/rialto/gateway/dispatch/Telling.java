package io.rialto.gateway.dispatch;

import io.rialto.feeds.business.BusinessEvent;
import io.rialto.feeds.offsets.Offsets.Place;
import io.rialto.gateway.causes.Statement;
import io.rialto.gateway.control.ControlDatabase;
import io.rialto.gateway.inbox.Letterbox;
import io.rialto.gateway.inbox.Letterbox.Posted;
import io.rialto.gateway.pricealerts.PriceAlert;
import io.rialto.gateway.pricealerts.PriceAlerts;
import io.rialto.gateway.pushes.Counts;
import io.rialto.gateway.pushes.Counts.Kind;
import io.rialto.gateway.pushes.NoticeStream.Message;
import io.rialto.gateway.pushes.Push;
import io.rialto.gateway.pushes.Pushing;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Tells readers what business events mean to them: letters, what is held, what leaves the venue, and how far all that is, in one
 * transaction; sockets are told behind it. So each event is in each inbox once, wherever it is stopped. Nobody waits for the disk:
 * what a machine loses with its power, place and all, is told again from the journal.
 *
 * <p>Thread-safe: one at a time. Time is handed in: {@code now} by the wall, {@code nanoTime} for what waits for company.
 */
final class Telling {
    static final String CONSUMER = "notices";

    private static final long AGE_EVERY_NANOS = 60_000_000_000L;

    private final ControlDatabase control;
    private final Jdbi sql;
    private final Causation causation;
    private final Profiles profiles;
    private final PriceAlerts alerts;
    private final Letterbox letterbox;
    private final Pushing pushing;
    private final Counts counts;
    private long newestNumber;
    private long sequence;
    private long nextAgeNanos;
    private boolean isSound = true;

    Telling(
            ControlDatabase control,
            Causation causation,
            Profiles profiles,
            PriceAlerts alerts,
            Letterbox letterbox,
            Pushing pushing,
            Counts counts) {
        this.control = control;
        this.sql = control.sql();
        this.causation = causation;
        this.profiles = profiles;
        this.alerts = alerts;
        this.letterbox = letterbox;
        this.pushing = pushing;
        this.counts = counts;
    }

    /**
     * From where the database says. What it says of frames behind the end of history never happened: a machine that
     * lost its power may have lost them.
     */
    synchronized Place begin(long lastSequence, long nanoTime) {
        sql.useTransaction(handle -> {
            handle.execute("DELETE FROM notice WHERE sequence > ?", lastSequence);
            handle.execute("DELETE FROM notice_place WHERE consumer = ? AND sequence > ?", CONSUMER, lastSequence);
        });
        reload(nanoTime);
        Place place = sql.withHandle(
                handle -> handle.createQuery("SELECT sequence, place FROM notice_place WHERE consumer = :consumer")
                        .bind("consumer", CONSUMER)
                        .map((row, context) -> new Place(row.getLong("sequence"), row.getInt("place")))
                        .findOne()
                        .orElse(Place.START));
        sequence = place.sequence();
        return place;
    }

    private void reload(long nanoTime) {
        newestNumber = Letterbox.newestNumber(control);
        alerts.reload();
        sql.useTransaction(handle -> pushing.reload(handle, nanoTime));
    }

    synchronized void tell(List<BusinessEvent> events, Place after, Instant now, long nanoTime) {
        beginRound(nanoTime);
        Round round = new Round(profiles, counts, now, newestNumber);
        Map<Integer, PriceAlert> changed = new TreeMap<>();
        causation.plan(events, round, changed);
        List<Push> pushes = control.repeatable(handle -> {
            List<Push> written = write(handle, round, nanoTime);
            PriceAlerts.write(handle, changed.values());
            move(handle, after);
            return written;
        });
        newestNumber = round.newestNumber();
        sequence = after.sequence();
        isSound = true;
        pushing.tell(pushes, nanoTime);
    }

    /** What the venue says of itself, as of the frame up to which everything has been told. */
    synchronized void say(List<Statement> statements, Instant now, long nanoTime) {
        beginRound(nanoTime);
        Round round = new Round(profiles, counts, now, newestNumber);
        long at = Round.nanos(now);
        causation.plan(statements.stream().map(each -> each.asOf(sequence, at)).toList(), round);
        List<Push> pushes = sql.inTransaction(handle -> write(handle, round, nanoTime));
        newestNumber = round.newestNumber();
        isSound = true;
        pushing.tell(pushes, nanoTime);
    }

    /** After a round that failed, what is in memory was changed by what did not happen. */
    private void beginRound(long nanoTime) {
        if (!isSound) {
            counts.add(Kind.FAILED_ROUNDS, 1);
            reload(nanoTime);
        }
        isSound = false;
    }

    private List<Push> write(Handle transaction, Round round, long nanoTime) {
        boolean[] isNew = letterbox.post(transaction, round.posts);
        Set<Long> known = new HashSet<>();
        Set<Integer> readers = new TreeSet<>();
        for (int i = 0; i < isNew.length; i++) {
            Posted post = round.posts.get(i);
            if (!isNew[i]) known.add(post.letter().number());
            else if (post.isInInbox()) readers.add(post.letter().reader());
        }
        counts.add(Kind.DUPLICATES, known.size());
        List<Push> pushes = round.pushes.stream()
                .filter(push -> !known.contains(push.letter().number()))
                .toList();
        pushing.leave(
                transaction,
                pushes,
                round.held.stream().filter(row -> !known.contains(row.number())).toList(),
                nanoTime);
        letterbox.bound(transaction, readers);
        return pushes;
    }

    private static void move(Handle transaction, Place after) {
        transaction
                .createUpdate(
                        "INSERT INTO notice_place (consumer, sequence, place) VALUES (:consumer, :sequence, :place)"
                                + " ON CONFLICT (consumer) DO UPDATE SET sequence = excluded.sequence, place = excluded.place")
                .bind("consumer", CONSUMER)
                .bind("sequence", after.sequence())
                .bind("place", after.index())
                .execute();
    }

    /** What is due by the clock. */
    synchronized void tick(Instant now, long nanoTime) {
        pushing.tellDue(nanoTime);
        long nowNanos = Round.nanos(now);
        if (pushing.isDue(nanoTime, nowNanos)) {
            beginRound(nanoTime);
            List<Message> digests = sql.inTransaction(handle -> pushing.due(handle, nanoTime, nowNanos, sequence));
            isSound = true;
            pushing.tellDigests(digests);
        }
        if (nowNanos < nextAgeNanos) return;
        nextAgeNanos = nowNanos + AGE_EVERY_NANOS;
        sql.useTransaction(handle -> letterbox.age(handle, nowNanos));
    }
}
