package io.rialto.engine.planted;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A bug to plant: what it breaks in a word and in a sentence, the source file by its name, and which text
 * there becomes which. White space counts as white space, however much and of which kind, so that a formatter may break
 * lines as it likes.
 *
 * @param isEndless whether the comparison may hang instead of differing
 * @param isDeep whether it takes a book deeper than any of the seeds' to show it
 * @param firstSeed whose flow it is hunted in first, since that has shown it before; 0: none is known
 */
record Mutation(
        String name,
        String breaks,
        String source,
        String find,
        String replace,
        boolean isEndless,
        boolean isDeep,
        long firstSeed) {

    /** The source with the bug in it; a text that is not there exactly once is an error, never a bug not planted. */
    String plantedIn(String text) {
        Matcher place = pattern().matcher(text);
        int places = 0;
        StringBuilder planted = new StringBuilder();
        while (place.find()) {
            places++;
            place.appendReplacement(planted, Matcher.quoteReplacement(replace));
        }
        if (places != 1) {
            throw new IllegalArgumentException("a planted bug must have exactly one place: name=" + name + " source="
                    + source + " places=" + places + " find=" + find);
        }
        return place.appendTail(planted).toString();
    }

    private Pattern pattern() {
        StringBuilder pattern = new StringBuilder();
        for (String word : find.strip().split("\\s+")) {
            pattern.append(pattern.isEmpty() ? "" : "\\s+").append(Pattern.quote(word));
        }
        return Pattern.compile(pattern.toString());
    }
}
