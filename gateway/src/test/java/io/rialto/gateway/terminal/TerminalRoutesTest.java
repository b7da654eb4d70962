package io.rialto.gateway.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rialto.gateway.access.Caller;
import io.rialto.gateway.http.Answer;
import io.rialto.gateway.http.Call;
import io.rialto.gateway.http.Route;
import io.rialto.gateway.http.Routes;
import io.rialto.gateway.problem.Problem;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TerminalRoutesTest {
    private final List<Route> built = table("/pages-under-test/");

    private static List<Route> table(String folder) {
        return new Routes().add(new TerminalRoutes(folder)).table();
    }

    private static Answer ask(List<Route> table, String path, String asset, Map<String, String> headers) {
        Route route = table.stream()
                .filter(each -> each.path().equals(path))
                .findFirst()
                .orElseThrow();
        Call.Request request = new Call.Request(
                "GET", path, "", Map.of("asset", asset), Map.of(), headers, new byte[0], "127.0.0.1", new UUID(0, 1));
        return route.handler()
                .answer(new Call(request, Caller.NOBODY))
                .toCompletableFuture()
                .join();
    }

    private Answer asset(String name, Map<String, String> headers) {
        return ask(built, "/terminal/assets/{asset}", name, headers);
    }

    private static byte[] body(Answer answer) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ((Answer.Streamed) answer.body()).writeTo(bytes);
        return bytes.toByteArray();
    }

    @Test
    void thePageIsAskedForEachTimeAndMayRunNothingOfItsOwn() throws Exception {
        for (String path : List.of("/", "/terminal")) {
            Answer page = ask(built, path, "", Map.of());
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.contentType()).isEqualTo("text/html; charset=utf-8");
            assertThat(page.headers()).containsEntry("Cache-Control", "no-cache");
            assertThat(page.headers().get("Content-Security-Policy"))
                    .contains("default-src 'self'")
                    .doesNotContain("unsafe");
            assertThat(new String(body(page))).contains("index-Ab3_d-9x.js");
        }
    }

    @Test
    void whatHasItsHashInItsNameIsKeptForAYearAndAllElseForADay() {
        Answer hashed = asset("index-Ab3_d-9x.js", Map.of());
        assertThat(hashed.contentType()).isEqualTo("text/javascript; charset=utf-8");
        assertThat(hashed.headers()).containsEntry("Cache-Control", "public, max-age=31536000, immutable");

        Answer plain = asset("mark.svg", Map.of());
        assertThat(plain.contentType()).isEqualTo("image/svg+xml");
        assertThat(plain.headers()).containsEntry("Cache-Control", "public, max-age=86400");
    }

    @Test
    void whoUnpacksIsSentLess() throws Exception {
        Answer plain = asset("index-Ab3_d-9x.js", Map.of());
        Answer packed = asset("index-Ab3_d-9x.js", Map.of("accept-encoding", "gzip, br"));
        assertThat(plain.headers()).doesNotContainKey("Content-Encoding").containsEntry("Vary", "Accept-Encoding");
        assertThat(packed.headers()).containsEntry("Content-Encoding", "gzip");
        assertThat(body(packed).length).isLessThan(body(plain).length);
        assertThat(new GZIPInputStream(new ByteArrayInputStream(body(packed))).readAllBytes())
                .isEqualTo(body(plain));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"none.js", "notes.txt", "../index.html", "..", "%2e%2e", "a b.js", "index-Ab3_d-9x.js/", "assets"
            })
    void nothingElseIsGivenOut(String name) {
        assertThatThrownBy(() -> asset(name, Map.of()))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(404));
    }

    @Test
    void aVenueWithoutPagesSaysHowToAddThem() throws Exception {
        Answer page = ask(table("/no-such-folder/"), "/terminal", "", Map.of());
        assertThat(page.status()).isEqualTo(200);
        assertThat(new String(body(page))).contains("install Node").contains("./rialto run");
    }
}
