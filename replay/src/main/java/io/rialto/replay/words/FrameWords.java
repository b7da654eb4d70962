package io.rialto.replay.words;

import io.rialto.protocol.frame.FrameView;
import io.rialto.protocol.schema.Field;
import io.rialto.protocol.schema.Message;
import io.rialto.protocol.schema.Part;
import io.rialto.protocol.schema.Vocabulary;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A frame in words: one line for the frame and its command, one line for each event.
 *
 * <p>Integer units as they are in history, the decimal beside them where the listing is known. One thread.
 */
public final class FrameWords {
    private static final long NANOS = 1_000_000_000L;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.nnnnnnnnn'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final Terms terms;
    private final Decimals decimals;
    private final Part part = new Part();

    /** @param terms kept up to date by the caller */
    public FrameWords(Terms terms) {
        this.terms = terms;
        decimals = new Decimals(terms);
    }

    /** UTC with nanoseconds, always nine digits of them. */
    public static String time(long timeNanos) {
        return TIME.format(Instant.ofEpochSecond(Math.floorDiv(timeNanos, NANOS), Math.floorMod(timeNanos, NANOS)));
    }

    public String of(FrameView frame) {
        long instrument = instrumentOf(frame);
        StringBuilder words = new StringBuilder(256)
                .append(frame.sequence())
                .append(' ')
                .append(time(frame.timeNanos()))
                .append(' ')
                .append(command(frame, instrument));
        if (frame.hasRequest()) words.append(" ← ").append(append(part.request(frame), 0));
        frame.rewind();
        while (frame.nextEvent()) words.append("\n    → ").append(append(part.event(frame), instrument));
        frame.rewind();
        return words.toString();
    }

    /** The command, and then each event, without what {@link #of} puts before them. */
    public List<String> lines(FrameView frame) {
        long instrument = instrumentOf(frame);
        List<String> lines = new ArrayList<>();
        lines.add(command(frame, instrument).toString());
        frame.rewind();
        while (frame.nextEvent())
            lines.add(append(part.event(frame), instrument).toString());
        frame.rewind();
        return lines;
    }

    /** The command alone. */
    public String command(FrameView frame) {
        return command(frame, instrumentOf(frame)).toString();
    }

    /** The event that the frame's cursor stands on. */
    public String event(FrameView frame) {
        return append(part.event(frame), 0).toString();
    }

    private StringBuilder command(FrameView frame, long instrument) {
        return append(part.command(frame), instrument);
    }

    private StringBuilder append(Part of, long instrument) {
        StringBuilder words = new StringBuilder(128).append(Vocabulary.SCHEMA.name(of.templateId()));
        Optional<Message> message = of.message();
        if (message.isEmpty()) return words;
        for (Field field : message.get().fields()) {
            if (of.hasValue(field)) value(words.append(' ').append(field.name()).append('='), of, field, instrument);
        }
        String text = message.get().hasText() ? of.trailingText() : "";
        if (!text.isEmpty()) {
            words.append(' ').append(message.get().textField()).append('=').append(text);
        }
        return words;
    }

    private void value(StringBuilder words, Part of, Field field, long instrument) {
        if (field.isText()) {
            words.append(of.text(field));
            return;
        }
        long number = of.number(field);
        if (field.isEnum()) {
            words.append(field.names().getOrDefault(number, String.valueOf(number)));
        } else if (field.isHash()) {
            words.append(String.format("%016x", number));
        } else {
            words.append(number);
            beside(of, field, number, instrument)
                    .ifPresent(d -> words.append(" (").append(d).append(')'));
        }
    }

    private Optional<String> beside(Part of, Field field, long number, long instrument) {
        return switch (field.type()) {
            case "InstrumentNumber" -> terms.instrument((int) number).map(Terms.Instrument::symbol);
            case "AssetNumber" -> terms.asset((int) number).map(Terms.Asset::code);
            default -> decimals.of(of, field, instrument);
        };
    }

    /** The first instrument that a part of the frame names: for commands that name an order only. */
    private long instrumentOf(FrameView frame) {
        long instrument = part.command(frame).number("instrument", 0);
        frame.rewind();
        while (instrument == 0 && frame.nextEvent())
            instrument = part.event(frame).number("instrument", 0);
        frame.rewind();
        return instrument;
    }
}
