package io.rialto.replay.words;

import java.util.List;

/**
 * One message of the schema.
 *
 * @param textField the name of its variable text at the end; empty for none
 */
record Message(int id, String name, int blockLength, List<Field> fields, String textField) {
    boolean hasText() {
        return !textField.isEmpty();
    }

    Field field(String fieldName) {
        for (Field field : fields) {
            if (field.name().equals(fieldName)) return field;
        }
        throw new IllegalArgumentException("message " + name + " has no field " + fieldName);
    }

    boolean has(String fieldName) {
        return fields.stream().anyMatch(field -> field.name().equals(fieldName));
    }
}
