package io.rialto.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rialto.gateway.ingress.KeptFrame;
import io.rialto.replay.words.FrameJson;

/** A frame of history in the schema's own words. Thread-safe. */
final class HistoryWords {
    private static final ObjectMapper JSON = new ObjectMapper();

    private HistoryWords() {}

    static JsonNode of(KeptFrame frame) {
        try {
            return JSON.readTree(new FrameJson().of(frame.view()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a frame's own JSON must be JSON: sequence=" + frame.sequence(), e);
        }
    }
}
