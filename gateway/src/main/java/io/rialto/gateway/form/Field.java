package io.rialto.gateway.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One field of a form, or one parameter: its name, whether it must be there, and what it may hold, in the words of JSON
 * Schema. Required unless it says otherwise. Immutable.
 */
public record Field(String name, boolean isRequired, Map<String, Object> schema) {
    private static final String SIGNED = "^-?(0|[1-9][0-9]*)(\\.[0-9]+)?$";
    private static final String DECIMALS = "^(0|[1-9][0-9]*)(\\.[0-9]+)?$";

    public static Field text(String name) {
        return of(name, words("type", "string"));
    }

    public static Field text(String name, Pattern pattern) {
        return of(name, words("type", "string", "pattern", "^(?:" + pattern.pattern() + ")$"));
    }

    /** A decimal string, at most at the scale of what it is about. */
    public static Field decimal(String name) {
        return of(name, words("type", "string", "format", "decimal", "pattern", DECIMALS));
    }

    /** A decimal string that may be below zero, where what it is about allows that. */
    public static Field signed(String name) {
        return of(name, words("type", "string", "format", "decimal", "pattern", SIGNED));
    }

    /** A moment, ISO-8601 in UTC. */
    public static Field moment(String name) {
        return of(name, words("type", "string", "format", "date-time"));
    }

    /** A calendar day. */
    public static Field day(String name) {
        return of(name, words("type", "string", "format", "date"));
    }

    public static Field whole(String name, long least, long most) {
        return of(name, words("type", "integer", "minimum", least, "maximum", most));
    }

    public static Field flag(String name) {
        return of(name, words("type", "boolean"));
    }

    /** One of an enum's names. */
    public static <E extends Enum<E>> Field choice(String name, Class<E> names) {
        return of(name, words("type", "string", "enum", Choices.names(names)));
    }

    /** One of some names. */
    public static Field word(String name, String... words) {
        return of(name, words("type", "string", "enum", List.of(words)));
    }

    /** A list of strings; at least one. */
    public static Field texts(String name) {
        return of(name, words("type", "array", "minItems", 1, "items", words("type", "string")));
    }

    /** A list of forms; from one to so many. */
    public static Field forms(String name, Fields each, int most) {
        return of(name, words("type", "array", "minItems", 1, "maxItems", most, "items", each.schema()));
    }

    /** The same of forms of several kinds. */
    public static Field formsOf(String name, int most, Fields... kinds) {
        Map<String, Object> each =
                words("anyOf", Stream.of(kinds).map(Fields::schema).toList());
        return of(name, words("type", "array", "minItems", 1, "maxItems", most, "items", each));
    }

    /** A form inside of the form. */
    public static Field form(String name, Fields fields) {
        return of(name, fields.schema());
    }

    /** It may be left out. */
    public Field optional() {
        return new Field(name, false, schema);
    }

    /** It may say nothing on purpose. */
    public Field orNull() {
        return new Field(name, isRequired, words("anyOf", List.of(schema, words("type", "null"))));
    }

    /** With words for people. */
    public Field says(String words) {
        Map<String, Object> more = new LinkedHashMap<>(schema);
        more.put("description", words);
        return new Field(name, isRequired, more);
    }

    private static Field of(String name, Map<String, Object> schema) {
        return new Field(name, true, schema);
    }

    /** In the order in which they are said, so that the documents are the same each time. */
    private static Map<String, Object> words(Object... namesAndValues) {
        Map<String, Object> words = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) words.put((String) namesAndValues[i], namesAndValues[i + 1]);
        return words;
    }
}
