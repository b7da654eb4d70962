package io.rialto.bench.kill;

import io.rialto.bench.venue.VenueClient;
import io.rialto.bench.venue.VenueClient.Answer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** One client: sends what its random says until the venue is gone, and remembers every intent and every answer. */
final class Trader implements Runnable {
    private final SplittableRandom random;
    private final int account;
    private final List<Intent> intents = new ArrayList<>();
    private final List<String> orders = new ArrayList<>();
    private VenueClient client;
    private int counted;

    Trader(long seed, int account) {
        this.random = new SplittableRandom(seed);
        this.account = account;
    }

    void connect(VenueClient toVenue) {
        client = toVenue;
    }

    @Override
    public void run() {
        while (send(next())) {}
    }

    /** Sends so many, one after the other, and has an answer to each. */
    void trade(int count) {
        for (int i = 0; i < count; i++) {
            if (!send(next())) throw new IllegalStateException("a venue that is up must answer: account=" + account);
        }
    }

    /** Sends an intent; false when no answer came. A refusal for lack of room is no outcome: it is sent again. */
    boolean send(Intent intent) {
        try {
            Answer answer;
            do {
                answer = client.send(intent.method, intent.path, intent.body, intent.idempotencyKey());
            } while (answer.status() == 503
                    && "BUSY".equals(answer.body().path("code").asText()));
            if (answer.status() >= 500) return false;
            intent.answered(answer);
            if (intent.placedAnOrder()) orders.add(answer.body().get("id").asText());
            return true;
        } catch (IOException gone) {
            return false;
        }
    }

    private Intent next() {
        String key = "t" + account + "-" + counted++;
        Intent intent = draw(key);
        intents.add(intent);
        return intent;
    }

    private Intent draw(String key) {
        int kind = random.nextInt(10);
        if (kind < 2 && !orders.isEmpty()) return new Intent(key, "DELETE", "/api/v1/orders/" + anOrder(), "");
        if (kind < 3 && !orders.isEmpty()) {
            return new Intent(
                    key, "PATCH", "/api/v1/orders/" + anOrder(), """
                    {"price":"%s","quantity":"%d"}""".formatted(price(), random.nextInt(1, 30)));
        }
        String side = random.nextBoolean() ? "BUY" : "SELL";
        if (kind == 9) {
            return new Intent(
                    key, "POST", "/api/v1/orders", """
                    {"symbol":"%s","side":"%s","type":"MARKET","quantity":"%d","clientOrderId":"%s"}""".formatted(KilledVenue.SYMBOL, side, random.nextInt(1, 20), key));
        }
        return new Intent(key, "POST", "/api/v1/orders", """
                {"symbol":"%s","side":"%s","type":"LIMIT","price":"%s","quantity":"%d","clientOrderId":"%s"}""".formatted(
                        KilledVenue.SYMBOL, side, price(), random.nextInt(1, 20), key));
    }

    private String anOrder() {
        return orders.get(orders.size() - 1 - random.nextInt(Math.min(orders.size(), 50)));
    }

    private String price() {
        return "100." + (10 + random.nextInt(80));
    }

    List<Intent> intents() {
        return intents;
    }

    int account() {
        return account;
    }
}
