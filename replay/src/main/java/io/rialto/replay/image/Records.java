package io.rialto.replay.image;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;

/** Records, which can be read like other objects but are made by their constructor only. */
final class Records {
    private Records() {}

    static List<Field> components(Class<?> type) {
        List<Field> fields = new ArrayList<>();
        try {
            for (RecordComponent component : type.getRecordComponents()) {
                Field field = type.getDeclaredField(component.getName());
                field.setAccessible(true);
                fields.add(field);
            }
        } catch (NoSuchFieldException impossible) {
            throw new IllegalStateException(impossible);
        }
        return fields;
    }

    static Object make(Class<?> type, List<Object> parts) {
        Class<?>[] types = components(type).stream().map(Field::getType).toArray(Class<?>[]::new);
        try {
            Constructor<?> canonical = type.getDeclaredConstructor(types);
            canonical.setAccessible(true);
            return canonical.newInstance(parts.toArray());
        } catch (ReflectiveOperationException unusable) {
            throw new IllegalArgumentException("a snapshot cannot make a " + type.getName(), unusable);
        }
    }
}
