package io.rialto.gateway.explorer;

import io.rialto.protocol.frame.FrameView;
import io.rialto.protocol.schema.Field;
import io.rialto.protocol.schema.Message;
import io.rialto.protocol.schema.Part;
import io.rialto.protocol.schema.Vocabulary;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What a frame names: accounts, orders, instruments, in whatever field the schema has for them. One thread. */
public final class Named {
    private static final int MESSAGES = 256;

    /** Kinds of names, by the schema's type. */
    public enum Kind {
        ACCOUNT("AccountNumber"),
        ORDER("OrderNumber"),
        INSTRUMENT("InstrumentNumber"),
        TRADE("TradeNumber"),
        TRANSFER("TransferNumber");

        private final Field[][] fields = new Field[MESSAGES][];

        Kind(String type) {
            for (int id = 0; id < MESSAGES; id++) {
                List<Field> all =
                        Vocabulary.SCHEMA.message(id).map(Message::fields).orElse(List.of());
                fields[id] =
                        all.stream().filter(field -> field.type().equals(type)).toArray(Field[]::new);
            }
        }

        /** Of a message by its name; none of one that there is not. */
        public List<Field> fieldsOf(String message) {
            return Vocabulary.SCHEMA
                    .number(message)
                    .map(id -> List.of(fields[id]))
                    .orElse(List.of());
        }
    }

    private final Part part = new Part();

    /** Whether a value of that kind is named anywhere, also as who asked. */
    public boolean in(FrameView frame, Kind kind, long value) {
        return all(frame, kind, true).contains(value);
    }

    /** @param withRequest whether who asked counts as well */
    public Set<Long> all(FrameView frame, Kind kind, boolean withRequest) {
        Set<Long> found = new TreeSet<>();
        if (withRequest && frame.hasRequest()) add(part.request(frame), kind, found);
        add(part.command(frame), kind, found);
        frame.rewind();
        while (frame.nextEvent()) add(part.event(frame), kind, found);
        frame.rewind();
        return found;
    }

    private static void add(Part of, Kind kind, Set<Long> found) {
        if (of.templateId() >= MESSAGES) return;
        for (Field field : kind.fields[of.templateId()]) {
            if (of.hasValue(field) && of.number(field) != 0) found.add(of.number(field));
        }
    }

    /** Whether the command or one of the events is such a message. */
    static boolean isOf(FrameView frame, int message) {
        if (frame.commandType() == message) return true;
        frame.rewind();
        boolean isFound = false;
        while (!isFound && frame.nextEvent()) isFound = frame.eventType() == message;
        frame.rewind();
        return isFound;
    }
}
