package io.rialto.replay.image;

import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Modifier;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * What a class holds, and how an object of it is kept. The order of the fields is the same on every machine.
 *
 * @param fields of the class and of those above it, but not what is static; empty unless the kind has fields
 */
record Shape(Class<?> type, Kind kind, List<Field> fields) {

    /** How an object is kept. */
    enum Kind {
        /** Field by field. */
        OBJECT,
        /** A part of the program, made with the core and never changed: only what it leads to is kept. */
        CODE,
        /** Read or written within one command: made again, empty. */
        SCRATCH,
        /** Never changed and made whole by its constructor: told where it is met first. */
        RECORD,
        /** By its name. */
        NAME,
        LIST,
        NUMBERS,
        REFERENCES
    }

    private static final String FLYWEIGHTS = "io.rialto.protocol";
    private static final Set<String> OURS = Set.of("io.rialto.", "org.agrona.");

    static Shape of(Class<?> type) {
        Kind kind = kindOf(type);
        boolean hasFields = kind == Kind.OBJECT || kind == Kind.CODE || kind == Kind.RECORD;
        return new Shape(type, kind, hasFields ? fieldsOf(type) : List.of());
    }

    private static Kind kindOf(Class<?> type) {
        if (type.isArray()) return type.getComponentType().isPrimitive() ? Kind.NUMBERS : Kind.REFERENCES;
        if (type.isHidden()) return Kind.CODE;
        if (type.isRecord()) return Kind.RECORD;
        if (type == String.class || Enum.class.isAssignableFrom(type)) return Kind.NAME;
        if (type == ArrayList.class) return Kind.LIST;
        if (isScratch(type)) return Kind.SCRATCH;
        if (isOurs(type)) return Kind.OBJECT;
        throw new IllegalArgumentException("a snapshot has no way to keep a " + type.getName());
    }

    private static boolean isScratch(Class<?> type) {
        return type.getPackageName().startsWith(FLYWEIGHTS)
                || UnsafeBuffer.class == type
                || MessageDigest.class.isAssignableFrom(type);
    }

    /** Arrays as well, by what they are made of; not what belongs to the language. */
    static boolean isOurs(Class<?> type) {
        if (type.isArray()) return type.getComponentType().isPrimitive() || isOurs(type.getComponentType());
        return OURS.stream().anyMatch(type.getName()::startsWith);
    }

    private static List<Field> fieldsOf(Class<?> type) {
        if (type.isRecord()) return Records.components(type);
        List<Field> fields = new ArrayList<>();
        for (Class<?> level = type; level != Object.class; level = level.getSuperclass()) {
            Field[] own = level.getDeclaredFields();
            Arrays.sort(own, Comparator.comparing(Field::getName));
            for (Field field : own) {
                if (Modifier.isStatic(field.getModifiers())) continue;
                open(field);
                fields.add(field);
            }
        }
        return fields;
    }

    private static void open(Field field) {
        try {
            field.setAccessible(true);
        } catch (InaccessibleObjectException closed) {
            throw new IllegalArgumentException("a snapshot cannot read " + field, closed);
        }
    }
}
