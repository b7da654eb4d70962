package io.rialto.gateway.schedule;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.rialto.protocol.CallKind;
import io.rialto.protocol.InstrumentParameter;
import io.rialto.protocol.Phase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Reads a schedule and tells everything that is wrong with it at once, each fault with its place. */
final class ScheduleFile {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final Set<Phase> PLANNED =
            Set.of(Phase.PRE_OPEN, Phase.CONTINUOUS, Phase.CANCEL_ONLY, Phase.HALT, Phase.POST_CLOSE, Phase.CLOSED);
    private static final Set<Phase> AFTER_A_CALL = Set.of(Phase.CONTINUOUS, Phase.POST_CLOSE, Phase.CLOSED);

    private final Path file;
    private final List<String> faults = new ArrayList<>();
    private final Map<String, BusinessCalendar> calendars = new HashMap<>();
    private final Set<String> scheduled = new HashSet<>();

    ScheduleFile(Path file) {
        this.file = file;
    }

    Schedule read() throws IOException {
        JsonNode root = root();
        knows("", root, "calendars", "sessions");
        root.path("calendars").properties().forEach(each -> {
            calendars.put(each.getKey(), calendar("calendars." + each.getKey(), each.getValue()));
        });
        List<Session> sessions = new ArrayList<>();
        int number = 0;
        for (JsonNode node : list("sessions", root.path("sessions"))) {
            session("sessions[" + number++ + "]", node).ifPresent(sessions::add);
        }
        if (faults.isEmpty()) return new Schedule(sessions);
        throw new IOException("the schedule is not sound: file=" + file + "\n" + String.join("\n", faults));
    }

    private JsonNode root() throws IOException {
        try {
            return JSON.readTree(Files.readAllBytes(file));
        } catch (JsonProcessingException e) {
            throw new IOException("the schedule must be JSON: file=" + file + " " + e.getOriginalMessage(), e);
        }
    }

    private BusinessCalendar calendar(String at, JsonNode node) {
        knows(at, node, "weekend", "holidays", "halfDays");
        return new BusinessCalendar(
                all(at + ".weekend", node.path("weekend"), DayOfWeek::valueOf, "a day of the week like SUNDAY"),
                all(at + ".holidays", node.path("holidays"), LocalDate::parse, "a date like 2026-12-25"),
                all(at + ".halfDays", node.path("halfDays"), LocalDate::parse, "a date like 2026-12-24"));
    }

    private Optional<Session> session(String at, JsonNode node) {
        int before = faults.size();
        knows(at, node, "name", "instruments", "zone", "calendar", "day", "halfDay");
        Set<String> symbols = all(at + ".instruments", node.path("instruments"), each -> each, "a symbol");
        if (symbols.isEmpty()) faults.add(at + ".instruments must name one, or *");
        for (String symbol : symbols) {
            if (!scheduled.add(symbol)) faults.add(at + ".instruments names " + symbol + ", which has a session");
        }
        Optional<ZoneId> zone = one(at + ".zone", node.path("zone"), ZoneId::of, "a zone like Europe/Berlin");
        BusinessCalendar calendar = BusinessCalendar.EVERY_DAY;
        if (node.has("calendar")) {
            calendar = calendars.getOrDefault(node.path("calendar").asText(), BusinessCalendar.EVERY_DAY);
            if (!calendars.containsKey(node.path("calendar").asText())) faults.add(at + ".calendar is not there");
        }
        List<Step> day = day(at + ".day", node.path("day"));
        List<Step> halfDay = node.has("halfDay") ? day(at + ".halfDay", node.path("halfDay")) : day;
        if (faults.size() > before) return Optional.empty();
        String name = node.path("name").asText(at);
        return Optional.of(new Session(name, List.copyOf(symbols), zone.orElseThrow(), calendar, day, halfDay));
    }

    private List<Step> day(String at, JsonNode node) {
        List<Step> steps = new ArrayList<>();
        int number = 0;
        for (JsonNode each : list(at, node))
            step(at + "[" + number++ + "]", each).ifPresent(steps::add);
        // With a faulty step among them their places would not be those in the file.
        if (steps.size() == number) follow(at, steps);
        return steps;
    }

    private void follow(String at, List<Step> steps) {
        for (int i = 1; i < steps.size(); i++) {
            Step before = steps.get(i - 1);
            Duration gap = sinceMidnight(steps.get(i)).minus(sinceMidnight(before));
            boolean isLater = !gap.isNegative() && !gap.isZero();
            if (!isLater) faults.add(at + "[" + i + "].at must be later than the one before");
            boolean overlaps =
                    before.action() instanceof Step.Call call && call.longest().compareTo(gap) > 0;
            if (isLater && overlaps) faults.add(at + "[" + (i - 1) + "] must be over when the next begins");
        }
    }

    private static Duration sinceMidnight(Step step) {
        return Duration.ofDays(step.dayOffset()).plusNanos(step.at().toNanoOfDay());
    }

    private Optional<Step> step(String at, JsonNode node) {
        Optional<LocalTime> time = one(at + ".at", node.path("at"), LocalTime::parse, "a time like 09:30");
        int offset = node.path("dayOffset").asInt(0);
        if (offset < -1 || offset > 1) faults.add(at + ".dayOffset must be -1..1");
        Optional<? extends Step.Action> action =
                node.has("call") ? call(at, node) : node.has("set") ? change(at, node) : phase(at, node);
        if (time.isEmpty() || action.isEmpty()) return Optional.empty();
        return Optional.of(new Step(time.get(), offset, action.get()));
    }

    private Optional<Step.Action> phase(String at, JsonNode node) {
        knows(at, node, "at", "dayOffset", "phase");
        return one(at + ".phase", node.path("phase"), Phase::valueOf, "a phase like CONTINUOUS, or call, or set")
                .filter(phase -> isAmong(at + ".phase", PLANNED, phase))
                .map(Step.ToPhase::new);
    }

    private Optional<Step.Action> call(String at, JsonNode node) {
        knows(at, node, "at", "dayOffset", "call", "duration", "window", "next");
        Optional<CallKind> kind = one(at + ".call", node.path("call"), CallKind::valueOf, "a call like OPENING");
        Optional<Duration> duration =
                one(at + ".duration", node.path("duration"), Duration::parse, "a length of time like PT5M");
        Optional<Duration> window = node.has("window")
                ? one(at + ".window", node.path("window"), Duration::parse, "a length of time like PT30S")
                : Optional.of(Duration.ZERO);
        Optional<Phase> next = one(at + ".next", node.path("next"), Phase::valueOf, "a phase like CONTINUOUS")
                .filter(phase -> isAmong(at + ".next", AFTER_A_CALL, phase));
        if (kind.isEmpty() || duration.isEmpty() || window.isEmpty() || next.isEmpty()) return Optional.empty();
        if (duration.get().isNegative()
                || duration.get().isZero()
                || window.get().isNegative()) {
            faults.add(at + " must last for some time");
            return Optional.empty();
        }
        return Optional.of(new Step.Call(kind.get(), duration.get(), window.get(), next.get()));
    }

    private Optional<Step.Action> change(String at, JsonNode node) {
        knows(at, node, "at", "dayOffset", "set", "value");
        Optional<InstrumentParameter> parameter = one(
                at + ".set", node.path("set"), InstrumentParameter::valueOf, "a parameter like VELOCITY_CALL_NANOS");
        Optional<Long> value = one(at + ".value", node.path("value"), Long::valueOf, "a whole number");
        return parameter.flatMap(set -> value.map(to -> new Step.Change(set, to)));
    }

    private boolean isAmong(String at, Set<Phase> allowed, Phase phase) {
        if (!allowed.contains(phase)) faults.add(at + " must be one of " + new TreeSet<>(allowed));
        return allowed.contains(phase);
    }

    private void knows(String at, JsonNode node, String... names) {
        Set<String> known = Set.of(names);
        node.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) faults.add((at.isEmpty() ? name : at + "." + name) + " is not a known key");
        });
    }

    private Iterable<JsonNode> list(String at, JsonNode node) {
        if (!node.isArray() || node.isEmpty()) faults.add(at + " must be a list");
        return node;
    }

    private <T> Set<T> all(String at, JsonNode node, Function<String, T> reading, String meant) {
        Set<T> read = new HashSet<>();
        for (JsonNode each : node) one(at, each, reading, meant).ifPresent(read::add);
        return read;
    }

    private <T> Optional<T> one(String at, JsonNode node, Function<String, T> reading, String meant) {
        try {
            if (node.isValueNode() && !node.isNull()) return Optional.of(reading.apply(node.asText()));
            faults.add(at + " must be " + meant);
        } catch (DateTimeException | IllegalArgumentException e) {
            faults.add(at + " must be " + meant + ": was '" + node.asText() + "'");
        }
        return Optional.empty();
    }
}
