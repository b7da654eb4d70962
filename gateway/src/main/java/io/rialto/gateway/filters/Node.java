package io.rialto.gateway.filters;

import java.math.BigDecimal;
import java.util.List;

/** A part of an expression. Immutable. */
interface Node {
    boolean holds(Subject subject);

    /** All of them; the first that does not hold decides. */
    record All(List<Node> parts) implements Node {
        @Override
        public boolean holds(Subject subject) {
            for (Node part : parts) {
                if (!part.holds(subject)) return false;
            }
            return true;
        }
    }

    /** At least one of them. */
    record Any(List<Node> parts) implements Node {
        @Override
        public boolean holds(Subject subject) {
            for (Node part : parts) {
                if (part.holds(subject)) return true;
            }
            return false;
        }
    }

    /** The opposite. */
    record Not(Node part) implements Node {
        @Override
        public boolean holds(Subject subject) {
            return !part.holds(subject);
        }
    }

    /** A number, compared by its value: 1 is 1.00. */
    record OfNumber(Word word, Relation relation, BigDecimal value) implements Node {
        @Override
        public boolean holds(Subject subject) {
            return subject.number(word)
                    .filter(own -> relation.holds(own.compareTo(value)))
                    .isPresent();
        }
    }

    /** A text, to the letter. */
    record OfText(Word word, Relation relation, String value) implements Node {
        @Override
        public boolean holds(Subject subject) {
            return subject.text(word)
                    .filter(own -> relation.holds(own.compareTo(value)))
                    .isPresent();
        }
    }

    /** A name of a closed list in which later is more. */
    record OfRank(Word word, Relation relation, List<String> names, int rank) implements Node {
        @Override
        public boolean holds(Subject subject) {
            return subject.text(word)
                    .filter(own -> relation.holds(names.indexOf(own) - rank))
                    .isPresent();
        }
    }
}
