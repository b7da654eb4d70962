package io.rialto.replay.image;

import io.rialto.engine.Core;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * The objects that a core is built of before its first command, numbered in an order that every new core of the same
 * code and sizes shares. Restoring keeps them and changes what they hold, since listeners know each other by identity.
 */
final class Skeleton {
    private final Shapes shapes;
    private final List<Object> objects = new ArrayList<>();
    private final Set<Object> known = Collections.newSetFromMap(new IdentityHashMap<>());

    private Skeleton(Shapes shapes) {
        this.shapes = shapes;
    }

    /** @param core that has decided nothing yet */
    static Skeleton of(Core core, Shapes shapes) {
        Skeleton skeleton = new Skeleton(shapes);
        skeleton.add(core);
        for (int next = 0; next < skeleton.objects.size(); next++) skeleton.addThoseIn(skeleton.objects.get(next));
        return skeleton;
    }

    int size() {
        return objects.size();
    }

    Object get(int number) {
        return objects.get(number);
    }

    private void add(Object object) {
        if (object == null || shapes.of(object).kind() == Shape.Kind.NAME) return;
        if (known.add(object)) objects.add(object);
    }

    private void addThoseIn(Object object) {
        Shape shape = shapes.of(object);
        for (Field field : shape.fields()) {
            if (!field.getType().isPrimitive()) add(Contents.get(field, object));
        }
        if (object instanceof Object[] array) for (Object each : array) add(each);
        if (object instanceof List<?> list) for (Object each : list) add(each);
    }
}
