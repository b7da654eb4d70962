package io.rialto.engine.simulation;

import io.rialto.engine.reference.EventLines;
import io.rialto.protocol.frame.Frame;
import io.rialto.protocol.frame.FrameView;
import java.util.ArrayList;
import java.util.List;
import org.agrona.sbe.MessageDecoderFlyweight;

/** Reads a frame's events as lines, every field that the schema gives them. */
final class FrameEvents {
    private static final int TEMPLATES = 256;

    private final MessageDecoderFlyweight[] decoders = new MessageDecoderFlyweight[TEMPLATES];
    private final FrameView view = new FrameView();
    private final StringBuilder text = new StringBuilder(1024);

    FrameEvents() {
        for (String event : EventLines.events()) {
            MessageDecoderFlyweight decoder = decoder(event);
            decoders[decoder.sbeTemplateId()] = decoder;
        }
    }

    private static MessageDecoderFlyweight decoder(String event) {
        try {
            Class<?> decoder = Class.forName("io.rialto.protocol." + event + "Decoder");
            return (MessageDecoderFlyweight) decoder.getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("every event must have its decoder: event=" + event, e);
        }
    }

    List<String> of(Frame frame) {
        List<String> lines = new ArrayList<>(frame.eventCount());
        view.wrap(frame.buffer(), 0);
        while (view.nextEvent()) lines.add(line());
        return lines;
    }

    private String line() {
        MessageDecoderFlyweight decoder = decoders[view.eventType()];
        if (decoder == null) return "event of unknown type " + view.eventType();
        decoder.wrap(view.buffer(), view.eventOffset(), view.eventBlockLength(), view.eventVersion());
        text.setLength(0);
        decoder.appendTo(text);
        int fields = text.indexOf("):") + 2;
        return text.substring(1, text.indexOf("]")) + ": " + text.substring(fields);
    }
}
