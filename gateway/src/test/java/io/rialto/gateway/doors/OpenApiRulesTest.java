package io.rialto.gateway.doors;

import static io.rialto.gateway.doors.VenueUnderTest.ok;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.rialto.gateway.http.Route;
import io.rialto.gateway.problem.ProblemCode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenApiRulesTest {
    private static final Pattern REFERENCE = Pattern.compile("\"\\$ref\":\"#/([^\"]+)\"");

    private VenueUnderTest venue;
    private JsonNode document;

    @BeforeAll
    void open(@TempDir Path data) throws Exception {
        venue = VenueUnderTest.open(data);
        document = ok(venue.nobody().raw("GET", "/openapi.json", "", Map.of())).json();
    }

    @AfterAll
    void close() {
        venue.close();
    }

    private JsonNode operation(Route route) {
        return document.path("paths").path(route.path()).path(route.method().toLowerCase(Locale.ROOT));
    }

    @Test
    void everyRouteIsInTheDocumentAndNothingElse() {
        Set<String> routes = new TreeSet<>();
        for (Route route : venue.routes()) routes.add(route.method() + " " + route.path());
        Set<String> told = new TreeSet<>();
        document.get("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .fieldNames()
                        .forEachRemaining(method -> told.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));

        assertThat(told).isEqualTo(routes);
        assertThat(document.get("openapi").asText()).startsWith("3.1");
    }

    @Test
    void everyParameterIsToldAndNoOther() {
        for (Route route : venue.routes()) {
            Set<String> known = new TreeSet<>(route.parameters());
            if (route.kind() == Route.Kind.READ && route.scope().isPresent()) known.add("account");
            Matcher parts = Pattern.compile("\\{(\\w+)}").matcher(route.path());
            Set<String> inPath = new TreeSet<>();
            while (parts.find()) inPath.add(parts.group(1));

            assertThat(parameters(route, "query")).as(route.path()).isEqualTo(known);
            assertThat(parameters(route, "path")).as(route.path()).isEqualTo(inPath);
        }
    }

    private Set<String> parameters(Route route, String where) {
        Set<String> names = new TreeSet<>();
        for (JsonNode each : operation(route).get("parameters")) {
            if (each.path("in").asText().equals(where))
                names.add(each.get("name").asText());
        }
        return names;
    }

    @Test
    void whatIsNotOpenToAllSaysHowToSignAndWhatIsRefused() {
        for (Route route : venue.routes()) {
            JsonNode operation = operation(route);
            assertThat(operation.get("security").isEmpty())
                    .as(route.path())
                    .isEqualTo(route.scope().isEmpty());
            if (route.scope().isPresent()) {
                assertThat(operation.get("responses").has("401"))
                        .as(route.path())
                        .isTrue();
            }
            assertThat(operation.get("summary").asText()).isNotBlank();
        }
        assertThat(document.at("/components/securitySchemes")).hasSize(5);
    }

    @Test
    void everyRouteSaysWhatItDoesWhatItTakesAndWhatItAnswers() {
        Set<String> silent = new TreeSet<>();
        for (Route route : venue.routes()) {
            boolean isDocument = route.path().endsWith(".json");
            boolean takesSomething =
                    !route.method().equals("GET") && !route.method().equals("DELETE");
            boolean isJson = route.told().contentType().equals("application/json");
            if (route.told().summary().isBlank()
                    || takesSomething && route.told().bodies().isEmpty()
                    || isJson && !isDocument && route.told().answer().isEmpty()) {
                silent.add(route.method() + " " + route.path());
            }
        }
        assertThat(silent).isEmpty();
    }

    @Test
    void everyCodeIsToldAtItsStatus() {
        for (ProblemCode code : ProblemCode.all()) {
            JsonNode codes = document.at("/components/responses/Problem" + code.status()
                    + "/content/application~1problem+json/schema/allOf/1/properties/code/enum");
            List<String> names = new ArrayList<>();
            codes.forEach(each -> names.add(each.asText()));
            assertThat(names).contains(code.name());
        }
    }

    @Test
    void noReferenceLeadsNowhereAndNoOperationSharesItsId() {
        Matcher references = REFERENCE.matcher(document.toString());
        while (references.find()) {
            assertThat(document.at("/" + references.group(1)).isMissingNode())
                    .as(references.group(1))
                    .isFalse();
        }
        List<String> ids = new ArrayList<>();
        document.findValues("operationId").forEach(each -> ids.add(each.asText()));
        assertThat(ids).doesNotHaveDuplicates().hasSameSizeAs(venue.routes());
    }

    @Test
    void everyBodyIsShownWholeAndFits() {
        int asked = 0;
        int answered = 0;
        for (Route route : venue.routes()) {
            String name = route.method() + " " + route.path();
            JsonNode takes = operation(route).at("/requestBody/content/application~1json");
            if (!takes.isMissingNode()) {
                asked++;
                assertThat(takes.has("example")).as(name).isTrue();
                assertThat(Documented.faults(
                                takes.get("schema"), takes.get("example").toString()))
                        .as(name + " takes " + takes.get("example"))
                        .isEmpty();
            }
            for (JsonNode response : operation(route).get("responses")) {
                JsonNode gives = response.at("/content/application~1json");
                if (gives.isMissingNode()) continue;
                answered++;
                assertThat(gives.has("example")).as(name).isTrue();
                assertThat(Documented.faults(
                                gives.get("schema"), gives.get("example").toString()))
                        .as(name + " answers " + gives.get("example"))
                        .isEmpty();
            }
        }
        assertThat(asked).isGreaterThan(100);
        assertThat(answered).isGreaterThan(200);
    }

    /** The control of what every other test of the doors is held against. */
    @Test
    void anAnswerThatIsNotAsToldIsFound() {
        String path = "/api/v1/time";
        String well = "{\"time\":\"2026-11-22T10:00:00.000000000Z\",\"epochMillis\":1,\"sequence\":2}";

        assertThat(Documented.faults("GET", path, 200, well)).isEmpty();
        for (String ill : List.of("{}", well.replace(":2}", ":\"2\"}"), well.replace("time", "moment"), "[]")) {
            assertThat(Documented.faults("GET", path, 200, ill)).as(ill).isNotEmpty();
        }
        assertThat(Documented.faults("GET", path, 200, well.replace("}", ",\"more\":1}")))
                .isNotEmpty();
    }

    @Test
    void theSocketsOperationsAreToldByTheSameDeclarations() {
        JsonNode socket =
                ok(venue.nobody().raw("GET", "/asyncapi.json", "", Map.of())).json();

        Set<String> told = new TreeSet<>();
        socket.get("operations").fieldNames().forEachRemaining(told::add);
        assertThat(told)
                .containsExactly(
                        "auth",
                        "heartbeat",
                        "logout",
                        "order.amend",
                        "order.cancel",
                        "order.cancelAll",
                        "order.place",
                        "resume",
                        "subscribe",
                        "told",
                        "unsubscribe");
        Set<String> fields = new TreeSet<>();
        document.at("/paths/~1api~1v1~1orders/post/requestBody/content/application~1json/schema/properties")
                .fieldNames()
                .forEachRemaining(fields::add);
        Set<String> placed = new TreeSet<>();
        socket.path("components")
                .path("messages")
                .path("order.place")
                .at("/payload/properties/data/properties")
                .fieldNames()
                .forEachRemaining(placed::add);
        assertThat(placed).isEqualTo(fields).contains("symbol", "pegReference");
        Matcher references = REFERENCE.matcher(socket.toString());
        while (references.find()) {
            assertThat(socket.at("/" + references.group(1)).isMissingNode())
                    .as(references.group(1))
                    .isFalse();
        }
    }

    @Test
    void bothPagesComeFromThisVenueAlone() {
        for (String page : List.of("/docs", "/redoc")) {
            Client.Answer answer = ok(venue.nobody().raw("GET", page, "", Map.of()));
            String html = answer.response().body();
            assertThat(html).doesNotContain("http:", "https:", "//");
            assertThat(answer.header("Content-Type")).startsWith("text/html");
            assertThat(answer.header("Content-Security-Policy")).contains("default-src 'self'");
            Matcher assets = Pattern.compile("(?:src|href)=\"(/[^\"]+)\"").matcher(html);
            int found = 0;
            while (assets.find()) {
                found++;
                Client.Answer asset = ok(venue.nobody().raw("GET", assets.group(1), "", Map.of()));
                assertThat(asset.response().body()).isNotBlank();
                assertThat(asset.header("Content-Type")).matches("text/(javascript|css).*");
            }
            assertThat(found).isGreaterThanOrEqualTo(2);
        }
        assertThat(venue.nobody()
                        .raw("GET", "/docs/..%2Flogback.xml", "", Map.of())
                        .status())
                .isIn(400, 404);
        assertThat(venue.nobody().raw("GET", "/docs/logback.xml", "", Map.of()).status())
                .isEqualTo(404);
    }
}
