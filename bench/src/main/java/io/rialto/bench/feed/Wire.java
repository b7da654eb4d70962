package io.rialto.bench.feed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * One socket of the venue: says operations, and hands each message to who listens.
 *
 * <p>Threading: the listener is called on the socket's thread. Errors: what is no JSON ends the connection; {@link #isOpen} tells.
 */
final class Wire implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PATIENCE_SECONDS = 30;

    private final WebSocket socket;

    Wire(URI venue, Consumer<JsonNode> listener) {
        URI address = URI.create("ws://" + venue.getAuthority() + "/api/v1/ws");
        socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(address, new Ears(listener))
                .join();
    }

    void say(String operation) {
        socket.sendText(operation, true).join();
    }

    /** Waits for what a subscription begins with. */
    void await(CountDownLatch begun, String what) throws IOException {
        try {
            if (begun.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) return;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        close();
        throw new IOException("the venue's socket did not tell " + what);
    }

    boolean isOpen() {
        return !socket.isInputClosed();
    }

    @Override
    public void close() {
        socket.abort();
    }

    private static final class Ears implements WebSocket.Listener {
        private final Consumer<JsonNode> listener;
        private final StringBuilder text = new StringBuilder();

        Ears(Consumer<JsonNode> listener) {
            this.listener = listener;
        }

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean isLast) {
            text.append(part);
            if (isLast) {
                try {
                    listener.accept(JSON.readTree(text.toString()));
                } catch (IOException garbage) {
                    from.abort();
                }
                text.setLength(0);
            }
            from.request(1);
            return null;
        }
    }
}
