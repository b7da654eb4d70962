package io.rialto.gateway.wire;

import static io.rialto.gateway.doors.VenueUnderTest.ok;
import static org.assertj.core.api.Assertions.assertThat;

import io.rialto.gateway.doors.VenueUnderTest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** There are only so many connections, and of one address fewer; who is in does not notice those who are not. */
class ConnectionRulesTest {
    private static final String ALICE = "127.0.0.2";
    private static final String BOB = "127.0.0.3";
    private static final String CAROL = "127.0.0.4";

    @TempDir
    private Path data;

    private final Deque<Speaker> served = new ArrayDeque<>();
    private VenueUnderTest venue;

    @AfterEach
    void close() throws IOException {
        for (Speaker each : served) each.close();
        venue.close();
    }

    @Test
    void anAddressHasItsShareAndOthersHaveTheirs() throws Exception {
        venue = VenueUnderTest.open(data, Map.of("http.address-connections", "3"));
        for (int i = 0; i < 3; i++) serves(ALICE);

        turnsAway(ALICE);
        serves(BOB);
        for (Speaker each : served) assertThat(each.asksTheTime()).contains("HTTP/1.1 200");

        served.getFirst().close();
        awaitRoom(ALICE);
        assertThat(page()).contains("rialto_http_connections_refused_total ");
    }

    @Test
    void allTogetherHaveABound() throws Exception {
        venue = VenueUnderTest.open(data, Map.of("http.connections", "10"));
        for (int i = 0; i < 5; i++) serves(ALICE);
        for (int i = 0; i < 5; i++) serves(BOB);

        turnsAway(CAROL);
        for (Speaker each : served) assertThat(each.asksTheTime()).contains("HTTP/1.1 200");

        served.removeFirst().close();
        served.removeFirst().close();
        awaitRoom(CAROL);
    }

    @Test
    void aProxySpeaksForMany() throws Exception {
        venue = VenueUnderTest.open(data, Map.of("http.address-connections", "3", "security.proxies", ALICE));

        for (int i = 0; i < 6; i++) serves(ALICE);

        for (int i = 0; i < 3; i++) serves(BOB);
        turnsAway(BOB);
    }

    private void serves(String address) throws IOException {
        Speaker speaker = new Speaker(venue.port(), address);
        assertThat(speaker.asksTheTime()).contains("HTTP/1.1 200");
        served.addLast(speaker);
    }

    private void turnsAway(String address) throws IOException {
        try (Speaker speaker = new Speaker(venue.port(), address)) {
            assertThat(speaker.asksTheTime()).isEmpty();
        }
    }

    /** The venue hears of an end when it hears of it. */
    private void awaitRoom(String address) throws IOException {
        for (int i = 0; i < 10_000; i++) {
            try (Speaker speaker = new Speaker(venue.port(), address)) {
                if (speaker.asksTheTime().contains("HTTP/1.1 200")) return;
            }
        }
        throw new AssertionError("there is no room for " + address);
    }

    private String page() throws Exception {
        return ok(venue.administrator().get("/metrics")).response().body();
    }
}
