package io.rialto.bench.ws;

import com.fasterxml.jackson.databind.JsonNode;
import io.rialto.bench.venue.VenueClient;
import io.rialto.bench.venue.VenueProcess;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * One bid whose price rises by a tick at a time on a schedule, so that the price in an update says which one it is and
 * when it was due.
 */
final class MovingBid {
    static final String SYMBOL = "BENCH-USD";
    static final String WISH =
            "{\"op\":\"subscribe\",\"channel\":\"book\",\"symbol\":\"" + SYMBOL + "\",\"depth\":10,\"id\":1}";

    private static final byte[] BIDS = "\"type\":\"DELTA\"".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    private static final byte[] FIRST = "\"bids\":[[\"".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    private static final long SECOND_NANOS = 1_000_000_000L;
    private static final long LONGEST_MICROS = 60_000_000;
    private static final int DIGITS = 3;
    private static final int BASE_CENTS = 10_000;
    private static final int MOST = 1_000_000;

    private final AtomicLongArray dueNanos = new AtomicLongArray(MOST);
    private final VenueClient trader;
    private final String order;
    private int moved;
    private volatile Histogram micros = newHistogram();

    MovingBid(VenueProcess venue) throws IOException {
        VenueClient admin = venue.administrator();
        created(admin, "/api/v1/admin/assets", "{\"code\":\"BENCH\",\"scale\":4}");
        created(admin, "/api/v1/admin/instruments", """
                {"symbol":"%s","base":"BENCH","quote":"USD","tickSize":"0.01","lotSize":"0.01","minQuantity":"0.01",
                 "maxQuantity":"1000.00","minNotional":"0","makerFeeRate":"0","takerFeeRate":"0"}""".formatted(SYMBOL));
        String account = created(admin, "/api/v1/admin/accounts", "{\"name\":\"bench\"}")
                .get("id")
                .asText();
        created(admin, "/api/v1/admin/deposits", """
                {"account":"%s","asset":"USD","amount":"1000000"}""".formatted(account));
        admin.post("/api/v1/admin/accounts/" + account + "/tier", "{\"tier\":\"BROKER\"}");
        JsonNode key = created(admin, "/api/v1/admin/accounts/" + account + "/api-keys", """
                {"label":"bench","scopes":["trade"]}""");
        trader = new VenueClient(
                venue.awaitReady(1), key.get("key").asText(), key.get("secret").asText());
        order = created(trader, "/api/v1/orders", """
                {"symbol":"%s","side":"BUY","type":"LIMIT","price":"%s","quantity":"1.00"}""".formatted(SYMBOL, price(0)))
                .get("id")
                .asText();
    }

    private static JsonNode created(VenueClient client, String path, String body) throws IOException {
        VenueClient.Answer answer = client.post(path, body);
        if (answer.status() != 201) throw new IllegalStateException(path + " " + body + ": " + answer);
        return answer.body();
    }

    private static String price(int move) {
        int cents = BASE_CENTS + move;
        return String.format(Locale.ROOT, "%d.%02d", cents / 100, cents % 100);
    }

    private static Histogram newHistogram() {
        return new ConcurrentHistogram(LONGEST_MICROS, DIGITS);
    }

    /** Moves it so often, each time when it is due, however late the one before was. */
    void move(int times, long perSecond) throws IOException {
        micros = newHistogram();
        long begunNanos = System.nanoTime();
        for (int i = 0; i < times; i++) {
            long due = begunNanos + i * SECOND_NANOS / perSecond;
            while (System.nanoTime() < due) LockSupport.parkNanos(due - System.nanoTime());
            dueNanos.set(++moved, due);
            VenueClient.Answer answer = trader.send(
                    "PATCH", "/api/v1/orders/" + order, "{\"price\":\"" + price(moved) + "\"}", Optional.empty());
            if (!answer.isOk()) throw new IllegalStateException("the bid did not move: " + answer);
        }
    }

    /** From when updates were due to when they were read, since the last {@link #move} began. */
    Histogram micros() {
        return micros;
    }

    /** A text of a subscriber; counts when it is an update. */
    void heard(ByteBuffer text) {
        if (indexOf(text, BIDS, text.position()) < 0) return;
        int at = indexOf(text, FIRST, text.position());
        if (at < 0) return;
        int cents = 0;
        for (int i = at + FIRST.length; text.get(i) != '"'; i++) {
            if (text.get(i) != '.') cents = cents * 10 + text.get(i) - '0';
        }
        long due = dueNanos.get(cents - BASE_CENTS);
        micros.recordValue(Math.min(LONGEST_MICROS, Math.max(0, System.nanoTime() - due) / 1_000));
    }

    private static int indexOf(ByteBuffer text, byte[] wanted, int from) {
        for (int i = from; i <= text.limit() - wanted.length; i++) {
            int j = 0;
            while (j < wanted.length && text.get(i + j) == wanted[j]) j++;
            if (j == wanted.length) return i;
        }
        return -1;
    }
}
