package io.rialto.gateway.filters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rialto.gateway.problem.Problem;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilterRulesTest {
    private static final Map<Word, List<String>> NAMES = Map.of(
            Word.PRIORITY, List.of("LOW", "NORMAL", "HIGH", "CRITICAL"),
            Word.TYPE, List.of("ORDER_FILLED", "RISK_ALERT"));
    private static final long SEED = 20_261_122;
    private static final int SCRAPS = 20_000;

    /** A fill of 0.5 BTC-USD for 25,000. */
    private static final class Fill implements Subject {
        private final Map<Word, String> texts =
                Map.of(Word.TYPE, "ORDER_FILLED", Word.PRIORITY, "NORMAL", Word.SYMBOL, "BTC-USD", Word.SIDE, "BUY");
        private final Map<Word, BigDecimal> numbers = Map.of(
                Word.PRICE, new BigDecimal("50000.00"),
                Word.QUANTITY, new BigDecimal("0.50000"),
                Word.VALUE, new BigDecimal("25000"));

        @Override
        public Optional<BigDecimal> number(Word word) {
            return Optional.ofNullable(numbers.get(word));
        }

        @Override
        public Optional<String> text(Word word) {
            return Optional.ofNullable(texts.get(word));
        }
    }

    private static boolean holds(String expression) {
        return Filter.of("filter", expression, NAMES).holds(new Fill());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "symbol = 'BTC-USD'",
                "side = BUY",
                "side != SELL",
                "price = 50000",
                "price >= 50000.00 and price <= 50000",
                "value > 10000 and not side = SELL",
                "side = SELL or quantity < 1",
                "not (side = SELL or quantity > 1)",
                "priority >= NORMAL",
                "priority < CRITICAL",
                "type = ORDER_FILLED",
                "score > -1 or price > 0",
                "not not side = BUY"
            })
    void holdsForTheFill(String expression) {
        assertThat(holds(expression)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "symbol = 'btc-usd'",
                "side = SELL and side = BUY or side = SELL",
                "priority > NORMAL",
                "score > -1",
                "score != 0",
                "reason != NONE",
                "not price = 50000.0"
            })
    void doesNotHoldForTheFill(String expression) {
        assertThat(holds(expression)).isFalse();
    }

    @Test
    void andBindsCloserThanOr() {
        assertThat(holds("side = BUY or side = SELL and price < 0")).isTrue();
        assertThat(holds("(side = BUY or side = SELL) and price < 0")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "\"\"|1|a field, not or a bracket is expected here",
                "colour = 'red'|1|a field is one of",
                "price|6|one of = != < <= > >= is expected here",
                "price = 'x'|9|price is compared with a plain decimal",
                "price = 1e9|10|and, or, or the end is expected here",
                "price = 1 price = 2|11|and, or, or the end is expected here",
                "(price = 1|11|a closing bracket is expected here",
                "price = 1)|10|and, or, or the end is expected here",
                "priority = URGENT|12|priority is one of LOW, NORMAL, HIGH, CRITICAL",
                "type = ORDER_FILED|8|type is one of",
                "symbol > 'A'|8|symbol is compared by = and != alone",
                "symbol = 'BTC|10|no word, number, sign or bracket begins here",
                "price = 1; DROP TABLE x|10|no word, number, sign or bracket begins here",
                "price == 1|8|price is compared with a plain decimal"
            })
    void whatIsMalformedIsRefusedByPlaceRuleAndValue(String expression, int place, String rule) {
        assertThatThrownBy(() -> Filter.of("filter", expression, NAMES))
                .isInstanceOfSatisfying(Problem.class, refused -> {
                    assertThat(refused.field()).contains("filter");
                    assertThat(refused.getMessage())
                            .contains("filter must be an expression: at character " + place + ": " + rule)
                            .contains("was '");
                });
    }

    @Test
    void lengthDepthAndComparisonsAreBounded() {
        String deep = "(".repeat(Parser.MOST_DEPTH) + "price > 0" + ")".repeat(Parser.MOST_DEPTH);
        String wide = "price>0" + " or price>0".repeat(Parser.MOST_COMPARISONS - 1);
        String longest = "price > 0" + " ".repeat(Filter.MOST_LENGTH - 9);

        assertThat(holds(deep)).isTrue();
        assertThat(holds(wide)).isTrue();
        assertThat(holds(longest)).isTrue();
        assertThatThrownBy(() -> holds("(" + deep + ")")).hasMessageContaining("at character 9: at most 8 levels");
        assertThatThrownBy(() -> holds("not ".repeat(100) + "price > 0")).hasMessageContaining("at most 8 levels");
        assertThatThrownBy(() -> holds(wide + " or price>0")).hasMessageContaining("at most 32 comparisons");
        assertThatThrownBy(() -> holds(longest + " ")).hasMessageContaining("at most 512 characters");
        assertThatThrownBy(() -> holds("(".repeat(100_000))).hasMessageContaining("at most 512 characters");
    }

    /** Whatever comes is an expression or refused, and never anything else. */
    @Test
    void scrapsOfExpressionsAreReadOrRefused() {
        String[] scraps = {
            "price", "=", ">", "(", ")", "and", "or", "not", "'", "'a'", "1", "-1.5", " ", "\u0000", "é", "symbol", "!"
        };
        Random random = new Random(SEED);
        int read = 0;
        for (int i = 0; i < SCRAPS; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(8); n >= 0; n--) text.append(scraps[random.nextInt(scraps.length)]);
            try {
                holds(text.toString());
                read++;
            } catch (Problem refused) {
                assertThat(refused.field()).as("seed %d: %s", SEED, text).contains("filter");
            }
        }
        assertThat(read).as("seed %d: some are expressions", SEED).isPositive();
    }
}
