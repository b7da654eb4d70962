package io.rialto.replay.words;

import io.rialto.protocol.frame.FrameView;
import io.rialto.protocol.schema.Part;
import java.util.Optional;

/** Looks for messages and numbers in a frame. One thread. */
public final class FrameSearch {
    private final Part part = new Part();

    /** Whether the frame's command or one of its events is of this type. */
    public boolean hasMessage(FrameView frame, int templateId) {
        if (frame.commandType() == templateId) return true;
        frame.rewind();
        while (frame.nextEvent()) {
            if (frame.eventType() == templateId) return true;
        }
        return false;
    }

    /** Whether any field of this schema type, in request, command or events, has the value. */
    public boolean speaksOf(FrameView frame, String fieldType, long value) {
        if (frame.hasRequest() && speaksOf(part.request(frame), fieldType, value)) return true;
        if (speaksOf(part.command(frame), fieldType, value)) return true;
        frame.rewind();
        while (frame.nextEvent()) {
            if (speaksOf(part.event(frame), fieldType, value)) return true;
        }
        return false;
    }

    /** The reason that an event carries, by name; empty when it carries none. */
    public Optional<String> reason(FrameView frame) {
        Part event = part.event(frame);
        return event.message()
                .filter(message -> message.has("reason"))
                .map(message -> message.field("reason"))
                .filter(event::has)
                .map(field -> field.names().getOrDefault(event.number(field), String.valueOf(event.number(field))));
    }

    private static boolean speaksOf(Part of, String fieldType, long value) {
        return of.message().stream()
                .flatMap(message -> message.fields().stream())
                .anyMatch(field -> field.type().equals(fieldType) && of.has(field) && of.number(field) == value);
    }
}
