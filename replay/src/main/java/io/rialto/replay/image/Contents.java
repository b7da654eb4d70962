package io.rialto.replay.image;

import java.lang.reflect.Field;

/** What an object holds, read and written as it lies there, whoever may see it in the program. */
final class Contents {
    private Contents() {}

    static Object get(Field field, Object object) {
        try {
            return field.get(object);
        } catch (IllegalAccessException closed) {
            throw new IllegalStateException("a snapshot cannot read " + field, closed);
        }
    }

    static void set(Field field, Object object, Object value) {
        try {
            field.set(object, value);
        } catch (IllegalAccessException closed) {
            throw new IllegalStateException("a snapshot cannot write " + field, closed);
        }
    }
}
