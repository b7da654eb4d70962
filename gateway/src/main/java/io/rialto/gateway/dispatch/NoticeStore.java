package io.rialto.gateway.dispatch;

import io.rialto.feeds.offsets.Offsets.Place;
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
import io.rialto.gateway.pushes.Waiting.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/**
 * Where it is kept what readers were told: letters, what is held, what leaves the venue, what trades did to price alerts, and how far
 * all that is, in one transaction. So each event is in each inbox once, wherever it is stopped. Nobody waits for the disk: what a machine
 * loses with its power, place and all, is told again from the journal.
 *
 * <p>Thread-safe: one at a time.
 */
final class NoticeStore {
    static final String CONSUMER = "notices";

    private static final long AGE_EVERY_NANOS = 60_000_000_000L;

    private final ControlDatabase control;
    private final Letterbox letterbox;
    private final Pushing pushing;
    private final Counts counts;
    private long nextAgeNanos;
    private boolean isSound = true;

    NoticeStore(ControlDatabase control, Letterbox letterbox, Pushing pushing, Counts counts) {
        this.control = control;
        this.letterbox = letterbox;
        this.pushing = pushing;
        this.counts = counts;
    }

    /**
     * How far all is told. What the database says of frames behind the end of history never happened: a machine that
     * lost its power may have lost them.
     */
    synchronized Place begin(long lastSequence, long nanoTime) {
        control.sql().useTransaction(handle -> {
            handle.execute("DELETE FROM notice WHERE sequence > ?", lastSequence);
            handle.execute("DELETE FROM notice_place WHERE consumer = ? AND sequence > ?", CONSUMER, lastSequence);
            pushing.reload(handle, nanoTime);
        });
        return control.sql()
                .withHandle(handle -> handle.createQuery(
                                "SELECT sequence, place FROM notice_place WHERE consumer = :consumer")
                        .bind("consumer", CONSUMER)
                        .map((row, context) -> new Place(row.getLong("sequence"), row.getInt("place")))
                        .findOne()
                        .orElse(Place.START));
    }

    /** That any letter has. */
    long newestNumber() {
        return Letterbox.newestNumber(control);
    }

    /** All of it or nothing, in its order. */
    synchronized void keep(List<Told> all, long nanoTime) {
        beginChange(nanoTime);
        List<Posted> posts = new ArrayList<>();
        List<Push> pushes = new ArrayList<>();
        List<Row> held = new ArrayList<>();
        Map<Integer, PriceAlert> changed = new TreeMap<>();
        for (Told each : all) {
            posts.addAll(each.round().posts);
            pushes.addAll(each.round().pushes);
            held.addAll(each.round().held);
            changed.putAll(each.round().changed);
        }
        control.repeatable(handle -> {
            Set<Long> known = post(handle, posts);
            pushes.removeIf(push -> known.contains(push.letter().number()));
            held.removeIf(row -> known.contains(row.number()));
            pushing.leave(handle, pushes, held, nanoTime);
            PriceAlerts.write(handle, changed.values());
            all.stream()
                    .flatMap(each -> each.after().stream())
                    .reduce((before, last) -> last)
                    .ifPresent(place -> move(handle, place));
            return true;
        });
        isSound = true;
    }

    /** After a change that failed, what is in memory waits for what did not happen. */
    private void beginChange(long nanoTime) {
        if (!isSound) {
            counts.add(Kind.FAILED_ROUNDS, 1);
            control.sql().useTransaction(handle -> pushing.reload(handle, nanoTime));
        }
        isSound = false;
    }

    /** @return the numbers of those that had been put in before under others */
    private Set<Long> post(Handle transaction, List<Posted> posts) {
        boolean[] isNew = letterbox.post(transaction, posts);
        Set<Long> known = new HashSet<>();
        Set<Integer> readers = new TreeSet<>();
        for (int i = 0; i < isNew.length; i++) {
            Posted post = posts.get(i);
            if (!isNew[i]) known.add(post.letter().number());
            else if (post.isInInbox()) readers.add(post.letter().reader());
        }
        counts.add(Kind.DUPLICATES, known.size());
        letterbox.bound(transaction, readers);
        return known;
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

    /**
     * What is due by the clock leaves, and what is too old goes.
     *
     * @param sequence up to which everything has been told
     * @return what sockets are to be told
     */
    synchronized List<Message> due(Instant now, long nanoTime, long sequence) {
        List<Message> digests = List.of();
        long nowNanos = Round.nanos(now);
        if (pushing.isDue(nanoTime, nowNanos)) {
            beginChange(nanoTime);
            digests = control.sql().inTransaction(handle -> pushing.due(handle, nanoTime, nowNanos, sequence));
            isSound = true;
        }
        if (nowNanos >= nextAgeNanos) {
            nextAgeNanos = nowNanos + AGE_EVERY_NANOS;
            control.sql().useTransaction(handle -> letterbox.age(handle, nowNanos));
        }
        return digests;
    }
}
