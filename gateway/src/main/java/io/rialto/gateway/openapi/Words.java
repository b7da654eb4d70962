package io.rialto.gateway.openapi;

import java.util.LinkedHashMap;
import java.util.Map;

/** Parts of the document, in the order in which they are said: the same each time. */
final class Words {
    private Words() {}

    static Map<String, Object> of(Object... namesAndValues) {
        Map<String, Object> words = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) words.put((String) namesAndValues[i], namesAndValues[i + 1]);
        return words;
    }
}
