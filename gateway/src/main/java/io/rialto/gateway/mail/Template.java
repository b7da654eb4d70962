package io.rialto.gateway.mail;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text with places in it. What is put into a place is never read for places again. Immutable. */
final class Template {
    private static final Pattern PLACES = Pattern.compile("\\{\\{([a-z]+)}}");

    private final String text;

    Template(String text) {
        this.text = text;
    }

    static Template resource(String name) {
        try (InputStream bytes = Template.class.getResourceAsStream("/mail/" + name)) {
            return new Template(new String(bytes.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("a template of our own could not be read: " + name, unreadable);
        }
    }

    /** @param values of all places there are */
    String filled(Map<String, String> values) {
        return PLACES.matcher(text).replaceAll(place -> Matcher.quoteReplacement(values.get(place.group(1))));
    }

    /** As text inside of HTML, whoever wrote it. */
    static String escaped(String words) {
        return words.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
