package io.rialto.bench.kill;

import io.rialto.bench.venue.VenueClient.Answer;
import java.util.Optional;

/** Something a client wanted, under its own key, and the answer if one came. */
final class Intent {
    final String key;
    final String method;
    final String path;
    final String body;
    private volatile Answer answer;

    Intent(String key, String method, String path, String body) {
        this.key = key;
        this.method = method;
        this.path = path;
        this.body = body;
    }

    void answered(Answer first) {
        answer = first;
    }

    boolean isAcked() {
        return answer != null;
    }

    Answer answer() {
        return answer;
    }

    Optional<String> idempotencyKey() {
        return Optional.of(key);
    }

    boolean placedAnOrder() {
        return isAcked() && method.equals("POST") && answer.status() == 201;
    }

    @Override
    public String toString() {
        return key + " " + method + " " + path + " " + body + " -> "
                + (isAcked() ? answer.status() + " " + answer.body() : "unknown");
    }
}
