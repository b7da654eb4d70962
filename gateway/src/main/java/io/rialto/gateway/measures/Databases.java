package io.rialto.gateway.measures;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;

/** The control store's statements and connections as they are measured. Thread-safe. */
public final class Databases {
    /** A slower statement is counted apart. */
    public static final Duration SLOW = Duration.ofMillis(500);

    private static final int WHOLE = 100;

    private final Measures measures;
    private final List<HikariDataSource> pools = new CopyOnWriteArrayList<>();

    /**
     * How a pool is at this moment.
     *
     * @param waiting for one of it
     * @param room how many may wait before it is too small
     */
    public record Pool(String name, int active, int idle, int most, int waiting, int room) {}

    public Databases(Measures measures) {
        this.measures = measures;
        measures.sample(Measure.POOL_STATUS, since -> percentTaken());
    }

    /** Measures what is asked by it from now on, and how full its pool is. */
    public void watch(Jdbi sql, HikariDataSource pool) {
        pools.add(pool);
        sql.setSqlLogger(new SqlLogger() {
            @Override
            public void logAfterExecution(StatementContext context) {
                asked(context.getElapsedTime(ChronoUnit.NANOS));
            }
        });
    }

    /** One statement, whatever asked it. */
    public void asked(long nanos) {
        measures.record(Measure.DATABASE_QUERY_LATENCY, nanos);
        if (nanos > SLOW.toNanos()) measures.record(Measure.SLOW_QUERY_COUNT, 1);
    }

    public List<Pool> pools() {
        return pools.stream()
                .filter(pool -> !pool.isClosed() && pool.getHikariPoolMXBean() != null)
                .map(Databases::pool)
                .toList();
    }

    private static Pool pool(HikariDataSource source) {
        HikariPoolMXBean now = source.getHikariPoolMXBean();
        return new Pool(
                source.getPoolName(),
                now.getActiveConnections(),
                now.getIdleConnections(),
                source.getMaximumPoolSize(),
                now.getThreadsAwaitingConnection(),
                0);
    }

    /** Of the fullest. */
    private long percentTaken() {
        return pools().stream()
                .mapToLong(pool -> (long) WHOLE * pool.active() / pool.most())
                .max()
                .orElse(0);
    }
}
