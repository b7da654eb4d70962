package io.rialto.bench.notices;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rialto.bench.venue.RequestSigner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/** One account's WebSocket: it places orders and is told what becomes of them. Sends from one thread; hears on the client's. */
final class NoticeReader implements WebSocket.Listener, AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PATH = "/api/v1/ws";
    private static final long PATIENCE_SECONDS = 30;

    private final Ear ear;
    private final StringBuilder partial = new StringBuilder();
    private final CompletableFuture<Void> subscribed = new CompletableFuture<>();
    private final WebSocket socket;

    /** Hears what comes. */
    interface Ear {
        /** @param at by the machine's clock, when all of it was here */
        void notification(JsonNode letter, Instant at);

        void answered();
    }

    NoticeReader(HttpClient http, URI venue, RequestSigner signer, Ear ear) {
        this.ear = ear;
        URI address = URI.create("ws://" + venue.getAuthority() + PATH);
        socket = http.newWebSocketBuilder().buildAsync(address, this).join();
        List<String> headers = signer.sign("GET", PATH, new byte[0]);
        send("{\"op\":\"auth\",\"id\":1,\"data\":{\"key\":\"" + headers.get(1) + "\",\"timestamp\":\"" + headers.get(3)
                + "\",\"nonce\":\"" + headers.get(5) + "\",\"signature\":\"" + headers.get(7) + "\"}}");
        send("{\"op\":\"subscribe\",\"id\":2,\"channel\":\"notifications\"}");
    }

    /** Returns when it will be told whatever happens from now on. */
    NoticeReader awaitSubscribed() {
        subscribed.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
        return this;
    }

    void places(long id, String order) {
        send("{\"op\":\"order.place\",\"id\":" + id + ",\"data\":" + order + "}");
    }

    private void send(String text) {
        socket.sendText(text, true).join();
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean isLast) {
        partial.append(data);
        if (isLast) {
            Instant at = Instant.now();
            String text = partial.toString();
            partial.setLength(0);
            hear(text, at);
        }
        from.request(1);
        return null;
    }

    private void hear(String text, Instant at) {
        try {
            JsonNode message = JSON.readTree(text);
            String type = message.path("type").asText();
            boolean isError = message.path("op").asText().equals("error");
            if (type.equals("SNAPSHOT")) subscribed.complete(null);
            else if (type.equals("UPDATE")) message.at("/data/items").forEach(letter -> ear.notification(letter, at));
            else if (isError && message.path("id").asLong() <= 2) {
                subscribed.completeExceptionally(new IllegalStateException("not subscribed: " + text));
            } else if (isError) ear.answered();
        } catch (IOException strange) {
            throw new UncheckedIOException(strange);
        }
    }

    @Override
    public void close() {
        socket.abort();
    }
}
