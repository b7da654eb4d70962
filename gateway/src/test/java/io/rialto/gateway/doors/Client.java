package io.rialto.gateway.doors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A program with an API key, as its author would write it from the documentation alone. */
public final class Client {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String venue;
    private final String key;
    private final Clock clock;
    private final String secret;

    public Client(int port, String key, String secret) {
        this(port, key, secret, Clock.systemUTC());
    }

    /** @param clock by which it signs */
    public Client(int port, String key, String secret, Clock clock) {
        this.clock = clock;
        venue = "http://127.0.0.1:" + port;
        this.key = key;
        this.secret = secret;
    }

    /** Status, headers, body as text and, when it is JSON, as a tree. */
    public record Answer(int status, HttpResponse<String> response) {
        public JsonNode json() {
            try {
                return JSON.readTree(response.body());
            } catch (Exception e) {
                throw new AssertionError("no JSON: " + response.body(), e);
            }
        }

        public String text(String field) {
            return json().path(field).asText();
        }

        public String code() {
            return text("code");
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        @Override
        public String toString() {
            return status + " " + response.body();
        }
    }

    public Answer get(String path) {
        return send("GET", path, "", Map.of());
    }

    public Answer post(String path, String body) {
        return send("POST", path, body, Map.of());
    }

    public Answer post(String path, String body, String idempotencyKey) {
        return send("POST", path, body, Map.of("Idempotency-Key", idempotencyKey));
    }

    public Answer patch(String path, String body) {
        return send("PATCH", path, body, Map.of());
    }

    public Answer put(String path, String body) {
        return send("PUT", path, body, Map.of());
    }

    public Answer delete(String path) {
        return send("DELETE", path, "", Map.of());
    }

    /** Signed; headers given here win over the client's own. */
    public Answer send(String method, String path, String body, Map<String, String> headers) {
        return raw(method, path, body, with(signed(method, path, body, Map.of()), headers));
    }

    /** The headers of a signed request; those given are signed as they are. */
    public Map<String, String> signed(String method, String path, String body, Map<String, String> given) {
        String timestamp = given.getOrDefault("X-API-Timestamp", Long.toString(clock.millis()));
        String nonce = given.getOrDefault("X-API-Nonce", UUID.randomUUID().toString());
        int mark = path.indexOf('?');
        String text = String.join(
                "\n",
                method,
                mark < 0 ? path : path.substring(0, mark),
                mark < 0 ? "" : path.substring(mark + 1),
                timestamp,
                nonce,
                sha256(body));
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "application/json");
        headers.put("X-API-Key", key);
        headers.put("X-API-Timestamp", timestamp);
        headers.put("X-API-Nonce", nonce);
        headers.put("X-API-Signature", hmac(text));
        return with(headers, given);
    }

    /** As it is, signed by nobody. An empty header is left out. */
    public Answer raw(String method, String path, String body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(venue + path))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        headers.forEach((name, value) -> {
            if (!value.isEmpty()) request.header(name, value);
        });
        try {
            HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString());
            Answer answer = new Answer(response.statusCode(), response);
            Documented.check(method, path, body, answer);
            return answer;
        } catch (Exception e) {
            throw new AssertionError(method + " " + path + " failed", e);
        }
    }

    /** Of any text, in hex. */
    public String signatureOf(String text) {
        return hmac(text);
    }

    private static Map<String, String> with(Map<String, String> headers, Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.putAll(more);
        return all;
    }

    private String hmac(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static String sha256(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
