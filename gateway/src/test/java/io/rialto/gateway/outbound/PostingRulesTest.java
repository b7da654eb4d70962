package io.rialto.gateway.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import io.rialto.gateway.delivery.Courier.Outcome;
import io.rialto.gateway.delivery.Courier.Result;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostingRulesTest {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final byte[] BODY = "{\"a\":1}".getBytes(StandardCharsets.UTF_8);

    private final List<String> asked = new ArrayList<>();

    @TempDir
    private Path directory;

    /** No name server knows hooks.example: who reaches it was handed the address. */
    private Targets.Names knowing(String name) {
        return host -> {
            asked.add(host);
            return host.equals(name) ? List.of(InetAddress.getLoopbackAddress()) : List.of(InetAddress.getByName(host));
        };
    }

    private static Outcome post(Posting posting, String url) {
        try (posting) {
            return posting.post(url, Map.of("X-Rialto-Delivery", "a-1"), "application/json", BODY);
        }
    }

    @Test
    void itConnectsToTheAddressThatWasCheckedAndAsksForTheNamesCertificate() throws Exception {
        TestAuthority authority = TestAuthority.in(directory);
        Authorities believed = Authorities.of(Optional.of(authority.pem()));
        Targets targets = new Targets(Set.of("hooks.example"), false, knowing("hooks.example"));
        try (Receiver receiver = Receiver.secure(authority.server())) {
            String url = "https://hooks.example:" + receiver.port() + "/in?a=b";

            assertThat(post(new Posting(LONG, believed, targets), url)).isEqualTo(Outcome.DELIVERED);

            Receiver.Got got = receiver.next();
            assertThat(got.path()).isEqualTo("/in?a=b");
            assertThat(got.body()).isEqualTo(BODY);
            assertThat(got.headers()).containsEntry("x-rialto-delivery", "a-1");
            assertThat(asked).as("once, and nobody again").containsExactly("hooks.example");

            Outcome unbelieved = post(new Posting(LONG, Authorities.of(Optional.empty()), targets), url);
            assertThat(unbelieved.result()).isEqualTo(Result.LATER);
            assertThat(unbelieved.reason()).startsWith("TLS failed");

            Targets other = new Targets(Set.of("other.example"), false, knowing("other.example"));
            Outcome wrongName =
                    post(new Posting(LONG, believed, other), "https://other.example:" + receiver.port() + "/");
            assertThat(wrongName.reason()).startsWith("TLS failed");
            assertThat(receiver.hasNothing()).isTrue();
        }
    }

    @Test
    void aNameThatHasTurnedToAPrivateAddressIsRefusedAtDelivery() throws Exception {
        Targets targets = new Targets(Set.of(), true, knowing("turned.example"));
        try (Receiver receiver = Receiver.plain()) {
            for (String host : List.of("turned.example", "127.0.0.1", "[::1]", "[::ffff:127.0.0.1]", "127.1")) {
                Posting posting = new Posting(LONG, Authorities.of(Optional.empty()), targets);

                assertThat(post(posting, "http://" + host + ":" + receiver.port() + "/"))
                        .as(host)
                        .isEqualTo(Outcome.never("the address is not allowed"));
            }
            assertThat(receiver.hasNothing()).isTrue();
        }
    }

    @Test
    void theStatusDecides() throws Exception {
        Targets targets = new Targets(Set.of("localhost"), true, knowing("localhost"));
        try (Receiver receiver = Receiver.plain()) {
            String url = "http://localhost:" + receiver.port() + "/";
            Map<Integer, Outcome> outcomes = Map.of(
                    204, Outcome.DELIVERED,
                    400, Outcome.never("HTTP 400"),
                    410, Outcome.never("HTTP 410"),
                    404, Outcome.later("HTTP 404"),
                    500, Outcome.later("HTTP 500"),
                    302, Outcome.never("HTTP 302: redirects are not followed"),
                    429, new Outcome(Result.LATER, "HTTP 429", Duration.ofSeconds(120)));
            outcomes.forEach((status, outcome) -> {
                receiver.answers(
                        status, Map.of("Location", url + "elsewhere", "Retry-After", status == 429 ? "120" : "x"));
                Posting posting = posting(targets);
                assertThat(post(posting, url)).as("" + status).isEqualTo(outcome);
            });
            for (int i = 0; i < outcomes.size(); i++)
                assertThat(receiver.next().path()).isEqualTo("/");
            assertThat(receiver.hasNothing()).as("no redirect was followed").isTrue();
        }
    }

    private static Posting posting(Targets targets) {
        try {
            return new Posting(LONG, Authorities.of(Optional.empty()), targets);
        } catch (Exception unusable) {
            throw new AssertionError(unusable);
        }
    }

    @Test
    void whoFallsSilentAndWhoIsAwayMayBeTriedAgain() throws Exception {
        Targets targets = new Targets(Set.of("localhost"), true, knowing("localhost"));
        int port;
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            port = silent.getLocalPort();
            Posting hasty = new Posting(Duration.ofMillis(200), Authorities.of(Optional.empty()), targets);
            assertThat(post(hasty, "http://localhost:" + port + "/")).isEqualTo(Outcome.later("no answer in time"));
        }
        assertThat(post(posting(targets), "http://localhost:" + port + "/"))
                .isEqualTo(Outcome.later("nobody listens there"));
        Targets unknown = new Targets(Set.of(), true, host -> {
            throw new java.net.UnknownHostException(host);
        });
        assertThat(post(posting(unknown), "http://gone.example/")).isEqualTo(Outcome.later("the host has no address"));
    }
}
