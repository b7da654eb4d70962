package io.rialto.replay.image;

import io.rialto.replay.image.Shape.Kind;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Writes everything that can be reached from a core, each object once, those of its skeleton under their numbers.
 *
 * <p>An object that is met first is announced (its class, and how long an array is); what it holds follows
 * when its turn comes. {@link GraphReader} does the same steps.
 */
final class GraphWriter {
    static final int NULL = -1;
    static final int NAME = -2;
    static final int NEW = -3;

    private final DataOutputStream out;
    private final Shapes shapes;
    private final Numbering numbers;
    private final Deque<Object> waiting = new ArrayDeque<>();
    private final NumberArrays arrays = new NumberArrays();

    GraphWriter(DataOutputStream out, Skeleton skeleton, Shapes shapes) {
        this.out = out;
        this.shapes = shapes;
        numbers = new Numbering(skeleton, shapes);
    }

    void write(Object core) throws IOException {
        reference(core);
        while (!waiting.isEmpty()) contents(waiting.remove());
    }

    private void contents(Object object) throws IOException {
        Shape shape = shapes.of(object);
        switch (shape.kind()) {
            case OBJECT -> fields(object, shape);
            case CODE, RECORD -> leadsTo(object, shape);
            case LIST -> list((List<?>) object);
            case NUMBERS -> arrays.write(out, object);
            case REFERENCES -> {
                for (Object each : (Object[]) object) reference(each);
            }
            case SCRATCH -> {}
            default -> throw new IllegalStateException("has no contents: " + shape);
        }
    }

    private void fields(Object object, Shape shape) throws IOException {
        for (Field field : shape.fields()) {
            Object value = Contents.get(field, object);
            if (field.getType().isPrimitive()) number(value);
            else reference(value);
        }
    }

    private void leadsTo(Object object, Shape shape) throws IOException {
        for (Field field : shape.fields()) {
            if (!field.getType().isPrimitive()) reference(Contents.get(field, object));
        }
    }

    private void list(List<?> list) throws IOException {
        out.writeInt(list.size());
        for (Object each : list) reference(each);
    }

    private void reference(Object object) throws IOException {
        if (object == null) out.writeInt(NULL);
        else if (shapes.of(object).kind() == Kind.NAME) name(object);
        else if (numbers.knows(object)) known(object);
        else met(object, shapes.of(object));
    }

    private void name(Object object) throws IOException {
        out.writeInt(NAME);
        boolean isConstant = object instanceof Enum<?>;
        className(isConstant ? ((Enum<?>) object).getDeclaringClass() : object.getClass());
        out.writeUTF(isConstant ? ((Enum<?>) object).name() : (String) object);
    }

    private void known(Object object) throws IOException {
        int number = numbers.of(object);
        out.writeInt(number);
        if (numbers.isToBeVisited(number)) waiting.add(object);
    }

    /** Its class may make it known as one of its constants. */
    private void met(Object object, Shape shape) throws IOException {
        if (shape.kind() == Kind.CODE) {
            throw new IllegalArgumentException(
                    "a snapshot cannot keep a part of the program that was made under way: " + object.getClass());
        }
        out.writeInt(NEW);
        className(shape.type());
        out.writeBoolean(numbers.knows(object));
        if (numbers.knows(object)) known(object);
        else if (shape.kind() == Kind.RECORD) made(object, shape);
        else announce(object, shape);
    }

    /** What a record is built of stands before it counts, so that it can be made. */
    private void made(Object value, Shape shape) throws IOException {
        fields(value, shape);
        numbers.add(value);
    }

    private void announce(Object object, Shape shape) throws IOException {
        if (shape.type().isArray()) out.writeInt(Array.getLength(object));
        numbers.add(object);
        waiting.add(object);
    }

    private void className(Class<?> type) throws IOException {
        boolean isKnown = numbers.knowsClass(type);
        out.writeInt(isKnown ? numbers.ofClass(type) : numbers.nextClass());
        if (isKnown) return;
        out.writeUTF(type.getName());
        numbers.meet(type);
    }

    private void number(Object value) throws IOException {
        if (value instanceof Long each) out.writeLong(each);
        else if (value instanceof Integer each) out.writeInt(each);
        else if (value instanceof Boolean each) out.writeBoolean(each);
        else if (value instanceof Short each) out.writeShort(each);
        else if (value instanceof Byte each) out.writeByte(each);
        else if (value instanceof Character each) out.writeChar(each);
        else if (value instanceof Float each) out.writeFloat(each);
        else out.writeDouble((Double) value);
    }
}
