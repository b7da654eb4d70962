package io.rialto.protocol.schema;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Every message of the schema, by number and by name: read once from the schema itself, so that a new message has its
 * words on the day it is added.
 *
 * <p>Threading: immutable, any thread.
 */
public final class Vocabulary {
    /** The schema that this code was built with. */
    public static final Vocabulary SCHEMA = new Vocabulary(SchemaFile.read());

    private static final int FIRST_EVENT = 101;
    private static final int FIRST_PART = 90;

    private final Map<Integer, Message> byId = new TreeMap<>();

    private Vocabulary(Collection<Message> messages) {
        messages.forEach(message -> byId.put(message.id(), message));
    }

    public Optional<Message> message(int id) {
        return Optional.ofNullable(byId.get(id));
    }

    public Collection<Message> messages() {
        return byId.values();
    }

    /** {@code NewOrder} for 20; a number that the schema does not know is named by itself. */
    public String name(int templateId) {
        return message(templateId).map(Message::name).orElse("Unknown" + templateId);
    }

    /** The number of a command or an event by its name, in any case; empty when the schema has none. */
    public Optional<Integer> number(String name) {
        return byId.values().stream()
                .filter(message -> message.name().equalsIgnoreCase(name))
                .map(Message::id)
                .findFirst();
    }

    public boolean isEvent(int templateId) {
        return templateId >= FIRST_EVENT;
    }

    public boolean isCommand(int templateId) {
        return templateId < FIRST_PART;
    }

    /** Bytes that a whole block of the message has; 0 for a message that the schema does not know. */
    public int blockLength(int templateId) {
        return message(templateId).map(Message::blockLength).orElse(0);
    }

    /** Whether a variable text follows the block. */
    public boolean hasText(int templateId) {
        return message(templateId).map(Message::hasText).orElse(false);
    }
}
