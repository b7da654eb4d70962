package io.rialto.protocol.schema;

import java.util.List;

/**
 * One message of the schema.
 *
 * @param textField the name of its variable text at the end; empty for none
 */
public record Message(int id, String name, int blockLength, List<Field> fields, String textField) {
    public boolean hasText() {
        return !textField.isEmpty();
    }

    public Field field(String fieldName) {
        for (Field field : fields) {
            if (field.name().equals(fieldName)) return field;
        }
        throw new IllegalArgumentException("message " + name + " has no field " + fieldName);
    }

    public boolean has(String fieldName) {
        return fields.stream().anyMatch(field -> field.name().equals(fieldName));
    }
}
