package io.rialto.gateway.openapi;

import io.rialto.gateway.http.Route;
import io.rialto.gateway.problem.ProblemBody;
import io.rialto.gateway.problem.ProblemCode;
import io.rialto.protocol.Reason;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What is answered instead of what was asked: for each status the codes that it can have, from the one closed list. */
final class Problems {
    private static final int REFUSED = 422;
    private static final Set<String> RULES =
            Arrays.stream(Reason.values()).map(Reason::name).collect(Collectors.toSet());
    /** About a body, a state that it would change, or an outcome. */
    private static final Set<Integer> OF_COMMANDS = Set.of(409, 415, REFUSED, 504);

    private static final Set<Integer> LATER = Set.of(429, 503);

    private Problems() {}

    /** Every status that there is a code for, as responses to refer to. */
    static Map<String, Object> responses(Schemas schemas) {
        schemas.of(ProblemBody.class);
        Map<String, Object> responses = new LinkedHashMap<>();
        for (int status : statuses()) responses.put(name(status), response(status));
        return responses;
    }

    private static Set<Integer> statuses() {
        return ProblemCode.all().stream().map(ProblemCode::status).collect(Collectors.toCollection(TreeSet::new));
    }

    /** A rule that refuses a command is always 422, whatever a door says that knows it by itself. */
    private static List<ProblemCode> codes(int status) {
        return ProblemCode.all().stream()
                .filter(code -> code.status() == status || status == REFUSED && RULES.contains(code.name()))
                .toList();
    }

    private static Map<String, Object> response(int status) {
        List<ProblemCode> codes = codes(status);
        Map<String, Object> schema = Words.of(
                "allOf",
                List.of(
                        Words.of("$ref", "#/components/schemas/Problem"),
                        Words.of(
                                "properties",
                                Words.of(
                                        "status",
                                        Words.of("const", status),
                                        "code",
                                        Words.of(
                                                "enum",
                                                codes.stream()
                                                        .map(ProblemCode::name)
                                                        .toList())))));
        String words = codes.size() == 1 ? codes.get(0).title() : "Refused: `code` says why";
        return Words.of(
                "description",
                words,
                "headers",
                headers(status),
                "content",
                Words.of(ProblemBody.CONTENT_TYPE, Words.of("schema", schema, "example", example(codes.get(0)))));
    }

    private static Map<String, Object> headers(int status) {
        Map<String, Object> headers = Headers.ofEveryAnswer();
        if (LATER.contains(status)) headers.put("Retry-After", Headers.reference("Retry-After"));
        return headers;
    }

    private static Object example(ProblemCode code) {
        return Words.of(
                "type", code.type(),
                "title", code.title(),
                "status", code.status(),
                "detail", code.title(),
                "code", code.name(),
                "correlationId", "6f9619ff-8b86-4d01-b42d-00cf4fc964ff");
    }

    /** Which of them a route may answer, told by its line in the table. */
    static Set<Integer> of(Route route) {
        Set<Integer> statuses = new TreeSet<>(statuses());
        if (!route.method().equals("GET")) return statuses;
        statuses.removeAll(OF_COMMANDS);
        if (route.path().contains("{symbol}"))
            statuses.add(REFUSED); // what is asked is not for every kind of instrument
        if (route.scope().isEmpty()) statuses.remove(401);
        if (route.kind() == Route.Kind.STATUS && !route.path().contains("{")) statuses.remove(404);
        return statuses;
    }

    static String name(int status) {
        return "Problem" + status;
    }
}
