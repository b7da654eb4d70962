package io.rialto.engine.simulation;

import io.rialto.engine.reference.EventLines;
import io.rialto.protocol.frame.Frame;
import io.rialto.protocol.frame.FrameView;
import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.List;
import org.agrona.sbe.MessageDecoderFlyweight;

/** Reads a frame's events as lines, every field that the schema gives them. */
final class FrameEvents {
    private static final int TEMPLATES = 256;

    private static final Constructor<?>[] DECODERS = constructors();

    private final MessageDecoderFlyweight[] decoders = new MessageDecoderFlyweight[TEMPLATES];
    private final FrameView view = new FrameView();
    private final StringBuilder text = new StringBuilder(1024);

    private static Constructor<?>[] constructors() {
        Constructor<?>[] constructors = new Constructor<?>[TEMPLATES];
        for (String event : EventLines.events()) {
            try {
                Class<?> decoder = Class.forName("io.rialto.protocol." + event + "Decoder");
                constructors[made(decoder.getConstructor()).sbeTemplateId()] = decoder.getConstructor();
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("every event must have its decoder: event=" + event, e);
            }
        }
        return constructors;
    }

    private static MessageDecoderFlyweight made(Constructor<?> decoder) {
        try {
            return (MessageDecoderFlyweight) decoder.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a decoder must be made from nothing: " + decoder, e);
        }
    }

    List<String> of(Frame frame) {
        List<String> lines = new ArrayList<>(frame.eventCount());
        view.wrap(frame.buffer(), 0);
        while (view.nextEvent()) lines.add(line());
        return lines;
    }

    private String line() {
        int type = view.eventType();
        if (DECODERS[type] == null) return "event of unknown type " + type;
        if (decoders[type] == null) decoders[type] = made(DECODERS[type]);
        MessageDecoderFlyweight decoder = decoders[type];
        decoder.wrap(view.buffer(), view.eventOffset(), view.eventBlockLength(), view.eventVersion());
        text.setLength(0);
        decoder.appendTo(text);
        int fields = text.indexOf("):") + 2;
        return text.substring(1, text.indexOf("]")) + ": " + text.substring(fields);
    }
}
