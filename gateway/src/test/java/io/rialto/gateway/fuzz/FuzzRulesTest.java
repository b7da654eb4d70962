package io.rialto.gateway.fuzz;

import static io.rialto.protocol.frame.FrameLayout.HEADER_LENGTH;
import static io.rialto.protocol.frame.FrameLayout.PART_HEADER_LENGTH;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import io.rialto.gateway.doors.Client;
import io.rialto.gateway.doors.VenueUnderTest;
import io.rialto.gateway.fuzz.FuzzMaker.Request;
import io.rialto.gateway.problem.ProblemCode;
import io.rialto.journal.JournalReader;
import io.rialto.protocol.CommandRejectedDecoder;
import io.rialto.protocol.RequestDecoder;
import io.rialto.protocol.frame.FrameView;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever is asked, the venue answers by its own rules: never with a fault of its own, never with a word about its inside, and
 * what it refuses leaves no other trace than a refusal. The seed is printed; {@code -Dfuzz.seed} and {@code -Dfuzz.requests}
 * choose others.
 */
class FuzzRulesTest {
    private static final int REQUESTS = Integer.getInteger("fuzz.requests", 50_000);
    private static final int THREADS = 4;
    private static final int MOST_SHOWN = 20;

    @TempDir
    private Path data;

    private final Set<UUID> refused = ConcurrentHashMap.newKeySet();
    private final Map<String, String> wrongs = new ConcurrentHashMap<>();
    private final Map<Integer, Integer> statuses = new ConcurrentHashMap<>();

    @Test
    void nothingThatIsAskedBreaksIt() throws Exception {
        long seed = Long.getLong("fuzz.seed", System.nanoTime());
        System.out.println("fuzz seed=" + seed + " requests=" + REQUESTS);
        try (VenueUnderTest venue = VenueUnderTest.open(data, unlimited())) {
            Client administrator = venue.administrator();
            Client trader =
                    venue.trader("fay", Map.of("USD", "1000000", "BTC", "1000")).client();
            venue.trader("gil", Map.of("USD", "1000000", "BTC", "1000")).places("SELL", "5", "100.00");
            JsonNode document =
                    venue.nobody().raw("GET", "/openapi.json", "", Map.of()).json();
            ask(venue, document, seed, trader, administrator);
        }
        System.out.println("fuzz answers=" + new TreeMap<>(statuses) + " refused=" + refused.size());
        assertThat(wrongs.values()).isEmpty();
        assertThat(statuses.keySet()).contains(200, 400, 401, 403, 404, 422);
        assertThat(changedAlthoughRefused()).isEmpty();
    }

    /** So that the checks are known to find: a server that shows its inside, and a change that is said to be refused. */
    @Test
    void whatIsWrongIsFound() throws Exception {
        HttpServer broken = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        broken.createContext("/", exchange -> {
            byte[] inside = "java.lang.IllegalStateException\n\tat io.rialto".getBytes(StandardCharsets.US_ASCII);
            exchange.sendResponseHeaders(500, inside.length);
            exchange.getResponseBody().write(inside);
            exchange.close();
        });
        broken.start();
        Map<String, String> headers =
                Map.of("X-Correlation-Id", UUID.randomUUID().toString());
        send(
                new Client(broken.getAddress().getPort(), "", ""),
                new Request(FuzzMaker.Sender.NOBODY, "GET", "/nowhere", "", headers));
        broken.stop(0);
        assertThat(wrongs).hasSize(1);

        try (VenueUnderTest venue = VenueUnderTest.open(data)) {
            Client trader = venue.trader("fay", Map.of("USD", "1000")).client();
            String order = VenueUnderTest.order("BUY", "1", "100.00");
            assertThat(trader.send("POST", "/api/v1/orders", order, headers).status())
                    .isEqualTo(201);
        }
        assertThat(refused).containsExactly(UUID.fromString(headers.get("X-Correlation-Id")));
        assertThat(changedAlthoughRefused()).hasSize(1);
    }

    /** Rates are tested elsewhere; here every request is to get as far as it can. */
    private static Map<String, String> unlimited() {
        Map<String, String> options = new HashMap<>();
        for (String whose : List.of("standard", "premium", "broker", "address")) {
            options.put("limits." + whose + "-rate", "1000000");
            options.put("limits." + whose + "-burst", "1000000");
        }
        options.put("limits.endpoint-share", "100");
        options.put("http.answer-timeout", "60000"); // a machine that has other things to do is no fault
        options.put("http.read-timeout", "60000");
        options.put("limits.ban-after", "1000000");
        return options;
    }

    private void ask(VenueUnderTest venue, JsonNode document, long seed, Client trader, Client administrator)
            throws Exception {
        Client nobody = venue.nobody();
        Client forger = venue.again("abcdefghijkmnpqrstuv", "s".repeat(52));
        ExecutorService senders = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<?>> sent = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                FuzzMaker maker = new FuzzMaker(document, seed + thread);
                sent.add(senders.submit(() -> {
                    for (int i = 0; i < REQUESTS / THREADS; i++) {
                        Request request = maker.next();
                        Client client = switch (request.sender()) {
                            case TRADER -> trader;
                            case ADMINISTRATOR -> administrator;
                            case NOBODY -> nobody;
                            case FORGER -> forger;
                        };
                        send(client, request);
                    }
                }));
            }
            for (Future<?> each : sent) each.get();
        } finally {
            senders.shutdownNow();
        }
    }

    private void send(Client client, Request request) {
        try {
            Client.Answer answer = answer(client, request);
            statuses.merge(answer.status(), 1, Integer::sum);
            if (answer.status() >= 400) refused.add(UUID.fromString(correlation(request)));
            isAnswered(answer, request);
        } catch (AssertionError wrong) {
            String what = wrong.getMessage().lines().limit(3).collect(Collectors.joining(" "));
            if (wrongs.size() < MOST_SHOWN) wrongs.putIfAbsent(what, request + " " + wrong.getMessage());
        }
    }

    /** A connection that the venue closed behind what is no HTTP may be taken up again: then it is asked once more. */
    private static Client.Answer answer(Client client, Request request) {
        try {
            return once(client, request);
        } catch (AssertionError failed) {
            if (!(failed.getCause() instanceof IOException)) throw failed;
            return once(client, request);
        }
    }

    private static Client.Answer once(Client client, Request request) {
        return request.sender() == FuzzMaker.Sender.NOBODY
                ? client.raw(request.method(), request.path(), request.body(), request.headers())
                : client.send(request.method(), request.path(), request.body(), request.headers());
    }

    private static String correlation(Request request) {
        return request.headers().get("X-Correlation-Id");
    }

    private static void isAnswered(Client.Answer answer, Request request) {
        assertThat(answer.status()).isBetween(200, 499);
        assertThat(answer.response().body())
                .doesNotContain("Exception", "io.rialto", "\tat ", "java.lang", "SELECT ", "INSERT ");
        if (answer.status() < 400) return;
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        JsonNode problem = answer.json();
        ProblemCode code = ProblemCode.named(answer.code()).orElseThrow();
        assertThat(problem.get("status").asInt()).isEqualTo(answer.status());
        assertThat(problem.get("type").asText()).isEqualTo(code.type());
        assertThat(problem.get("title").asText()).isNotBlank();
        assertThat(problem.get("detail").asText()).isNotBlank();
        // What is no HTTP is answered before its headers are read; what was asked before, as it was then.
        if (code != ProblemCode.MALFORMED_REQUEST && !request.headers().containsKey("Idempotency-Key"))
            assertThat(problem.get("correlationId").asText()).isEqualTo(correlation(request));
    }

    /** Of what was refused, every frame is a refusal; most have none. */
    private List<String> changedAlthoughRefused() throws Exception {
        RequestDecoder request = new RequestDecoder();
        Map<UUID, String> changed = new HashMap<>();
        try (JournalReader reader = JournalReader.open(data.resolve("journal"))) {
            while (reader.next()) {
                FrameView frame = reader.frame();
                if (!frame.hasRequest()) continue;
                request.wrap(
                        frame.buffer(),
                        frame.offset() + HEADER_LENGTH + PART_HEADER_LENGTH,
                        RequestDecoder.BLOCK_LENGTH,
                        RequestDecoder.SCHEMA_VERSION);
                UUID asked = new UUID(request.correlationHigh(), request.correlationLow());
                if (!refused.contains(asked)) continue;
                boolean isRejected = false;
                while (frame.nextEvent()) isRejected |= frame.eventType() == CommandRejectedDecoder.TEMPLATE_ID;
                if (!isRejected) changed.put(asked, "sequence=" + frame.sequence() + " command=" + frame.commandType());
            }
        }
        return changed.entrySet().stream().map(Object::toString).toList();
    }
}
