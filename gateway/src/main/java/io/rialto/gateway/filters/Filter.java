package io.rialto.gateway.filters;

import io.rialto.gateway.problem.Problem;
import io.rialto.gateway.problem.ProblemCode;
import java.util.List;
import java.util.Map;

/**
 * An expression such as {@code priority >= HIGH and (symbol = 'BTC-USD' or value > 10000)}, read once and asked often.
 * Immutable.
 */
public final class Filter {
    /** What everything passes. */
    public static final Filter ALL = new Filter("", new Node.All(List.of()));

    /** Characters of an expression. */
    public static final int MOST_LENGTH = 512;

    private final String text;
    private final Node root;

    private Filter(String text, Node root) {
        this.text = text;
        this.root = root;
    }

    /**
     * @param field as the client calls it
     * @param names of words that have a closed list; of {@link Word#PRIORITY} from the least to the most
     * @throws Problem naming field, rule, place and value
     */
    public static Filter of(String field, String text, Map<Word, List<String>> names) {
        if (text.length() > MOST_LENGTH) {
            throw Problem.at(field, ProblemCode.INVALID_VALUE, "must be at most " + MOST_LENGTH + " characters", text);
        }
        Lexer.Fault fault = (place, rule) -> Problem.at(
                field, ProblemCode.INVALID_VALUE, "must be an expression: at character " + place + ": " + rule, text);
        return new Filter(text, new Parser(Lexer.tokens(text, fault), names, fault).whole());
    }

    public boolean holds(Subject subject) {
        return root.holds(subject);
    }

    /** As it was written. */
    public String text() {
        return text;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Filter filter && filter.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
