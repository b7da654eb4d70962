package io.rialto.gateway.measures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import io.rialto.gateway.doors.TurnedClock;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MeasuresTest {
    private static final Duration HOUR = Duration.ofHours(1);

    private final TurnedClock clock = new TurnedClock(Instant.parse("2026-11-22T10:00:00Z"));
    private final Measures measures = new Measures(clock);

    @AfterEach
    void close() {
        measures.close();
    }

    private Statistics over(Measure kind, Duration period) {
        return measures.over(period, List.of(kind)).get(0);
    }

    @Test
    void theStatisticsOfKnownValuesAreTheirs() {
        for (int value = 1; value <= 100; value++) measures.record(Measure.BROADCAST_COUNT, value);

        assertThat(over(Measure.BROADCAST_COUNT, HOUR))
                .isEqualTo(new Statistics(
                        Measure.BROADCAST_COUNT,
                        Measure.Unit.COUNT,
                        100,
                        5050,
                        1,
                        100,
                        50.5,
                        50,
                        90,
                        95,
                        99,
                        100,
                        100,
                        Math.sqrt((100 * 100 - 1) / 12.0),
                        null));
    }

    @Test
    void latenciesAreToldInMicrosecondsToThreeDigits() {
        measures.record(Measure.API_LATENCY, 1_500_000_000);

        Statistics told = over(Measure.API_LATENCY, HOUR);
        assertThat(told.unit()).isEqualTo(Measure.Unit.MICROSECONDS);
        assertThat(told.max()).isCloseTo(1_500_000, within(1_500.0));
        assertThat(told.p99()).isCloseTo(1_500_000, within(1_500.0));
    }

    /** A hundred of a millisecond each, and one of a second in which a hundred more would have come. */
    @Test
    void whoeverWouldHaveComeWhileOneWaitedIsCountedWhereItIsCorrected() {
        for (int i = 0; i < 999; i++) measures.record(Measure.API_LATENCY, 1_000_000);
        measures.record(Measure.API_LATENCY, 1_000_000_000);

        Statistics told = over(Measure.API_LATENCY, Duration.ofSeconds(10));
        assertThat(told.p99()).isCloseTo(1_000, within(1.0));
        assertThat(told.corrected().everyMicros()).isEqualTo(10_000);
        assertThat(told.corrected().count()).isCloseTo(1_099, within(2L));
        assertThat(told.corrected().p50()).isCloseTo(1_000, within(1.0));
        assertThat(told.corrected().p99()).isGreaterThan(800_000);
        assertThat(told.corrected().max()).isEqualTo(told.max());
    }

    @Test
    void heatCountsEachIntervalByLength() {
        measures.record(Measure.API_LATENCY, 900);
        measures.record(Measure.API_LATENCY, 1_100);
        turn(Duration.ofSeconds(20));
        measures.record(Measure.API_LATENCY, 100_000_000_000L);

        Heat heat = measures.heat(Measure.API_LATENCY, HOUR);
        assertThat(heat.upTo().subList(0, 5)).containsExactly(1.0, 1.8, 3.2, 5.6, 10.0);
        assertThat(heat.columns())
                .extracting(Heat.Column::from)
                .containsExactly("2026-11-22T10:00:00Z", "2026-11-22T10:00:20Z");
        assertThat(heat.columns().get(0).counts().subList(0, 3)).containsExactly(1L, 1L, 0L);
        assertThat(heat.columns().get(1).counts().get(heat.upTo().size() - 1)).isEqualTo(1);
    }

    @Test
    void nothingRecordedIsAllZero() {
        assertThat(over(Measure.NOTIFICATION_LATENCY, HOUR))
                .isEqualTo(new Statistics(
                        Measure.NOTIFICATION_LATENCY,
                        Measure.Unit.MICROSECONDS,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        null));
    }

    @Test
    void aPeriodSeesItsOwnTimeAndAnHourIsKept() {
        measures.record(Measure.BROADCAST_COUNT, 7);
        turn(Duration.ofMinutes(30));
        measures.record(Measure.BROADCAST_COUNT, 9);
        turn(Duration.ofMinutes(1));

        assertThat(over(Measure.BROADCAST_COUNT, Duration.ofMinutes(10)).sum()).isEqualTo(9);
        assertThat(over(Measure.BROADCAST_COUNT, HOUR).sum()).isEqualTo(16);
        assertThat(over(Measure.BROADCAST_COUNT, Duration.ofSeconds(10)).count())
                .isZero();
        turn(Duration.ofMinutes(30));
        assertThat(over(Measure.BROADCAST_COUNT, HOUR).sum()).isEqualTo(9);
        turn(Duration.ofMinutes(31));
        assertThat(over(Measure.BROADCAST_COUNT, HOUR).count()).isZero();
        assertThat(measures.total(Measure.BROADCAST_COUNT).sum().sum())
                .as("since the start")
                .isEqualTo(16);
    }

    @Test
    void whatIsForgottenIsGone() {
        measures.record(Measure.FILL_RATE, 1);
        turn(Duration.ofMinutes(20));
        measures.record(Measure.FILL_RATE, 0);
        turn(Duration.ofMinutes(1));

        assertThat(measures.forget(Duration.ofMinutes(10))).isEqualTo(1);
        assertThat(over(Measure.FILL_RATE, HOUR).count()).isEqualTo(1);
        measures.reset();
        assertThat(over(Measure.FILL_RATE, HOUR).count()).isZero();
    }

    @Test
    void aGaugeIsAskedOnceASecond() {
        measures.sample(Measure.CONNECTION_COUNT, since -> since);

        over(Measure.CONNECTION_COUNT, HOUR);
        turn(Duration.ofMillis(999));
        assertThat(over(Measure.CONNECTION_COUNT, HOUR).count()).isZero();
        turn(Duration.ofMillis(1));
        assertThat(over(Measure.CONNECTION_COUNT, HOUR).max()).isEqualTo(1_000);
    }

    @Test
    void aValueBeyondTheScaleCountsAsItsEnd() {
        measures.record(Measure.JOURNAL_COMMIT_LATENCY, Long.MAX_VALUE);
        measures.record(Measure.JOURNAL_COMMIT_LATENCY, -5);

        Statistics told = over(Measure.JOURNAL_COMMIT_LATENCY, HOUR);
        assertThat(told.count()).isEqualTo(2);
        assertThat(told.min()).isZero();
        assertThat(told.max()).isCloseTo(600_000_000, within(600_000.0));
    }

    @Test
    void recordingMakesNothing() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        for (int i = 0; i < 20_000; i++) measures.record(Measure.JOURNAL_COMMIT_LATENCY, i);
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < 100_000; i++) measures.record(Measure.JOURNAL_COMMIT_LATENCY, i);

        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(10_000);
    }

    private void turn(Duration by) {
        clock.turn(by);
        measures.over(HOUR, List.of());
    }
}
