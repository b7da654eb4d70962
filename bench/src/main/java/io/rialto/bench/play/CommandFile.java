package io.rialto.bench.play;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rialto.bench.recording.Instruction;
import io.rialto.bench.recording.Instruction.Kind;
import io.rialto.bench.recording.Instruction.Origin;
import io.rialto.bench.recording.RecordedFill;
import io.rialto.bench.recording.RecordingFault;
import io.rialto.bench.recording.RecordingFiles;
import io.rialto.protocol.Side;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads JSON lines of a ready-made stream: commands, or books. */
final class CommandFile implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String name;
    private final BufferedReader lines;
    private long lineNumber;

    CommandFile(Path file) throws IOException {
        name = file.getFileName().toString();
        lines = new BufferedReader(new InputStreamReader(RecordingFiles.open(file), StandardCharsets.UTF_8));
    }

    /** The next line that is not empty, as JSON; empty at the end. */
    Optional<JsonNode> nextNode() throws IOException {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            lineNumber++;
            if (line.isBlank()) continue;
            try {
                return Optional.of(JSON.readTree(line));
            } catch (JsonProcessingException e) {
                throw fault("is not JSON: " + e.getOriginalMessage());
            }
        }
        return Optional.empty();
    }

    Optional<Instruction> next() throws IOException {
        Optional<JsonNode> node = nextNode();
        return node.isEmpty() ? Optional.empty() : Optional.of(instruction(node.get()));
    }

    private Instruction instruction(JsonNode node) {
        return new Instruction(
                number(node, "seq"),
                node.path("row").asLong(0),
                node.path("ts_ns").asLong(0),
                oneOf(Kind.class, node, "type"),
                number(node, "orderId"),
                oneOf(Side.class, node, "side"),
                positive(node, "price"),
                positive(node, "qty"),
                node.has("origin") ? oneOf(Origin.class, node, "origin") : Origin.MESSAGE,
                fills(node.path("fills")));
    }

    private List<RecordedFill> fills(JsonNode fills) {
        if (fills.isMissingNode() || fills.isEmpty()) return List.of();
        List<RecordedFill> list = new ArrayList<>(fills.size());
        for (JsonNode fill : fills) {
            if (!fill.isArray() || fill.size() != 3) throw fault("field fills must be [[order, price, qty], …]");
            list.add(new RecordedFill(
                    fill.get(0).asLong(), fill.get(1).asLong(), fill.get(2).asLong()));
        }
        return List.copyOf(list);
    }

    long positive(JsonNode node, String field) {
        long value = number(node, field);
        if (value <= 0) throw fault("field " + field + " must be above zero: was " + value);
        return value;
    }

    long number(JsonNode node, String field) {
        JsonNode value = node.path(field);
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw fault("field " + field + " must be a whole number: was " + value);
        }
        return value.longValue();
    }

    private <E extends Enum<E>> E oneOf(Class<E> names, JsonNode node, String field) {
        String text = node.path(field).asText("");
        try {
            return Enum.valueOf(names, text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw fault("field " + field + " is not known: was '" + text + "'");
        }
    }

    private RecordingFault fault(String rule) {
        return new RecordingFault(name, lineNumber, rule);
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
