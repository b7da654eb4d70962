package io.rialto.gateway.doors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a keystore the door speaks TLS, and nothing else. */
class TlsRulesTest {
    @Test
    void aKeystoreMakesTheDoorSpeakTls(@TempDir Path directory) throws Exception {
        VenueKeystore keystore = VenueKeystore.in(directory);
        try (VenueUnderTest venue = VenueUnderTest.open(directory.resolve("data"), keystore.options())) {
            HttpClient client = keystore.client();
            HttpResponse<String> answer = client.send(time("https", venue.port()), BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.sslSession().orElseThrow().getProtocol()).isEqualTo("TLSv1.3");
            assertThat(venue.said()).anyMatch(line -> line.startsWith("ready https://"));
            assertThatThrownBy(() -> client.send(time("http", venue.port()), BodyHandlers.ofString()))
                    .isInstanceOf(IOException.class);
        }
    }

    private static HttpRequest time(String scheme, int port) {
        return HttpRequest.newBuilder(URI.create(scheme + "://localhost:" + port + "/api/v1/time"))
                .build();
    }
}
