package io.rialto.replay.words;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.rialto.protocol.frame.FrameView;
import io.rialto.protocol.schema.Field;
import io.rialto.protocol.schema.Message;
import io.rialto.protocol.schema.Part;
import io.rialto.protocol.schema.Vocabulary;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Optional;

/**
 * A frame as one JSON object: all fields of header, request, command and events by the schema's names, integer units.
 *
 * <p>Order, trade and transfer numbers are strings and hashes hexadecimal: they outgrow a double. One thread.
 */
public final class FrameJson {
    private static final JsonFactory JSON = new JsonFactory();

    private final Part part = new Part();

    public String of(FrameView frame) {
        StringWriter text = new StringWriter(512);
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            header(json, frame);
            if (frame.hasRequest()) {
                json.writeFieldName("request");
                message(json, part.request(frame));
            }
            json.writeFieldName("command");
            message(json, part.command(frame));
            json.writeArrayFieldStart("events");
            frame.rewind();
            while (frame.nextEvent()) message(json, part.event(frame));
            frame.rewind();
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("a frame could not be written as JSON", e);
        }
        return text.toString();
    }

    private static void header(JsonGenerator json, FrameView frame) throws IOException {
        json.writeNumberField("sequence", frame.sequence());
        json.writeStringField("time", FrameWords.time(frame.timeNanos()));
        json.writeStringField("timeNanos", String.valueOf(frame.timeNanos()));
        json.writeNumberField("epoch", frame.epoch());
        json.writeNumberField("length", frame.length());
        json.writeStringField("crc", String.format("%08x", frame.crc()));
        json.writeStringField("previousHash", String.format("%016x", frame.previousHash()));
        json.writeNumberField("durableSequence", frame.durableSequence());
    }

    private static void message(JsonGenerator json, Part of) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", Vocabulary.SCHEMA.name(of.templateId()));
        Optional<Message> message = of.message();
        if (message.isPresent()) {
            for (Field field : message.get().fields()) {
                if (of.has(field)) value(json, of, field);
            }
            if (message.get().hasText()) json.writeStringField(message.get().textField(), of.trailingText());
        }
        json.writeEndObject();
    }

    private static void value(JsonGenerator json, Part of, Field field) throws IOException {
        json.writeFieldName(field.name());
        if (!of.hasValue(field)) {
            json.writeNull();
        } else if (field.isText()) {
            json.writeString(of.text(field));
        } else if (field.isEnum()) {
            json.writeString(field.names().getOrDefault(of.number(field), String.valueOf(of.number(field))));
        } else if (field.isHash()) {
            json.writeString(String.format("%016x", of.number(field)));
        } else if (field.isIdentity()) {
            json.writeString(String.valueOf(of.number(field)));
        } else {
            json.writeNumber(of.number(field));
        }
    }
}
