package io.rialto.gateway.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.rialto.gateway.control.BothDatabases;
import io.rialto.gateway.control.ControlDatabase;
import io.rialto.gateway.delivery.Courier.Outcome;
import io.rialto.gateway.delivery.DeliveryItem.Channel;
import io.rialto.gateway.delivery.DeliveryItem.Priority;
import io.rialto.gateway.settings.DeliveryConfig;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DispatchRulesTest {
    private static final DeliveryConfig.Outbox QUICK = new DeliveryConfig.Outbox(3, 5, 10, 1, 60, 10, 24);
    private static final int ITEMS = 60;
    private static final long FAR_SECONDS = 60;

    @TempDir
    private Path data;

    private static DeliveryItem item(String id, String address, Priority priority) {
        Instant now = Instant.now();
        return new DeliveryItem(
                id, 1, Channel.EMAIL, address, "s", List.of("l"), now, now.plus(Duration.ofDays(1)), priority);
    }

    private static Deliveries open(ControlDatabase control, Courier courier) {
        return Deliveries.open(QUICK, control, Map.of(Channel.EMAIL, courier), bound -> 0, Clock.systemUTC());
    }

    private static void hand(ControlDatabase control, Deliveries to, DeliveryItem item) {
        control.sql().useTransaction(handle -> to.hand(handle, item));
    }

    @ParameterizedTest
    @EnumSource
    void twoProcessesCarryEachItemOnceThoughBothLookForAll(BothDatabases kind) throws Exception {
        var config = kind.create(data);
        Map<String, Integer> atOnce = new ConcurrentHashMap<>();
        Map<String, Integer> times = new ConcurrentHashMap<>();
        AtomicInteger together = new AtomicInteger();
        CountDownLatch all = new CountDownLatch(ITEMS);
        Courier courier = item -> {
            if (atOnce.merge(item.id(), 1, Integer::sum) > 1) together.incrementAndGet();
            times.merge(item.id(), 1, Integer::sum);
            atOnce.merge(item.id(), -1, Integer::sum);
            all.countDown();
            return Outcome.DELIVERED;
        };
        try (ControlDatabase first = ControlDatabase.open(data, config);
                ControlDatabase second = ControlDatabase.open(data, config);
                Deliveries one = open(first, courier);
                Deliveries other = open(second, courier)) {
            for (int i = 0; i < ITEMS; i++) {
                boolean isOdd = i % 2 == 1;
                hand(
                        isOdd ? first : second,
                        isOdd ? one : other,
                        item("i-" + i, "a" + i % 20 + "@x.org", Priority.NORMAL));
            }
            assertThat(all.await(FAR_SECONDS, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(times)
                .hasSize(ITEMS)
                .allSatisfy((id, count) -> assertThat(count).isEqualTo(1));
        assertThat(together).hasValue(0);
    }

    @ParameterizedTest
    @EnumSource
    void oneThreadIsKeptForWhatIsCritical(BothDatabases kind) throws Exception {
        CountDownLatch stalled = new CountDownLatch(QUICK.threads() - 1);
        CountDownLatch release = new CountDownLatch(1);
        CountDownLatch critical = new CountDownLatch(1);
        ConcurrentLinkedQueue<String> order = new ConcurrentLinkedQueue<>();
        Courier courier = item -> {
            order.add(item.id());
            if (item.priority() == Priority.CRITICAL) {
                critical.countDown();
            } else {
                stalled.countDown();
                release.await();
            }
            return Outcome.DELIVERED;
        };
        try (ControlDatabase control = ControlDatabase.open(data, kind.create(data));
                Deliveries deliveries = open(control, courier)) {
            for (int i = 0; i < 6; i++) {
                hand(control, deliveries, item("slow-" + i, i + "@x.org", Priority.NORMAL));
            }
            assertThat(stalled.await(FAR_SECONDS, TimeUnit.SECONDS)).isTrue();

            hand(control, deliveries, item("now", "z@x.org", Priority.CRITICAL));

            assertThat(critical.await(FAR_SECONDS, TimeUnit.SECONDS)).isTrue();
            assertThat(order).hasSize(QUICK.threads()).endsWith("now");
            release.countDown();
        }
    }
}
