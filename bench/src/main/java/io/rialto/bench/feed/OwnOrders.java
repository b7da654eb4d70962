package io.rialto.bench.feed;

import com.fasterxml.jackson.databind.JsonNode;
import io.rialto.bench.venue.RequestSigner;
import java.io.IOException;
import java.net.URI;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/**
 * Which orders of an account have ended, as the venue's socket tells it (channel {@code orders}). The newest ten thousand are remembered.
 *
 * <p>Threading: the socket's thread writes, any thread asks.
 */
public final class OwnOrders implements AutoCloseable {
    private static final int REMEMBERED = 10_000;
    private static final Set<String> ENDS = Set.of("FILLED", "CANCELLED", "EXPIRED", "REJECTED");
    private static final int NAME_AND_VALUE = 2;

    private final CountDownLatch begun = new CountDownLatch(1);
    private final Set<String> ended = new LinkedHashSet<>();
    private final Wire wire;

    private OwnOrders(URI venue, RequestSigner signer) {
        wire = new Wire(venue, this::hear);
        List<String> headers = signer.sign("GET", "/api/v1/ws", new byte[0]);
        StringBuilder data = new StringBuilder();
        for (int i = 0; i < headers.size(); i += NAME_AND_VALUE) {
            String name = headers.get(i).substring("X-API-".length()).toLowerCase(Locale.ROOT);
            data.append(i == 0 ? "" : ",").append(quoted(name)).append(':').append(quoted(headers.get(i + 1)));
        }
        wire.say("{\"op\":\"auth\",\"id\":1,\"data\":{" + data + "}}");
        wire.say("{\"op\":\"subscribe\",\"channel\":\"orders\",\"id\":2}");
    }

    private static String quoted(String text) {
        return '"' + text + '"';
    }

    /** Returns when the account's orders have been told once. */
    public static OwnOrders of(URI venue, RequestSigner signer) throws IOException {
        OwnOrders own = new OwnOrders(venue, signer);
        own.wire.await(own.begun, "an account's orders");
        return own;
    }

    /** As far as it was told by now. */
    public synchronized boolean isOpen(String order) {
        return !ended.contains(order);
    }

    private void hear(JsonNode told) {
        if (!told.path("channel").asText().equals("orders") || !told.has("data")) return;
        JsonNode data = told.path("data");
        if (data.has("items")) data.path("items").forEach(this::note);
        else note(data);
        begun.countDown();
    }

    private synchronized void note(JsonNode order) {
        if (!ENDS.contains(order.path("status").asText())) return;
        ended.add(order.path("id").asText());
        if (ended.size() <= REMEMBERED) return;
        Iterator<String> oldest = ended.iterator();
        oldest.next();
        oldest.remove();
    }

    @Override
    public void close() {
        wire.close();
    }
}
