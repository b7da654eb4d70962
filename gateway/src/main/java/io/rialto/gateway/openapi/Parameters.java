package io.rialto.gateway.openapi;

import io.rialto.gateway.access.Scope;
import io.rialto.gateway.form.Field;
import io.rialto.gateway.http.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The parameters of a route: parts of its path, its query, and the headers that it reads. */
final class Parameters {
    private static final Pattern PART = Pattern.compile("\\{(\\w+)}");

    /** What is meant by a name wherever a route does not say otherwise. */
    private static final Map<String, Field> COMMON = Stream.of(
                    Field.whole("limit", 1, 1_000).says("items of a page, 100 without"),
                    Field.text("cursor").says("of the page before: its `next`"),
                    Field.whole("minSequence", 0, Long.MAX_VALUE)
                            .says("waits until the answer has seen this frame of the journal"),
                    Field.moment("from").says("from this moment on"),
                    Field.moment("to").says("before this moment"),
                    Field.text("symbol", Pattern.compile("[A-Z0-9.-]{1,32}")),
                    Field.text("account", Pattern.compile("[1-9][0-9]{0,8}"))
                            .says("whose; only administrators name another than their own"),
                    Field.whole("depth", 1, 1_000).says("levels of each side"),
                    Field.decimal("lowest"),
                    Field.decimal("highest"),
                    Field.text("period").says("ISO-8601, PT1S to PT1H; PT5M without"),
                    Field.whole("asOf", 0, Long.MAX_VALUE).says("as it was at this frame of the journal"),
                    Field.whole("afterSequence", 0, Long.MAX_VALUE),
                    Field.whole("toSequence", 0, Long.MAX_VALUE),
                    Field.flag("fence").says("a request that was never seen is refused from now on"),
                    Field.day("day"))
            .collect(Collectors.toMap(Field::name, Function.identity()));

    private Parameters() {}

    /** Those that every route reads, to refer to. */
    static Map<String, Object> components() {
        return Words.of(
                "CorrelationId",
                header(
                        "X-Correlation-Id",
                        "A UUID by which the request is found again; the venue makes one without",
                        "uuid"),
                "IdempotencyKey",
                header(
                        "Idempotency-Key",
                        "The client's name for this request: sent again, it has the same outcome",
                        ""),
                "SecondFactor",
                header("X-Second-Factor", "A code of the second factor, of a person who has one", ""),
                "Reason",
                header("X-Reason", "Why, for the audit list: words, percent-encoded", ""),
                "Timings",
                Words.of(
                        "name", "X-Rialto-Timings",
                        "in", "header",
                        "description", "Asks for Server-Timing",
                        "schema", Words.of("type", "string", "enum", List.of("true", "false"))));
    }

    private static Map<String, Object> header(String name, String words, String format) {
        Map<String, Object> schema = format.isEmpty()
                ? Words.of("type", "string", "pattern", "^[!-~]{1,128}$")
                : Words.of("type", "string", "format", format);
        return Words.of("name", name, "in", "header", "description", words, "schema", schema);
    }

    static List<Object> of(Route route) {
        List<Object> parameters = new ArrayList<>();
        Matcher parts = PART.matcher(route.path());
        while (parts.find()) parameters.add(part(parts.group(1)));
        names(route).map(name -> query(route, name)).forEach(parameters::add);
        parameters.add(reference("CorrelationId"));
        if (route.told().isSensitive()) parameters.add(reference("SecondFactor"));
        if (route.kind() == Route.Kind.WRITE) {
            parameters.add(reference("IdempotencyKey"));
            parameters.add(reference("Timings"));
        }
        if (route.kind() == Route.Kind.WRITE && route.scope().equals(Optional.of(Scope.ADMIN))) {
            parameters.add(reference("Reason"));
        }
        return parameters;
    }

    /** Every signed read may name an account. */
    private static Stream<String> names(Route route) {
        boolean isOfAccount = route.kind() == Route.Kind.READ && route.scope().isPresent();
        return Stream.concat(route.parameters().stream(), isOfAccount ? Stream.of("account") : Stream.empty())
                .distinct();
    }

    private static Map<String, Object> part(String name) {
        Map<String, Object> schema = name.equals("symbol") ? COMMON.get(name).schema() : Words.of("type", "string");
        return Words.of("name", name, "in", "path", "required", true, "schema", schema);
    }

    private static Map<String, Object> query(Route route, String name) {
        Field field = route.told().parameters().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElse(COMMON.getOrDefault(name, Field.text(name)).optional());
        return Words.of("name", name, "in", "query", "required", field.isRequired(), "schema", field.schema());
    }

    private static Map<String, Object> reference(String name) {
        return Words.of("$ref", "#/components/parameters/" + name);
    }
}
