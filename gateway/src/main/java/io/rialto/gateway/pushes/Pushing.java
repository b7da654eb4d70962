package io.rialto.gateway.pushes;

import io.rialto.gateway.inbox.Inbox;
import io.rialto.gateway.inbox.Letter;
import io.rialto.gateway.notices.Batches;
import io.rialto.gateway.notices.Batches.Batch;
import io.rialto.gateway.notices.Batches.Key;
import io.rialto.gateway.notices.Outlet;
import io.rialto.gateway.pushes.Counts.Kind;
import io.rialto.gateway.pushes.NoticeStream.Message;
import io.rialto.gateway.pushes.Outgoing.Target;
import io.rialto.gateway.pushes.Waiting.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/**
 * Pushes letters out of the venue, in batches, and digests of what was held: handed over in a transaction, and what waits for that is
 * in the database.
 *
 * <p>Not thread-safe. When a transaction fails, {@link #reload} follows.
 */
public final class Pushing {
    private final Outgoing outgoing;
    private final Counts counts;
    private final Batches<Push> leaving = new Batches<>();
    private long nextHeldNanos = Long.MIN_VALUE;

    public Pushing(Outgoing outgoing, Counts counts) {
        this.outgoing = outgoing;
        this.counts = counts;
    }

    /** Within the transaction that puts the letters in. @param held what waits for the end of quiet hours */
    public void leave(Handle transaction, List<Push> pushes, List<Row> held, long nanoTime) {
        Waiting.add(transaction, held);
        held.forEach(row -> nextHeldNanos = Math.min(nextHeldNanos, row.dueNanos()));
        List<Batch<Push>> ready = new ArrayList<>();
        Map<Long, Map<Outlet, Row>> waiting = new TreeMap<>();
        for (Push push : pushes) {
            if (!push.key().outlet().leaves()) continue;
            Letter letter = push.letter();
            Row row = new Row(letter.number(), letter.reader(), push.key().outlet(), 0, false);
            waiting.computeIfAbsent(letter.number(), any -> new TreeMap<>()).put(row.outlet(), row);
            leaving.add(push.key(), push, letter.priority(), push.isUrgent(), nanoTime, ready);
        }
        List<Row> rows = new ArrayList<>();
        waiting.values().forEach(each -> rows.addAll(each.values()));
        Waiting.add(transaction, rows);
        hand(transaction, ready);
    }

    private void hand(Handle transaction, List<Batch<Push>> ready) {
        for (Batch<Push> batch : ready) {
            List<Letter> letters = batch.items().stream().map(Push::letter).toList();
            hand(transaction, batch.key(), letters, false);
            counts.add(Kind.BATCHES, 1);
        }
    }

    private void hand(Handle transaction, Key key, List<Letter> letters, boolean isDigest) {
        List<Target> targets = outgoing.targets(transaction, key);
        for (Target target : targets) outgoing.hand(transaction, target, letters, isDigest);
        if (!targets.isEmpty()) counts.told(key.outlet(), letters.size());
        Waiting.told(transaction, key.outlet(), numbers(letters));
    }

    /** Whether there is anything to be done in a transaction. */
    public boolean isDue(long nanoTime, long nowNanos) {
        return leaving.dueNanos() <= nanoTime || nextHeldNanos <= nowNanos;
    }

    /**
     * What has waited long enough leaves, and what was held is told as one digest, unless it has expired.
     *
     * @param sequence up to which everything has been told
     * @return what the sockets are to be told when it has been committed
     */
    public List<Message> due(Handle transaction, long nanoTime, long nowNanos, long sequence) {
        List<Batch<Push>> ready = new ArrayList<>();
        leaving.due(nanoTime, ready);
        hand(transaction, ready);
        if (nextHeldNanos > nowNanos) return List.of();
        List<Message> digests = new ArrayList<>();
        Waiting.due(transaction, true, nowNanos)
                .forEach((key, numbers) -> digest(transaction, key, numbers, nowNanos)
                        .ifPresent(letters -> digests.add(new Message(key.reader(), sequence, letters, true))));
        nextHeldNanos = Waiting.nextHeldNanos(transaction);
        return digests;
    }

    private Optional<List<Letter>> digest(Handle transaction, Key key, List<Long> numbers, long nowNanos) {
        List<Letter> all = Inbox.numbered(transaction, numbers);
        List<Letter> letters =
                all.stream().filter(each -> each.expiresNanos() > nowNanos).toList();
        List<Letter> expired =
                all.stream().filter(each -> each.expiresNanos() <= nowNanos).toList();
        Waiting.expired(transaction, key.outlet(), numbers(expired));
        counts.add(Kind.EXPIRED, expired.size());
        List<Long> done = new ArrayList<>(numbers);
        done.removeAll(numbers(expired));
        Waiting.told(transaction, key.outlet(), done);
        if (letters.isEmpty()) return Optional.empty();
        counts.add(Kind.DIGESTS, 1);
        if (key.outlet() == Outlet.WEBSOCKET) {
            counts.told(Outlet.WEBSOCKET, letters.size());
            return Optional.of(letters);
        }
        hand(transaction, key, letters, true);
        return Optional.empty();
    }

    /** What waits as the database has it. */
    public void reload(Handle transaction, long nanoTime) {
        leaving.clear();
        List<Batch<Push>> ready = new ArrayList<>();
        Waiting.due(transaction, false, Long.MAX_VALUE).forEach((key, numbers) -> {
            for (Letter letter : Inbox.numbered(transaction, numbers)) {
                leaving.add(key, new Push(key, letter, false, true), letter.priority(), false, nanoTime, ready);
            }
        });
        hand(transaction, ready);
        nextHeldNanos = Waiting.nextHeldNanos(transaction);
    }

    private static List<Long> numbers(List<Letter> letters) {
        return letters.stream().map(Letter::number).toList();
    }
}
