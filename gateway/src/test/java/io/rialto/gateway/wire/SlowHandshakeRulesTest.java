package io.rialto.gateway.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.rialto.gateway.doors.VenueKeystore;
import io.rialto.gateway.doors.VenueUnderTest;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Where the door speaks TLS, who draws out the handshake is cut off as well. */
@Timeout(120)
class SlowHandshakeRulesTest {
    /** A record of 16,000 bytes begins, and in it a greeting; its end is never said. */
    private static final String GREETING = "\u0016\u0003\u0001\u003e\u0080\u0001\u0000\u003e\u007c\u0003\u0003";

    @Test
    void whoNeverEndsTheHandshakeIsCutOffAndOthersAreServed(@TempDir Path directory) throws Exception {
        VenueKeystore keystore = VenueKeystore.in(directory);
        Map<String, String> options = new HashMap<>(keystore.options());
        options.put("http.header-timeout", "500");
        options.put("http.idle-timeout", "600000");
        try (VenueUnderTest venue = VenueUnderTest.open(directory.resolve("data"), options);
                Speaker silent = new Speaker(venue.port());
                Speaker slow = new Speaker(venue.port())) {
            assertThat(slow.saysSlowly(GREETING + "a".repeat(15_000), 1).isClosed())
                    .isTrue();

            HttpRequest time = HttpRequest.newBuilder(URI.create("https://localhost:" + venue.port() + "/api/v1/time"))
                    .build();
            assertThat(keystore.client().send(time, BodyHandlers.ofString()).statusCode())
                    .isEqualTo(200);
            silent.says(GREETING);
            assertThat(silent.isClosed()).isFalse();
        }
    }
}
