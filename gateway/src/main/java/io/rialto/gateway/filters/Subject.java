package io.rialto.gateway.filters;

import java.math.BigDecimal;
import java.util.Optional;

/** What an expression is asked about. What it does not have is empty, and then no comparison with it holds. */
public interface Subject {
    /** Of a word that is a number. */
    Optional<BigDecimal> number(Word word);

    /** Of a word that is a text; of {@link Word#PRIORITY} its name. */
    Optional<String> text(Word word);
}
