package io.rialto.gateway.dispatch;

import io.rialto.gateway.inbox.Letter;
import io.rialto.gateway.inbox.Letterbox.Posted;
import io.rialto.gateway.notices.Batches.Key;
import io.rialto.gateway.notices.Notice;
import io.rialto.gateway.notices.Outlet;
import io.rialto.gateway.notices.Profile;
import io.rialto.gateway.notices.Profile.Way;
import io.rialto.gateway.pricealerts.PriceAlert;
import io.rialto.gateway.pushes.Counts;
import io.rialto.gateway.pushes.Counts.Kind;
import io.rialto.gateway.pushes.Push;
import io.rialto.gateway.pushes.Waiting.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What is to be done with the notifications of a frame: worked out first, told to sockets, then kept. */
final class Round {
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final Profiles profiles;
    private final Counts counts;
    private final Instant now;
    final List<Posted> posts = new ArrayList<>();
    final List<Row> held = new ArrayList<>();
    final List<Push> pushes = new ArrayList<>();
    final Map<Integer, PriceAlert> changed = new TreeMap<>();
    private long number;

    /** @param newest number that has been given */
    Round(Profiles profiles, Counts counts, Instant now, long newest) {
        this.profiles = profiles;
        this.counts = counts;
        this.now = now;
        this.number = newest;
    }

    long newestNumber() {
        return number;
    }

    /** Those of one frame, or of one thing that the venue says. */
    void add(List<Notice> frame) {
        int from = pushes.size();
        frame.forEach(this::add);
        for (int i = from; i < pushes.size(); i++) {
            Key key = pushes.get(i).key();
            boolean isLast = pushes.subList(i + 1, pushes.size()).stream()
                    .noneMatch(later -> later.key().equals(key));
            if (!isLast) pushes.set(i, pushes.get(i).butNotTheLast());
        }
    }

    private void add(Notice notice) {
        counts.add(Kind.NOTIFICATIONS, 1);
        Profile profile = profiles.of(notice.reader());
        boolean isInInbox = profile.way(notice, Outlet.IN_APP, now).isOpen();
        Letter letter = Letter.of(++number, notice);
        boolean isKept = isInInbox;
        for (Outlet outlet : Outlet.values()) {
            if (!outlet.isPushed()) continue;
            Way way = profile.way(notice, outlet, now);
            if (!way.isOpen()) continue;
            isKept |= way.heldUntil().isPresent() || outlet.leaves();
            push(notice, letter, outlet, way.heldUntil());
        }
        if (isKept) posts.add(new Posted(letter, isInInbox));
    }

    private void push(Notice notice, Letter letter, Outlet outlet, Optional<Instant> heldUntil) {
        if (notice.expiresNanos() <= nanos(now)) {
            counts.add(Kind.EXPIRED, 1);
        } else if (heldUntil.isPresent()) {
            counts.add(Kind.HELD, 1);
            held.add(new Row(letter.number(), letter.reader(), outlet, nanos(heldUntil.get()), true));
        } else {
            pushes.add(new Push(new Key(letter.reader(), outlet), letter, notice.isUrgent(), true));
        }
    }

    static long nanos(Instant moment) {
        return moment.getEpochSecond() * NANOS_PER_SECOND + moment.getNano();
    }
}
