package io.rialto.gateway.form;

import io.rialto.gateway.problem.Problem;
import io.rialto.gateway.problem.ProblemCode;
import java.util.Arrays;
import java.util.List;

/** Names of a closed list as clients write them. */
public final class Choices {
    private static final String GENERATED_NULL = "NULL_VAL";
    private static final int SHOWN = 10;

    private Choices() {}

    /** The constant of that exact name; the codecs' NULL_VAL is nobody's name. */
    public static <E extends Enum<E>> E of(String field, String value, Class<E> names) {
        for (E each : names.getEnumConstants()) {
            if (each.name().equals(value) && !value.equals(GENERATED_NULL)) return each;
        }
        throw Problem.at(field, ProblemCode.INVALID_VALUE, "must be one of " + listed(names), value);
    }

    /** The constants that have a name. */
    static <E extends Enum<E>> List<String> names(Class<E> names) {
        return Arrays.stream(names.getEnumConstants())
                .map(Enum::name)
                .filter(name -> !name.equals(GENERATED_NULL))
                .toList();
    }

    /** A long list is cut: it stands in the documents. */
    private static <E extends Enum<E>> String listed(Class<E> names) {
        List<String> all = names(names);
        String shown = String.join(", ", all.subList(0, Math.min(SHOWN, all.size())));
        return all.size() > SHOWN ? shown + " and " + (all.size() - SHOWN) + " more" : shown;
    }
}
