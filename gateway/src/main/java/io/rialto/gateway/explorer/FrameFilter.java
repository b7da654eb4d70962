package io.rialto.gateway.explorer;

import com.fasterxml.jackson.databind.JsonNode;
import io.rialto.gateway.explorer.Named.Kind;
import io.rialto.gateway.form.Field;
import io.rialto.gateway.http.Call;
import io.rialto.gateway.market.Listed;
import io.rialto.gateway.past.Places;
import io.rialto.gateway.problem.Problem;
import io.rialto.gateway.problem.ProblemCode;
import io.rialto.protocol.frame.FrameView;
import io.rialto.protocol.schema.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Which frames are asked for: those of which all of it is true; 0 asks for nothing.
 *
 * @param message the schema's number of a command or an event
 * @param from the first sequence that counts, and {@code to} the last
 * @param fromNanos at or after this journal time, and {@code toNanos} before it
 */
record FrameFilter(
        int message, int account, long order, int instrument, long from, long to, long fromNanos, long toNanos) {
    static final String[] PARAMETERS = {
        "type", "order", "symbol", "fromSeq", "toSeq", "from", "to", "oldestFirst", "limit", "cursor"
    };
    static final Field[] TOLD = {
        Field.text("type").optional().says("a command's or an event's name, as NewOrder or TradeExecuted"),
        Field.text("order").optional().says("which it names"),
        Field.text("symbol").optional().says("of an instrument that it names"),
        Field.whole("fromSeq", 1, Long.MAX_VALUE).optional().says("from this frame on"),
        Field.whole("toSeq", 1, Long.MAX_VALUE).optional().says("up to and with this frame"),
        Field.flag("oldestFirst").optional().says("newest first without")
    };
    private static final Pattern NUMBERS = Pattern.compile("[1-9][0-9]{0,17}");

    static FrameFilter of(Call call, Sight sight, Listed listed, Places places, FrameSpeech speech) {
        long from = places.named(call, "fromSeq").orElse(1);
        long to = places.orHead(call, "toSeq");
        if (from > to && call.parameter("fromSeq").isPresent()) {
            throw Problem.at("fromSeq", ProblemCode.INVALID_VALUE, "must be 1.." + to, Long.toString(from));
        }
        long fromNanos = call.moment("from").orElse(Long.MIN_VALUE);
        long toNanos = call.moment("to").orElse(Long.MAX_VALUE);
        if (fromNanos >= toNanos) {
            String rule = "must be before to";
            throw Problem.at(
                    "from",
                    ProblemCode.INVALID_VALUE,
                    rule,
                    call.parameter("from").orElse(""));
        }
        return new FrameFilter(
                call.parameter("type").map(name -> message(name, speech)).orElse(0),
                account(call, sight, listed),
                call.parameter("order").map(FrameFilter::order).orElse(0L),
                call.parameter("symbol")
                        .map(symbol ->
                                listed.terms("symbol", symbol).instrument().number())
                        .orElse(0),
                from,
                to,
                fromNanos,
                toNanos);
    }

    /** Who sees all asks for anybody or nobody; anybody else for himself. */
    private static int account(Call call, Sight sight, Listed listed) {
        boolean isOfAll = sight.isWhole() && call.parameter("account").isEmpty();
        return isOfAll ? 0 : listed.readAccount(call);
    }

    private static int message(String name, FrameSpeech speech) {
        return speech.message(name)
                .orElseThrow(() -> Problem.at(
                        "type", ProblemCode.INVALID_VALUE, "must be the name of a command or an event", name));
    }

    static long order(String text) {
        if (NUMBERS.matcher(text).matches()) return Long.parseLong(text);
        throw Problem.at("order", ProblemCode.UNKNOWN_ORDER, "the order does not exist");
    }

    /** Whether every frame between its bounds passes. */
    boolean isOpen() {
        return message == 0 && account == 0 && order == 0 && instrument == 0;
    }

    /** Whether it is still met by what may be seen of a frame: nobody learns by asking what he is not shown. */
    boolean isMetBy(FrameTelling.Seen seen) {
        List<JsonNode> shown = new ArrayList<>();
        seen.command().ifPresent(command -> shown.add(command.message()));
        seen.events().forEach(event -> shown.add(event.message()));
        return (message == 0 || shown.stream().anyMatch(this::isAskedFor))
                && (order == 0 || shown.stream().anyMatch(each -> names(each, Kind.ORDER, order)))
                && (instrument == 0 || shown.stream().anyMatch(each -> names(each, Kind.INSTRUMENT, instrument)));
    }

    private boolean isAskedFor(JsonNode shown) {
        return Vocabulary.SCHEMA
                .number(shown.path("name").asText())
                .filter(number -> number == message)
                .isPresent();
    }

    private static boolean names(JsonNode shown, Kind kind, long value) {
        return kind.fieldsOf(shown.path("name").asText()).stream()
                .anyMatch(field -> shown.path(field.name()).asLong() == value);
    }

    boolean passes(FrameView frame, Named named) {
        if (frame.sequence() < from || frame.sequence() > to) return false;
        if (frame.timeNanos() < fromNanos || frame.timeNanos() >= toNanos) return false;
        return (message == 0 || Named.isOf(frame, message))
                && (account == 0 || named.in(frame, Kind.ACCOUNT, account))
                && (order == 0 || named.in(frame, Kind.ORDER, order))
                && (instrument == 0 || named.in(frame, Kind.INSTRUMENT, instrument));
    }
}
