package io.rialto.replay.image;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which number an object has: first the skeleton, then whatever is met, in the order in which it is met. Writer and reader
 * take the same steps and so give the same numbers.
 *
 * <p>With a class come its constants: an object that stands for "none" must stay that very object.
 */
final class Numbering {
    private final Shapes shapes;
    private final int skeletonSize;
    private final List<Object> objects = new ArrayList<>();
    private final Map<Object, Integer> numbers = new IdentityHashMap<>();
    private final BitSet visited = new BitSet();
    private final List<Class<?>> classes = new ArrayList<>();
    private final Map<Class<?>, Integer> classNumbers = new HashMap<>();

    Numbering(Skeleton skeleton, Shapes shapes) {
        this.shapes = shapes;
        skeletonSize = skeleton.size();
        for (int number = 0; number < skeletonSize; number++) add(skeleton.get(number));
        for (int number = 0; number < skeletonSize; number++) {
            Class<?> type = skeleton.get(number).getClass();
            if (!type.isHidden() && !classNumbers.containsKey(type)) meet(type);
        }
    }

    boolean knows(Object object) {
        return numbers.containsKey(object);
    }

    int of(Object object) {
        return numbers.get(object);
    }

    Object get(int number) {
        return objects.get(number);
    }

    int next() {
        return objects.size();
    }

    void add(Object object) {
        numbers.put(object, objects.size());
        objects.add(object);
    }

    /** Whether what an object of the skeleton holds has to follow: once, when it is reached first. */
    boolean isToBeVisited(int number) {
        if (number >= skeletonSize || visited.get(number)) return false;
        visited.set(number);
        return true;
    }

    boolean knowsClass(Class<?> type) {
        return classNumbers.containsKey(type);
    }

    int ofClass(Class<?> type) {
        return classNumbers.get(type);
    }

    Class<?> getClass(int number) {
        return classes.get(number);
    }

    int nextClass() {
        return classes.size();
    }

    void meet(Class<?> type) {
        classNumbers.put(type, classes.size());
        classes.add(type);
        if (shapes.of(type).kind() != Shape.Kind.OBJECT) return;
        Field[] fields = type.getDeclaredFields();
        Arrays.sort(fields, Comparator.comparing(Field::getName));
        for (Field field : fields) {
            if (isConstant(field)) addConstant(field);
        }
    }

    private static boolean isConstant(Field field) {
        int modifiers = field.getModifiers();
        return Modifier.isStatic(modifiers)
                && Modifier.isFinal(modifiers)
                && !field.getType().isPrimitive()
                && !field.isSynthetic()
                && Shape.isOurs(field.getType());
    }

    private void addConstant(Field field) {
        field.setAccessible(true);
        Object constant = Contents.get(field, null);
        if (constant == null || constant instanceof Enum<?> || knows(constant)) return;
        add(constant);
    }
}
