package io.rialto.gateway.explorer;

import com.fasterxml.jackson.databind.JsonNode;
import io.rialto.gateway.form.Times;
import io.rialto.gateway.ingress.KeptFrame;
import io.rialto.gateway.market.Listed;
import io.rialto.protocol.frame.FrameView;
import io.rialto.protocol.frame.Xxh64;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts frames on the wire, for one who may see all or some of them. Thread-safe. */
public final class FrameTelling {
    private static final List<String> ACCOUNTS = List.of("account", "takerAccount", "buyer");
    private static final List<String> ORDERS = List.of("order", "takerOrder", "makerOrder");

    private final FrameSpeech speech;
    private final Listed listed;

    public FrameTelling(FrameSpeech speech, Listed listed) {
        this.speech = speech;
        this.listed = listed;
    }

    /**
     * A message as far as it may be seen.
     *
     * @param index among the frame's events, from 0; -1 for the command
     */
    public record Told(int index, JsonNode message, String words) {}

    /** A frame as far as it may be seen. @param command empty for another's */
    public record Seen(KeptFrame frame, JsonNode json, Optional<Told> command, List<Told> events, int hidden) {}

    public Seen seen(KeptFrame frame, Sight sight) {
        JsonNode json = speech.json(frame);
        List<String> lines = speech.lines(frame);
        boolean owns = sight.ownsCommand(json);
        Optional<Told> command = owns
                ? sight.part(json.path("command"), true).map(part -> told(-1, part, lines.get(0)))
                : Optional.empty();
        List<Told> events = new ArrayList<>();
        JsonNode all = json.path("events");
        for (int i = 0; i < all.size(); i++) {
            int index = i;
            sight.part(all.get(i), owns).ifPresent(part -> events.add(told(index, part, lines.get(index + 1))));
        }
        return new Seen(frame, json, command, events, all.size() - events.size());
    }

    private static Told told(int index, JsonNode part, String line) {
        return new Told(index, part, Sight.words(line, part));
    }

    /** The whole frame, in one go. */
    public FrameBody body(Seen seen, Sight sight) {
        FrameView frame = seen.frame.view();
        return new FrameBody(
                frame.sequence(),
                Times.text(frame.timeNanos()),
                seen.command.map(each -> each.message.path("name").asText()).orElse(null),
                first(seen, ACCOUNTS),
                symbol(first(seen, List.of("instrument"))),
                first(seen, ORDERS),
                refusal(seen),
                summary(seen),
                hex(Xxh64.hash(frame.buffer(), frame.offset(), frame.length())),
                hex(frame.previousHash()),
                frame.epoch(),
                frame.length(),
                seen.hidden,
                sight.ownsRequest(seen.json) && seen.json.has("request") ? seen.json.get("request") : null,
                seen.command.map(Told::message).orElse(null),
                seen.events.stream().map(Told::message).toList());
    }

    /** As hashes are written. */
    public static String hex(long hash) {
        return String.format("%016x", hash);
    }

    private String symbol(String instrument) {
        return instrument == null
                ? null
                : listed.terms(Integer.parseInt(instrument)).instrument().symbol();
    }

    private static String refusal(Seen seen) {
        return seen.events.stream()
                .filter(each -> each.message.path("name").asText().equals("CommandRejected"))
                .map(each -> each.message.path("reason").asText())
                .findFirst()
                .orElse(null);
    }

    private static String first(Seen seen, List<String> names) {
        List<Told> all = new ArrayList<>(seen.events);
        seen.command.ifPresent(command -> all.add(0, command));
        for (Told each : all) {
            for (String name : names) {
                if (each.message.path(name).asLong() != 0)
                    return each.message.path(name).asText();
            }
        }
        return null;
    }

    /** The command, and how often which event came of it. */
    private static String summary(Seen seen) {
        Map<String, Integer> counted = new LinkedHashMap<>();
        for (Told event : seen.events) counted.merge(event.message.path("name").asText(), 1, Integer::sum);
        List<String> effects = new ArrayList<>();
        counted.forEach((name, times) -> effects.add(times == 1 ? name : name + " ×" + times));
        String cause = seen.command.map(Told::words).orElse("Another's command");
        return effects.isEmpty() ? cause : cause + " → " + String.join(", ", effects);
    }
}
