package io.rialto.replay.image;

import java.util.HashMap;
import java.util.Map;

/** The shapes of the classes met so far. One thread. */
final class Shapes {
    private final Map<Class<?>, Shape> known = new HashMap<>();

    Shape of(Object object) {
        return of(object.getClass());
    }

    Shape of(Class<?> type) {
        Shape shape = known.get(type);
        if (shape != null) return shape;
        Shape met = Shape.of(type);
        known.put(type, met);
        return met;
    }
}
