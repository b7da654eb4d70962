package io.rialto.gateway.doors;

import static io.rialto.gateway.doors.VenueUnderTest.order;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SocketRulesTest extends TwoTraders {
    private static final long PATIENCE_NANOS = 60_000_000_000L;

    @Test
    void anOrderIsTheSameByEitherDoor() throws Exception {
        SocketClient socket = SocketClient.at(venue.port());
        assertThat(socket.signs(alice.client(), "").at("/data/account").asText())
                .isEqualTo(alice.account());

        JsonNode placed = socket.asks("order.place", 7, order("BUY", "0.5", "50000.00"));

        assertThat(placed.get("op").asText()).isEqualTo("order.place");
        assertThat(placed.get("id").asInt()).isEqualTo(7);
        assertThat(placed.get("status").asInt()).isEqualTo(201);
        String id = placed.at("/data/id").asText();
        assertThat(alice.client().get("/api/v1/orders/" + id).text("status")).isEqualTo("NEW");
        JsonNode amended = socket.asks("order.amend", 8, "{\"order\":\"" + id + "\",\"quantity\":\"0.4\"}");
        assertThat(amended.at("/data/quantity").asText()).isEqualTo("0.40000");
        JsonNode cancelled = socket.asks("order.cancel", 9, "{\"order\":\"" + id + "\"}");
        assertThat(cancelled.at("/data/status").asText()).isEqualTo("CANCELLED");
        socket.asks("order.place", 10, order("BUY", "0.5", "50000.00"));
        JsonNode all = socket.asks("order.cancelAll", 11, "{\"symbol\":\"BTC-USD\"}");
        assertThat(all.at("/data/cancelled").asInt()).isEqualTo(1);
    }

    @Test
    void aLostConnectionTakesItsOwnOrdersWithIt() throws Exception {
        SocketClient socket = SocketClient.at(venue.port());
        socket.signs(alice.client(), ",\"cancelOnDisconnect\":true");
        String lost = placed(socket);
        String kept = alice.places("BUY", "0.5", "49000.00").text("id");

        socket.breaks();

        awaits(alice.client(), lost, "CANCELLED");
        assertThat(status(kept)).isEqualTo("NEW");
        assertThat(status(lost)).isEqualTo("CANCELLED");
    }

    @Test
    void whoComesBackInTimeKeepsThem() throws Exception {
        SocketClient socket = SocketClient.at(venue.port());
        JsonNode signed = socket.signs(alice.client(), ",\"cancelOnDisconnect\":true,\"graceSeconds\":3600");
        String order = placed(socket);
        int session = signed.at("/data/session").asInt();

        socket.breaks();
        JsonNode back = comesBack(session);

        assertThat(back.at("/data/session").asInt()).isEqualTo(session);
        assertThat(status(order)).isEqualTo("NEW");
    }

    @Test
    void aLogOutCancelsNothing() throws Exception {
        SocketClient socket = SocketClient.at(venue.port());
        socket.signs(alice.client(), ",\"cancelOnDisconnect\":true");
        String order = placed(socket);

        assertThat(socket.asks("logout", 2, "{}").get("status").asInt()).isEqualTo(200);
        assertThat(socket.next().get("op").asText()).isEqualTo("closed");
        bob.places("BUY", "0.1", "40000.00");
        assertThat(status(order)).isEqualTo("NEW");
    }

    @Test
    void badTextsAreRefusedAndReachNobody() throws Exception {
        SocketClient socket = SocketClient.at(venue.port());
        long before = venue.sequence();
        List<String> codes = new ArrayList<>();
        for (String text : List.of(
                "{",
                "[]",
                "{\"op\":\"order.place\",\"id\":1,\"data\":{}}",
                "{\"op\":\"auth\",\"data\":{}}",
                "{\"op\":\"auth\",\"data\":{\"hello\":1}}",
                "{\"id\":1}")) {
            codes.add(socket.asks(text).get("code").asText());
        }
        assertThat(codes)
                .containsExactly(
                        "MALFORMED_JSON",
                        "WRONG_TYPE",
                        "MISSING_CREDENTIALS",
                        "MISSING_CREDENTIALS",
                        "UNKNOWN_FIELD",
                        "MISSING_FIELD");
        socket.signs(alice.client(), "");
        assertThat(socket.asks("order.shout", 1, "{}").get("code").asText()).isEqualTo("INVALID_VALUE");
        assertThat(socket.asks("order.place", 2, "{\"symbol\":\"BTC-USD\"}")
                        .at("/data/field")
                        .asText())
                .isEqualTo("side");
        assertThat(socket.asks("order.cancel", 3, "{\"order\":\"x\"}")
                        .get("code")
                        .asText())
                .isEqualTo("UNKNOWN_ORDER");
        assertThat(venue.sequence()).isEqualTo(before);
        JsonNode refused = socket.asks("order.place", 4, order("BUY", "900", "50000.00"));
        assertThat(refused.get("op").asText()).isEqualTo("error");
        assertThat(refused.get("code").asText()).isEqualTo("INSUFFICIENT_FUNDS");
    }

    @Test
    void aWrongSignatureSignsNothing() throws Exception {
        SocketClient socket = SocketClient.at(venue.port());
        Client other = venue.again(alice.key(), bob.secret());

        assertThat(socket.signs(other, "").get("code").asText()).isEqualTo("INVALID_SIGNATURE");
        assertThat(socket.signs(administrator, "").get("code").asText()).isEqualTo("FORBIDDEN");
        assertThat(socket.asks("order.place", 1, order("BUY", "0.5", "50000.00"))
                        .get("code")
                        .asText())
                .isEqualTo("MISSING_CREDENTIALS");
    }

    private static String placed(SocketClient socket) throws Exception {
        return socket.asks("order.place", 1, order("BUY", "0.5", "50000.00"))
                .at("/data/id")
                .asText();
    }

    private String status(String order) {
        return alice.client().get("/api/v1/orders/" + order).text("status");
    }

    /** The venue hears of a cut line when the line says so. */
    private static void awaits(Client client, String order, String status) {
        long untilNanos = System.nanoTime() + PATIENCE_NANOS;
        while (!client.get("/api/v1/orders/" + order).text("status").equals(status)) {
            if (System.nanoTime() > untilNanos) throw new AssertionError(order + " is not " + status);
        }
    }

    /** Until the venue has heard of it, nobody is away. */
    private JsonNode comesBack(int session) throws Exception {
        long untilNanos = System.nanoTime() + PATIENCE_NANOS;
        while (System.nanoTime() < untilNanos) {
            SocketClient socket = SocketClient.at(venue.port());
            JsonNode answer = socket.signs(alice.client(), ",\"session\":" + session + ",\"cancelOnDisconnect\":true");
            if (answer.get("status").asInt() == 200) return answer;
            socket.breaks();
        }
        throw new AssertionError("nobody was away");
    }
}
