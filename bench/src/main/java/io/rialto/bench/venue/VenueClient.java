package io.rialto.bench.venue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/**
 * A program with an API key: signs requests and reads answers.
 *
 * <p>Threading: any. Errors: a connection that breaks is an {@link IOException}, and whether the request was carried
 * out is then unknown.
 */
public final class VenueClient {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final URI venue;
    private final RequestSigner signer;

    public VenueClient(URI venue, String key, String secret) {
        this.venue = venue;
        this.signer = new RequestSigner(key, secret);
    }

    /** One answer: status, body as JSON (missing when empty), and whether it repeats an earlier outcome. */
    public record Answer(int status, JsonNode body, boolean isReplayed) {
        public boolean isOk() {
            return status / 100 == 2;
        }
    }

    public Answer get(String path) throws IOException {
        return send("GET", path, "", Optional.empty());
    }

    public Answer post(String path, String body) throws IOException {
        return send("POST", path, body, Optional.empty());
    }

    /** @param path with its query, below the venue's root */
    public Answer send(String method, String path, String body, Optional<String> idempotencyKey) throws IOException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(venue.resolve(path)).timeout(PATIENCE);
        request.headers(
                signer.sign(method, path, body.getBytes(StandardCharsets.UTF_8)).toArray(String[]::new));
        idempotencyKey.ifPresent(key -> request.header("Idempotency-Key", key));
        if (body.isEmpty()) request.method(method, BodyPublishers.noBody());
        else request.header("Content-Type", "application/json").method(method, BodyPublishers.ofString(body));
        return answer(request.build());
    }

    private Answer answer(HttpRequest request) throws IOException {
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            JsonNode body = response.body().isEmpty() ? MissingNode.getInstance() : JSON.readTree(response.body());
            boolean replayed = response.headers()
                    .firstValue("Idempotent-Replayed")
                    .map("true"::equals)
                    .orElse(false);
            return new Answer(response.statusCode(), body, replayed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", stopped);
        }
    }
}
