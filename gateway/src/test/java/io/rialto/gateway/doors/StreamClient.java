package io.rialto.gateway.doors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A program that reads streams: it takes messages in their order, each when it asks for it. */
final class StreamClient implements WebSocket.Listener, AutoCloseable {
    static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final int PATIENCE_SECONDS = 60;

    private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();
    private final StringBuilder partial = new StringBuilder();
    private final WebSocket socket;
    private int ids;

    StreamClient(int port) {
        socket = HTTP.newWebSocketBuilder()
                .buildAsync(URI.create("ws://127.0.0.1:" + port + "/api/v1/ws"), this)
                .join();
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean isLast) {
        partial.append(data);
        if (isLast) {
            messages.add(partial.toString());
            partial.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int status, String reason) {
        messages.add("{\"op\":\"closed\",\"status\":" + status + ",\"reason\":\"" + reason + "\"}");
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        messages.add("{\"op\":\"closed\",\"status\":1006,\"reason\":\"cut off\"}");
    }

    void sends(String text) {
        socket.sendText(text, true).join();
    }

    void sendsBytes(byte[] bytes) {
        socket.sendBinary(java.nio.ByteBuffer.wrap(bytes), true).join();
    }

    /** @param fields each with a comma before it @return the operation's id */
    int asks(String op, String fields) {
        int id = ++ids;
        sends("{\"op\":\"" + op + "\",\"id\":" + id + fields + "}");
        return id;
    }

    /** What comes next. */
    JsonNode next() {
        try {
            String message = messages.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (message == null) throw new AssertionError("no message within " + PATIENCE_SECONDS + " seconds");
            DocumentedMessages.check(message);
            return JSON.readTree(message);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The first that is so; what comes before is left out. */
    JsonNode next(Predicate<JsonNode> wanted) {
        long untilNanos = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        JsonNode message = next();
        while (!wanted.test(message)) {
            if (System.nanoTime() > untilNanos) throw new AssertionError("not come, but at last: " + message);
            message = next();
        }
        return message;
    }

    JsonNode answer(int id) {
        return next(message -> message.path("id").asInt() == id);
    }

    /** The next message of a channel. */
    JsonNode of(String channel) {
        return next(message -> message.path("channel").asText().equals(channel) && !message.has("op"));
    }

    JsonNode signs(Client client) {
        Map<String, String> headers = client.signed("GET", "/api/v1/ws", "", Map.of());
        return answer(asks(
                "auth",
                ",\"data\":{\"key\":\"" + headers.get("X-API-Key") + "\",\"timestamp\":\""
                        + headers.get("X-API-Timestamp") + "\",\"nonce\":\"" + headers.get("X-API-Nonce")
                        + "\",\"signature\":\"" + headers.get("X-API-Signature") + "\"}"));
    }

    @Override
    public void close() {
        socket.abort();
    }
}
