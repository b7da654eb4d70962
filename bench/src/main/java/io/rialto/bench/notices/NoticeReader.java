package io.rialto.bench.notices;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rialto.bench.sockets.LeanSocket;
import io.rialto.bench.venue.RequestSigner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * One account's WebSocket: it places orders and is told what becomes of them.
 *
 * <p>Threading: orders from one thread; it hears on the one that reads all sockets.
 */
final class NoticeReader implements LeanSocket.Ear {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PATH = "/api/v1/ws";
    private static final long PATIENCE_SECONDS = 30;

    private final RequestSigner signer;
    private final Ear ear;
    private final CompletableFuture<LeanSocket> subscribed = new CompletableFuture<>();
    private LeanSocket socket;

    /** Hears what comes. */
    interface Ear {
        /** @param at by the machine's clock, when all of it was here */
        void notification(JsonNode letter, Instant at);
    }

    NoticeReader(RequestSigner signer, Ear ear) {
        this.signer = signer;
        this.ear = ear;
    }

    @Override
    public void opened(LeanSocket opened) throws IOException {
        socket = opened;
        List<String> headers = signer.sign("GET", PATH, new byte[0]);
        say("{\"op\":\"auth\",\"id\":1,\"data\":{\"key\":\"" + headers.get(1) + "\",\"timestamp\":\"" + headers.get(3)
                + "\",\"nonce\":\"" + headers.get(5) + "\",\"signature\":\"" + headers.get(7) + "\"}}");
        say("{\"op\":\"subscribe\",\"id\":2,\"channel\":\"notifications\"}");
    }

    /** Returns when it will be told whatever happens from now on. */
    void awaitSubscribed() {
        socket = subscribed.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    void places(long id, String order) throws IOException {
        say("{\"op\":\"order.place\",\"id\":" + id + ",\"data\":" + order + "}");
    }

    private void say(String text) throws IOException {
        socket.say(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void text(ByteBuffer payload) {
        Instant at = Instant.now();
        byte[] utf8 = new byte[payload.remaining()];
        payload.get(utf8);
        try {
            hear(JSON.readTree(utf8), at);
        } catch (IOException strange) {
            throw new UncheckedIOException(strange);
        }
    }

    private void hear(JsonNode message, Instant at) {
        String type = message.path("type").asText();
        boolean isError = message.path("op").asText().equals("error");
        if (type.equals("SNAPSHOT")) subscribed.complete(socket);
        else if (type.equals("UPDATE")) message.at("/data/items").forEach(letter -> ear.notification(letter, at));
        else if (isError && message.path("id").asLong() <= 2) {
            subscribed.completeExceptionally(new IllegalStateException("not subscribed: " + message));
        }
    }
}
