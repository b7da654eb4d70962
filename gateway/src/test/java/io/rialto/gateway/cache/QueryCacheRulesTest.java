package io.rialto.gateway.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rialto.feeds.events.EventRow;
import io.rialto.feeds.position.Page;
import io.rialto.gateway.doors.RealRedis;
import io.rialto.gateway.doors.TurnedClock;
import io.rialto.gateway.problem.Problem;
import io.rialto.gateway.problem.ProblemCode;
import io.rialto.gateway.settings.VenueConfig;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** Gateways that read one history, each as far as it has come, and a real Redis between them. */
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QueryCacheRulesTest {
    private static final int ALICE = 101;
    private static final int BOB = 102;
    private static final Asked OF_ALICE = Asked.of(Kind.FILLS, ALICE, "newest");
    private static final int AT_ONCE = 16;

    private static final long LOOK_EVERY_NANOS = 1_000_000;
    private final TurnedClock clock = new TurnedClock(Instant.ofEpochMilli(1_800_000_000_000L));
    private final AtomicInteger histories = new AtomicInteger();
    private RealRedis redis;

    @BeforeAll
    void start() throws Exception {
        redis = new RealRedis().start();
    }

    @AfterAll
    void stop() throws Exception {
        redis.stop();
    }

    /** Its feeds have come to a frame, and Alice was touched by one last; nobody ever touches Bob. */
    private final class Gateway implements AutoCloseable {
        final QueryCache cache;
        final AtomicInteger reads = new AtomicInteger();
        volatile long position;
        volatile long touched;

        Gateway(Optional<String> history, int mebibytes) throws Exception {
            VenueConfig.Redis shared =
                    new VenueConfig.Redis(history.map(any -> redis.address()), Optional.empty(), 5_000);
            cache = QueryCache.open(
                    new VenueConfig.Cache(mebibytes, 60, 300, 300, 300, shared),
                    new QueryCache.Journal(account -> account == ALICE ? touched : 0, () -> position, () -> history),
                    clock);
            if (history.isPresent()) await(() -> cache.isShared().orElseThrow());
        }

        Gateway(Optional<String> history) throws Exception {
            this(history, 1);
        }

        Gateway at(long newest, long ofAlice) {
            position = newest;
            touched = ofAlice;
            return this;
        }

        /** The frame that the rows said, and the one that the answer says. */
        List<Long> asks(Asked asked) {
            Page<EventRow> page = cache.page(asked, position, this::read);
            return List.of(page.items().get(0).sequence(), page.sequence());
        }

        private Page<EventRow> read() {
            reads.incrementAndGet();
            return new Page<>(rows(position, 1), OptionalLong.of(7), false, position);
        }

        @Override
        public void close() {
            cache.close();
        }
    }

    private static List<EventRow> rows(long sequence, int count) {
        List<EventRow> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) rows.add(new EventRow(sequence, i, 5, 120, 101, 0, 3, 0, 1, "one"));
        return rows;
    }

    private String history() {
        return "history" + histories.incrementAndGet();
    }

    @Test
    void anAnswerIsReadOnceForAsLongAsNoFrameChangesIt() throws Exception {
        try (Gateway gateway = new Gateway(Optional.empty()).at(10, 9)) {
            assertThat(gateway.asks(OF_ALICE)).containsExactly(10L, 10L);
            gateway.at(50, 9);
            assertThat(gateway.asks(OF_ALICE)).as("nothing of hers since").containsExactly(10L, 50L);
            gateway.at(51, 51);
            assertThat(gateway.asks(OF_ALICE)).as("hers").containsExactly(51L, 51L);
            assertThat(gateway.reads).hasValue(2);
            assertThat(gateway.cache.counts(Kind.FILLS).hits.sum()).isEqualTo(1);
            assertThat(gateway.cache.counts(Kind.FILLS).outdated.sum()).isEqualTo(1);
        }
    }

    @Test
    void whatEveryFrameMayChangeIsReadAnewAndWhatNoneCanIsNot() throws Exception {
        Asked newest = Asked.ofHistory(Kind.EVENTS, false, "newest");
        Asked settled = Asked.ofHistory(Kind.EVENTS, true, "settled");
        try (Gateway gateway = new Gateway(Optional.empty()).at(10, 0)) {
            gateway.asks(newest);
            gateway.asks(newest);
            gateway.asks(settled);
            gateway.at(11, 0);
            assertThat(gateway.asks(newest)).containsExactly(11L, 11L);
            assertThat(gateway.asks(settled)).containsExactly(10L, 11L);
            assertThat(gateway.reads).hasValue(3);
        }
    }

    @Test
    void feedsThatHaveNotComeToWhatTheCallerWasToldAreNotBelieved() throws Exception {
        try (Gateway gateway = new Gateway(Optional.empty()).at(10, 9)) {
            gateway.asks(OF_ALICE);
            gateway.cache.page(OF_ALICE, 11, gateway::read);
            assertThat(gateway.reads).hasValue(2);
        }
    }

    @Test
    void oneReadsForAllWhoAskAtOnce() throws Exception {
        ExecutorService askers = Executors.newFixedThreadPool(AT_ONCE);
        CountDownLatch asked = new CountDownLatch(AT_ONCE);
        try (Gateway gateway = new Gateway(Optional.empty()).at(10, 9)) {
            List<Future<Page<EventRow>>> answers = new ArrayList<>();
            for (int i = 0; i < AT_ONCE; i++) {
                answers.add(askers.submit(() -> {
                    asked.countDown();
                    return gateway.cache.page(OF_ALICE, 10, () -> {
                        await(() -> asked.getCount() == 0);
                        return gateway.read();
                    });
                }));
            }
            for (Future<Page<EventRow>> answer : answers)
                assertThat(answer.get().items()).isEqualTo(rows(10, 1));
            assertThat(gateway.reads).hasValue(1);
        } finally {
            askers.shutdownNow();
        }
    }

    @Test
    void aReadThatFailsIsToldAndNotKept() throws Exception {
        try (Gateway gateway = new Gateway(Optional.empty()).at(10, 9)) {
            assertThatThrownBy(() -> gateway.cache.page(OF_ALICE, 10, () -> {
                        throw Problem.retry(ProblemCode.FEEDS_BEHIND, 1, "later");
                    }))
                    .isInstanceOf(Problem.class);
            assertThat(gateway.asks(OF_ALICE)).containsExactly(10L, 10L);
            assertThat(gateway.cache.counts(Kind.FILLS).failures.sum()).isEqualTo(1);
        }
    }

    @Test
    void eachKindHasItsTimeAndAllTogetherHaveTheirRoom() throws Exception {
        Asked orders = Asked.of(Kind.ORDERS, BOB, "newest");
        Asked fills = Asked.of(Kind.FILLS, BOB, "newest");
        try (Gateway gateway = new Gateway(Optional.empty()).at(10, 0)) {
            gateway.asks(orders);
            gateway.asks(fills);
            clock.turn(Duration.ofSeconds(60));
            gateway.asks(orders);
            gateway.asks(fills);
            assertThat(gateway.reads).as("orders are kept a minute, fills five").hasValue(3);

            for (int i = 0; i < 200; i++) {
                Page<EventRow> big = new Page<>(rows(10, 100), OptionalLong.empty(), false, 10);
                gateway.cache.page(Asked.of(Kind.FILLS, BOB, i), 10, () -> big);
            }
            assertThat(gateway.cache.bytes()).isPositive().isLessThanOrEqualTo(1 << 20);
            assertThat(gateway.cache.counts(Kind.FILLS).evictions.sum()).isPositive();
        }
    }

    @Test
    void whetherAnAnswerIsKeptIsToldWithoutReadingIt() throws Exception {
        String history = history();
        try (Gateway one = new Gateway(Optional.of(history)).at(10, 9);
                Gateway other = new Gateway(Optional.of(history)).at(10, 9)) {
            assertThat(one.cache.isInMemory(Kind.FILLS, OF_ALICE.words())).isFalse();
            one.asks(OF_ALICE);
            assertThat(one.cache.isInMemory(Kind.FILLS, OF_ALICE.words())).isTrue();
            await(() -> other.cache.isShared(Kind.FILLS, OF_ALICE.words()));
            assertThat(other.cache.isInMemory(Kind.FILLS, OF_ALICE.words())).isFalse();
            assertThat(one.cache.keys(Kind.FILLS, 9)).containsExactly("101.newest");

            assertThat(one.cache.clear(Kind.FILLS)).isEqualTo(1);
            assertThat(one.cache.isInMemory(Kind.FILLS, OF_ALICE.words())).isFalse();
            assertThat(other.cache.isShared(Kind.FILLS, OF_ALICE.words())).isFalse();
        }
    }

    @Test
    void gatewaysTakeEachOthersAnswersWhereTheyHold() throws Exception {
        String history = history();
        try (Gateway left = new Gateway(Optional.of(history)).at(100, 90);
                Gateway right = new Gateway(Optional.of(history)).at(120, 90);
                Gateway behind = new Gateway(Optional.of(history)).at(95, 90);
                Gateway stranger = new Gateway(Optional.of(history())).at(100, 90)) {
            Asked asked = Asked.of(Kind.EVENTS, ALICE, "newest");
            left.asks(asked);
            await(() -> right.cache.isShared(Kind.EVENTS, asked.words()));

            assertThat(right.asks(asked)).as("nothing of hers since").containsExactly(100L, 120L);
            assertThat(right.reads).hasValue(0);
            assertThat(right.cache.counts(Kind.EVENTS).sharedHits.sum()).isEqualTo(1);
            assertThat(behind.asks(asked)).as("has not come so far").containsExactly(95L, 95L);
            assertThat(stranger.asks(asked)).as("another history").containsExactly(100L, 100L);
            assertThat(stranger.reads).hasValue(1);
        }
    }

    @Test
    void whatAnotherGatewayKeptBeforeAFrameIsNotTakenBehindIt() throws Exception {
        String history = history();
        Asked asked = Asked.of(Kind.EVENTS, ALICE, "newest");
        try (Gateway left = new Gateway(Optional.of(history)).at(100, 90);
                Gateway right = new Gateway(Optional.of(history)).at(120, 110)) {
            left.asks(asked);
            await(() -> right.cache.isShared(Kind.EVENTS, asked.words()));
            assertThat(right.asks(asked)).containsExactly(120L, 120L);
            assertThat(right.reads).hasValue(1);
        }
    }

    @Test
    void withoutRedisMemoryGoesOnAndWhenItIsBackItIsShared() throws Exception {
        String history = history();
        Asked asked = Asked.of(Kind.EVENTS, ALICE, "newest");
        try (Gateway left = new Gateway(Optional.of(history)).at(100, 90)) {
            redis.stop();
            left.asks(asked);
            left.asks(asked);
            await(() -> !left.cache.isShared().orElseThrow());
            assertThat(left.reads).hasValue(1);
            left.at(110, 105);
            assertThat(left.asks(asked)).as("is not stale either").containsExactly(110L, 110L);
            assertThat(left.cache.clear(Kind.EVENTS)).isEqualTo(1);

            redis.start();
            await(() -> left.cache.isShared().orElseThrow());
            left.asks(asked);
            try (Gateway right = new Gateway(Optional.of(history)).at(110, 105)) {
                await(() -> right.cache.isShared(Kind.EVENTS, asked.words()));
                right.asks(asked);
                assertThat(right.reads).hasValue(0);
            }
        }
    }

    private static void await(BooleanSupplier fact) {
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!fact.getAsBoolean() && System.nanoTime() < deadline) LockSupport.parkNanos(LOOK_EVERY_NANOS);
        assertThat(fact.getAsBoolean()).isTrue();
    }
}
