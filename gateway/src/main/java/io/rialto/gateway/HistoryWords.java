package io.rialto.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rialto.gateway.events.EventRoutes;
import io.rialto.gateway.ingress.KeptFrame;
import io.rialto.protocol.schema.Vocabulary;
import io.rialto.replay.words.FrameJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A frame of history in the schema's own words. Thread-safe. */
final class HistoryWords implements EventRoutes.Words {
    private static final ObjectMapper JSON = new ObjectMapper();

    static JsonNode of(KeptFrame frame) {
        try {
            return JSON.readTree(new FrameJson().of(frame.view()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a frame's own JSON must be JSON: sequence=" + frame.sequence(), e);
        }
    }

    @Override
    public Optional<Integer> type(String name) {
        return Vocabulary.SCHEMA.number(name).filter(Vocabulary.SCHEMA::isEvent);
    }

    @Override
    public String name(int type) {
        return Vocabulary.SCHEMA.name(type);
    }

    @Override
    public List<JsonNode> events(KeptFrame frame) {
        List<JsonNode> events = new ArrayList<>();
        of(frame).path("events").forEach(events::add);
        return events;
    }
}
