package io.rialto.gateway.notices;

import static io.rialto.gateway.notices.Happenings.FIRM;
import static io.rialto.gateway.notices.NoticeType.MARKET_ALERT;
import static io.rialto.gateway.notices.NoticeType.ORDER_FILLED;
import static io.rialto.gateway.notices.NoticeType.RISK_ALERT;
import static io.rialto.gateway.notices.Priority.HIGH;
import static io.rialto.gateway.notices.Priority.LOW;
import static io.rialto.gateway.notices.Priority.NORMAL;
import static org.assertj.core.api.Assertions.assertThat;

import io.rialto.gateway.filters.Filter;
import io.rialto.gateway.filters.Word;
import io.rialto.gateway.notices.Happening.Audience;
import io.rialto.gateway.notices.Wish.Scope;
import io.rialto.gateway.notices.Wish.Verdict;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WishRulesTest {
    private final Happening fill = Happenings.of(
            9, ORDER_FILLED, NORMAL, Audience.OWNER, Happenings.ALICE, Map.of(Word.VALUE, new BigDecimal("25000")));

    private static Wish wish(Set<NoticeType> types, Priority least, String symbol, String threshold, String filter) {
        return new Wish(
                Scope.OWN,
                0,
                types,
                least,
                Optional.ofNullable(symbol),
                Optional.ofNullable(threshold).map(BigDecimal::new),
                filter.isEmpty() ? Filter.ALL : Filter.of("filter", filter, Map.of()));
    }

    /** Each wish fails in all that comes later too: what is told is the first. */
    @Test
    void conditionsAreAskedInTheOrderTypePriorityMarketThresholdExpression() {
        String never = "value < 0";
        assertThat(wish(Set.of(RISK_ALERT), HIGH, "ETH-USD", "30000", never).judge(fill))
                .isEqualTo(Verdict.TYPE);
        assertThat(wish(Set.of(), HIGH, "ETH-USD", "30000", never).judge(fill)).isEqualTo(Verdict.PRIORITY);
        assertThat(wish(Set.of(), LOW, "ETH-USD", "30000", never).judge(fill)).isEqualTo(Verdict.SYMBOL);
        assertThat(wish(Set.of(), LOW, "BTC-USD", "30000", never).judge(fill)).isEqualTo(Verdict.THRESHOLD);
        assertThat(wish(Set.of(), LOW, "BTC-USD", "25000", never).judge(fill)).isEqualTo(Verdict.EXPRESSION);
        assertThat(wish(Set.of(ORDER_FILLED), NORMAL, "BTC-USD", "25000", "value = 25000")
                        .judge(fill))
                .isEqualTo(Verdict.PASSED);
    }

    @Test
    void aThresholdIsHeldAgainstTheSizeOfAGainOrLossAndNotAgainstWhatHasNone() {
        Wish wish = wish(Set.of(), LOW, null, "100", "");

        assertThat(wish.judge(with(Word.PROFIT, "-100.5"))).isEqualTo(Verdict.PASSED);
        assertThat(wish.judge(with(Word.PROFIT, "99"))).isEqualTo(Verdict.THRESHOLD);
        assertThat(wish.judge(Happenings.of(RISK_ALERT, HIGH))).isEqualTo(Verdict.PASSED);
    }

    private static Happening with(Word word, String number) {
        return Happenings.of(
                9, ORDER_FILLED, NORMAL, Audience.OWNER, Happenings.ALICE, Map.of(word, new BigDecimal(number)));
    }

    @Test
    void whatIsOnesOwnIsToldWithoutAWordAndNarrowedByWishesOfItsTypeAlone() {
        Wish bigFills = wish(Set.of(ORDER_FILLED), LOW, null, "30000", "");
        Wish ofEther = wish(Set.of(ORDER_FILLED), LOW, "ETH-USD", null, "");
        Wish ofBitcoin = wish(Set.of(ORDER_FILLED), LOW, "BTC-USD", null, "");

        assertThat(Profile.SILENT.judge(fill, Scope.OWN)).isEqualTo(Verdict.PASSED);
        assertThat(profile(bigFills).judge(fill, Scope.OWN)).isEqualTo(Verdict.THRESHOLD);
        assertThat(profile(bigFills).judge(Happenings.of(RISK_ALERT, HIGH), Scope.OWN))
                .isEqualTo(Verdict.PASSED);
        assertThat(profile(bigFills, ofEther).judge(fill, Scope.OWN)).isEqualTo(Verdict.THRESHOLD);
        assertThat(profile(bigFills, ofBitcoin).judge(fill, Scope.OWN)).isEqualTo(Verdict.PASSED);
    }

    @Test
    void whatIsNotOnesOwnNeedsAWishOfItsScope() {
        Happening halt = Happenings.of(5, MARKET_ALERT, HIGH, Audience.SUBSCRIBERS, 0, Map.of());
        Wish market = new Wish(Scope.MARKET, 0, Set.of(), LOW, Optional.empty(), Optional.empty(), Filter.ALL);
        Wish firm = new Wish(Scope.FIRM, FIRM, Set.of(), LOW, Optional.empty(), Optional.empty(), Filter.ALL);
        Wish other = new Wish(Scope.FIRM, FIRM + 1, Set.of(), LOW, Optional.empty(), Optional.empty(), Filter.ALL);

        assertThat(Profile.SILENT.judge(halt, Scope.MARKET)).isEqualTo(Verdict.TYPE);
        assertThat(profile(market).judge(halt, Scope.MARKET)).isEqualTo(Verdict.PASSED);
        assertThat(profile(firm).judge(halt, Scope.MARKET)).isEqualTo(Verdict.TYPE);
        assertThat(profile(market).judge(fill, Scope.FIRM)).isEqualTo(Verdict.TYPE);
        assertThat(profile(firm).judge(fill, Scope.FIRM)).isEqualTo(Verdict.PASSED);
        assertThat(profile(other).judge(fill, Scope.FIRM)).isEqualTo(Verdict.TYPE);
    }

    private static Profile profile(Wish... wishes) {
        return new Profile(List.of(), List.of(wishes));
    }
}
