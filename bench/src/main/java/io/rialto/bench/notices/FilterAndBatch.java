package io.rialto.bench.notices;

import io.rialto.gateway.filters.Filter;
import io.rialto.gateway.filters.Word;
import io.rialto.gateway.notices.Batches;
import io.rialto.gateway.notices.Batches.Batch;
import io.rialto.gateway.notices.Batches.Key;
import io.rialto.gateway.notices.Happening;
import io.rialto.gateway.notices.Happening.Audience;
import io.rialto.gateway.notices.Notice;
import io.rialto.gateway.notices.NoticeType;
import io.rialto.gateway.notices.Outlet;
import io.rialto.gateway.notices.Preference;
import io.rialto.gateway.notices.Priority;
import io.rialto.gateway.notices.Profile;
import io.rialto.gateway.notices.QuietHours;
import io.rialto.gateway.notices.Wish;
import io.rialto.gateway.notices.Wish.Scope;
import io.rialto.gateway.notices.Wish.Verdict;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** One thread's part: fills of many readers, each with a subscription, an expression and quiet hours, into batches of their own. */
final class FilterAndBatch {
    private static final int READERS = 1_000;
    private static final int KINDS = 1_024;
    private static final int FIRST_READER = 100;
    private static final long NANOS_APART = 1_000;
    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

    private final List<Happening> happenings = new ArrayList<>();
    private final Profile profile;
    private final Batches<Notice> batches = new Batches<>();
    private final List<Batch<Notice>> ready = new ArrayList<>();
    private long told;

    FilterAndBatch(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < KINDS; i++) happenings.add(fill(i, random));
        Wish wish = new Wish(
                Scope.OWN,
                0,
                Set.of(NoticeType.ORDER_FILLED),
                Priority.LOW,
                Optional.of("BTC-USD"),
                Optional.of(BigDecimal.TEN),
                Filter.of("filter", "side = BUY or value > 100 and not (price < 50)", Map.of()));
        QuietHours night = new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0), ZoneId.of("Europe/Zurich"));
        profile = new Profile(
                List.of(new Preference(Optional.empty(), Outlet.WEBSOCKET, true, Priority.LOW, Optional.of(night))),
                List.of(wish));
    }

    private static Happening fill(int i, Random random) {
        BigDecimal price = BigDecimal.valueOf(1 + random.nextInt(100_000), 2);
        BigDecimal quantity = BigDecimal.valueOf(1 + random.nextInt(100_000), 5);
        return new Happening(
                i,
                NOON.getEpochSecond() * 1_000_000_000L,
                NoticeType.ORDER_FILLED,
                random.nextInt(50) == 0 ? Priority.HIGH : Priority.NORMAL,
                false,
                false,
                Audience.OWNER,
                FIRST_READER + i % READERS,
                0,
                "Order filled",
                "BUY of a bench",
                Map.of(
                        Word.SYMBOL,
                        random.nextInt(4) == 0 ? "ETH-USD" : "BTC-USD",
                        Word.SIDE,
                        i % 2 == 0 ? "BUY" : "SELL"),
                Map.of(Word.PRICE, price, Word.QUANTITY, quantity, Word.VALUE, price.multiply(quantity)));
    }

    /** @return how many notifications were told in batches */
    long publish(long count) {
        long nowNanos = 0;
        for (long i = 0; i < count; i++) {
            Happening happening = happenings.get((int) (i % KINDS));
            nowNanos += NANOS_APART;
            if (profile.judge(happening, Scope.OWN) == Verdict.PASSED) add(happening, nowNanos);
            batches.due(nowNanos, ready);
            tell();
        }
        batches.due(Long.MAX_VALUE, ready);
        tell();
        return told;
    }

    private void add(Happening happening, long nowNanos) {
        Notice notice = Notice.of(happening.account(), happening);
        for (Outlet outlet : Outlet.values()) {
            if (!outlet.isPushed() || !profile.way(notice, outlet, NOON).isOpen()) continue;
            batches.add(
                    new Key(notice.reader(), outlet), notice, notice.priority(), notice.isUrgent(), nowNanos, ready);
        }
    }

    private void tell() {
        for (Batch<Notice> batch : ready) told += batch.items().size();
        ready.clear();
    }
}
