package io.rialto.bench.notices;

import com.fasterxml.jackson.databind.JsonNode;
import io.rialto.bench.sockets.Crowd;
import io.rialto.bench.venue.RequestSigner;
import io.rialto.bench.venue.VenueClient;
import io.rialto.bench.venue.VenueProcess;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * Orders that a venue of its own refuses, on a schedule: each is a notification of HIGH priority to its account, and every other one
 * begins a breach of a rule, which is CRITICAL. The price of an order says which one it is.
 */
final class ToSockets implements NoticeReader.Ear, AutoCloseable {
    /** Orders, and the notifications that they cause. */
    static final int ORDERS_OF = 2;

    static final int NOTICES_OF = 3;

    private static final String SYMBOL = "BENCH-USD";
    private static final int MOST_ORDERS = 1_000_000;
    private static final int BASE_CENTS = 10_000;
    private static final int DIGITS = 3;
    private static final long LONGEST_MICROS = 60_000_000;
    private static final long SECOND_NANOS = 1_000_000_000L;
    private static final long ARRIVAL_NANOS = 20 * SECOND_NANOS;

    private final Crowd sockets;
    private final List<NoticeReader> readers = new ArrayList<>();
    private final AtomicLongArray dueNanos = new AtomicLongArray(MOST_ORDERS);
    private final Map<Long, Long> dueOfFrame = new ConcurrentHashMap<>();
    private volatile Map<Kind, Histogram> micros = fresh();
    private int placed;

    /** What is measured, and from when on. */
    enum Kind {
        HIGH_FROM_EVENT,
        CRITICAL_FROM_EVENT,
        HIGH_FROM_DUE,
        CRITICAL_FROM_DUE
    }

    ToSockets(VenueProcess venue, int accounts) throws IOException {
        VenueClient admin = venue.administrator();
        URI address = venue.awaitReady(1);
        created(admin, "/api/v1/admin/assets", "{\"code\":\"BENCH\",\"scale\":4}");
        created(admin, "/api/v1/admin/instruments", """
                {"symbol":"%s","base":"BENCH","quote":"USD","tickSize":"0.01","lotSize":"0.01","minQuantity":"0.01",
                 "maxQuantity":"1000.00","minNotional":"0","makerFeeRate":"0","takerFeeRate":"0"}""".formatted(SYMBOL));
        created(admin, "/api/v1/risk-rules", """
                {"name":"bench","type":"MAX_ORDER_VALUE","limit":"500.00","scope":{"symbol":"%s"},"action":"ALERT",
                 "severity":"CRITICAL"}""".formatted(SYMBOL));
        for (int i = 0; i < accounts; i++) readers.add(new NoticeReader(signer(admin, i), this));
        sockets = new Crowd(address, accounts, 0, readers::get).start();
        readers.forEach(NoticeReader::awaitSubscribed);
    }

    private static RequestSigner signer(VenueClient admin, int number) throws IOException {
        String id = created(admin, "/api/v1/admin/accounts", "{\"name\":\"bench-" + number + "\"}")
                .get("id")
                .asText();
        VenueClient.Answer tier = admin.post("/api/v1/admin/accounts/" + id + "/tier", "{\"tier\":\"BROKER\"}");
        if (!tier.isOk()) throw new IllegalStateException("no tier for account " + id + ": " + tier);
        JsonNode key = created(admin, "/api/v1/admin/accounts/" + id + "/api-keys", """
                {"label":"bench","scopes":["read","trade"]}""");
        return new RequestSigner(key.get("key").asText(), key.get("secret").asText());
    }

    private static JsonNode created(VenueClient client, String path, String body) throws IOException {
        VenueClient.Answer answer = client.post(path, body);
        if (answer.status() != 201) throw new IllegalStateException(path + " " + body + ": " + answer);
        return answer.body();
    }

    private static Map<Kind, Histogram> fresh() {
        Map<Kind, Histogram> all = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) all.put(kind, new ConcurrentHistogram(LONGEST_MICROS, DIGITS));
        return all;
    }

    /**
     * Places so many orders, each when it is due, however late the one before was.
     *
     * @return how many notifications did not come
     */
    long run(int orders, double ordersPerSecond) throws IOException {
        micros = fresh();
        long expected = (long) orders * NOTICES_OF / ORDERS_OF;
        long begunNanos = System.nanoTime();
        for (int i = 0; i < orders; i++) {
            long due = begunNanos + (long) (i * SECOND_NANOS / ordersPerSecond);
            while (System.nanoTime() < due) LockSupport.parkNanos(due - System.nanoTime());
            dueNanos.set(placed, due);
            boolean isLarge = placed / readers.size() % ORDERS_OF == 0;
            readers.get(placed % readers.size()).places(BASE_CENTS + placed, order(placed, isLarge));
            placed++;
        }
        long untilNanos = System.nanoTime() + ARRIVAL_NANOS;
        while (told() < expected && System.nanoTime() < untilNanos) LockSupport.parkNanos(1_000_000);
        return expected - told();
    }

    /** Nobody has any, so none is taken. */
    private static String order(int number, boolean isLarge) {
        int cents = BASE_CENTS + number;
        return String.format(
                Locale.ROOT,
                "{\"symbol\":\"%s\",\"side\":\"SELL\",\"type\":\"LIMIT\",\"price\":\"%d.%02d\",\"quantity\":\"%s\"}",
                SYMBOL,
                cents / 100,
                cents % 100,
                isLarge ? "10.00" : "0.01");
    }

    private long told() {
        return micros.get(Kind.HIGH_FROM_DUE).getTotalCount()
                + micros.get(Kind.CRITICAL_FROM_DUE).getTotalCount();
    }

    Histogram micros(Kind kind) {
        return micros.get(kind);
    }

    @Override
    public void notification(JsonNode letter, Instant at) {
        long nowNanos = System.nanoTime();
        long frame = letter.get("sequence").asLong();
        boolean isCritical = letter.get("priority").asText().equals("CRITICAL");
        if (!isCritical) {
            BigDecimal price = new BigDecimal(letter.get("price").asText());
            dueOfFrame.put(frame, dueNanos.get(price.movePointRight(2).intValueExact() - BASE_CENTS));
        }
        Instant event = Instant.parse(letter.get("createdAt").asText());
        record(
                isCritical ? Kind.CRITICAL_FROM_EVENT : Kind.HIGH_FROM_EVENT,
                Duration.between(event, at).toNanos());
        Long due = dueOfFrame.get(frame);
        if (due != null) record(isCritical ? Kind.CRITICAL_FROM_DUE : Kind.HIGH_FROM_DUE, nowNanos - due);
    }

    private void record(Kind kind, long nanos) {
        micros.get(kind).recordValue(Math.min(LONGEST_MICROS, Math.max(0, nanos) / 1_000));
    }

    @Override
    public void close() throws IOException {
        sockets.close();
    }
}
