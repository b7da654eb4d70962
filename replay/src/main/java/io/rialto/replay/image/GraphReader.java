package io.rialto.replay.image;

import io.rialto.replay.image.Shape.Kind;
import java.io.DataInputStream;
import java.io.IOException;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.objenesis.ObjenesisStd;

/** Reads what {@link GraphWriter} wrote into a core that has decided nothing yet: its skeleton stays, the rest is made. */
final class GraphReader {
    private final DataInputStream in;
    private final Shapes shapes;
    private final Numbering numbers;
    private final Deque<Object> waiting = new ArrayDeque<>();
    private final NumberArrays arrays = new NumberArrays();
    private final ObjenesisStd maker = new ObjenesisStd();

    GraphReader(DataInputStream in, Skeleton skeleton, Shapes shapes) {
        this.in = in;
        this.shapes = shapes;
        numbers = new Numbering(skeleton, shapes);
    }

    void read() throws IOException {
        reference();
        while (!waiting.isEmpty()) contents(waiting.remove());
    }

    private void contents(Object object) throws IOException {
        Shape shape = shapes.of(object);
        switch (shape.kind()) {
            case OBJECT -> fields(object, shape);
            case CODE, RECORD -> leadsTo(object, shape);
            case LIST -> list(object);
            case NUMBERS -> arrays.read(in, object);
            case REFERENCES -> {
                Object[] array = (Object[]) object;
                for (int i = 0; i < array.length; i++) array[i] = reference();
            }
            case SCRATCH -> {}
            default -> throw new IllegalStateException("has no contents: " + shape);
        }
    }

    private void fields(Object object, Shape shape) throws IOException {
        for (Field field : shape.fields()) Contents.set(field, object, value(field));
    }

    private Object value(Field field) throws IOException {
        return field.getType().isPrimitive() ? number(field.getType()) : reference();
    }

    private void leadsTo(Object object, Shape shape) throws IOException {
        for (Field field : shape.fields()) {
            if (field.getType().isPrimitive()) continue;
            Object there = Contents.get(field, object);
            boolean isName = there != null && shapes.of(there).kind() == Kind.NAME;
            if (reference() != there && !isName) throw new IOException("the program is built otherwise: " + field);
        }
    }

    @SuppressWarnings("unchecked")
    private void list(Object object) throws IOException {
        List<Object> list = (List<Object>) object;
        list.clear();
        for (int left = in.readInt(); left > 0; left--) list.add(reference());
    }

    private Object reference() throws IOException {
        int number = in.readInt();
        return switch (number) {
            case GraphWriter.NULL -> null;
            case GraphWriter.NAME -> named();
            case GraphWriter.NEW -> met();
            default -> known(number);
        };
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private Object named() throws IOException {
        Class<?> type = className();
        return type == String.class ? in.readUTF() : Enum.valueOf((Class) type, in.readUTF());
    }

    private Object known(int number) {
        Object object = numbers.get(number);
        if (numbers.isToBeVisited(number)) waiting.add(object);
        return object;
    }

    private Object met() throws IOException {
        Class<?> type = className();
        boolean isConstant = in.readBoolean();
        if (isConstant) return known(in.readInt());
        boolean isRecord = shapes.of(type).kind() == Kind.RECORD;
        Object made = isRecord ? record(type) : empty(type);
        numbers.add(made);
        if (!isRecord) waiting.add(made);
        return made;
    }

    private Object record(Class<?> type) throws IOException {
        List<Object> parts = new ArrayList<>();
        for (Field component : shapes.of(type).fields()) parts.add(value(component));
        return Records.make(type, parts);
    }

    private Object empty(Class<?> type) throws IOException {
        if (type.isArray()) return Array.newInstance(type.getComponentType(), in.readInt());
        return shapes.of(type).kind() == Kind.LIST ? new ArrayList<>() : maker.newInstance(type);
    }

    private Class<?> className() throws IOException {
        int number = in.readInt();
        if (number != numbers.nextClass()) return numbers.getClass(number);
        String name = in.readUTF();
        try {
            Class<?> type = Class.forName(name, false, getClass().getClassLoader());
            numbers.meet(type);
            return type;
        } catch (ClassNotFoundException unknown) {
            throw new IOException("a class that this program does not have: " + name, unknown);
        }
    }

    private Object number(Class<?> type) throws IOException {
        if (type == long.class) return in.readLong();
        if (type == int.class) return in.readInt();
        if (type == boolean.class) return in.readBoolean();
        if (type == short.class) return in.readShort();
        if (type == byte.class) return in.readByte();
        if (type == char.class) return in.readChar();
        return type == float.class ? (Object) in.readFloat() : (Object) in.readDouble();
    }
}
