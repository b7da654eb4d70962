package io.rialto.gateway.doors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A program on a connection of its own; it reads one answer after the other. */
final class SocketClient implements WebSocket.Listener {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PATIENCE_SECONDS = 60;

    private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
    private final StringBuilder partial = new StringBuilder();
    private final WebSocket socket;

    private SocketClient(int port) {
        socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(URI.create("ws://127.0.0.1:" + port + "/api/v1/ws"), this)
                .join();
    }

    static SocketClient at(int port) {
        return new SocketClient(port);
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean isLast) {
        partial.append(data);
        if (isLast) {
            answers.add(partial.toString());
            partial.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int status, String reason) {
        answers.add("{\"op\":\"closed\",\"status\":" + status + "}");
        return null;
    }

    /** Sends a text and waits for what comes next. */
    JsonNode asks(String text) throws Exception {
        socket.sendText(text, true).join();
        return next();
    }

    JsonNode asks(String op, int id, String data) throws Exception {
        return asks("{\"op\":\"" + op + "\",\"id\":" + id + ",\"data\":" + data + "}");
    }

    /** @param more further fields, each with a comma before it */
    JsonNode signs(Client client, String more) throws Exception {
        return signs(client, Map.of(), more);
    }

    /** @param given headers that are signed as they are */
    JsonNode signs(Client client, Map<String, String> given, String more) throws Exception {
        Map<String, String> headers = client.signed("GET", "/api/v1/ws", "", given);
        return asks(
                "auth",
                0,
                "{\"key\":\"" + headers.get("X-API-Key") + "\",\"timestamp\":\"" + headers.get("X-API-Timestamp")
                        + "\",\"nonce\":\"" + headers.get("X-API-Nonce") + "\",\"signature\":\""
                        + headers.get("X-API-Signature") + "\"" + more + "}");
    }

    JsonNode next() throws Exception {
        String answer = answers.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (answer == null) throw new AssertionError("no answer within " + PATIENCE_SECONDS + " seconds");
        return JSON.readTree(answer);
    }

    /** The line is cut: nobody says good-bye. */
    void breaks() {
        socket.abort();
    }
}
