package io.rialto.gateway.explorer;

import com.fasterxml.jackson.databind.JsonNode;
import io.rialto.gateway.ingress.KeptFrame;
import java.util.List;
import java.util.Optional;

/** Frames in the schema's own words. Thread-safe. */
public interface FrameSpeech {
    /** The schema's number of a command or an event; empty when there is none of that name. */
    Optional<Integer> message(String name);

    /** Request, command and events, each as an object with its {@code name}. */
    JsonNode json(KeptFrame frame);

    /** The command, and then each event, as one line with decimals beside the integers. */
    List<String> lines(KeptFrame frame);
}
