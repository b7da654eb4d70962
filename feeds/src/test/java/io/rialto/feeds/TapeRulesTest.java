package io.rialto.feeds;

import static io.rialto.feeds.History.ALICE;
import static io.rialto.feeds.History.BOB;
import static io.rialto.feeds.History.BTC_USD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rialto.feeds.Told.Money;
import io.rialto.feeds.Told.Order;
import io.rialto.feeds.market.TapePage;
import io.rialto.feeds.market.Trade;
import io.rialto.feeds.position.Page;
import io.rialto.protocol.Side;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class TapeRulesTest {
    private final History history = History.listed(
            new FeedsOptions(100, 10, 10, 10, 1_000, 64, true, Duration.ofHours(1), Duration.ofMillis(1)));

    @Test
    void aTradeIsOnTheTapeWithItsAggressorTimeAndSequence() {
        long sequence = trade(101, 3);
        Trade expected = new Trade(1, BTC_USD, 101, 3, Side.BUY, false, history.timeNanos(), sequence);
        assertThat(history.feeds.tape().last(BTC_USD)).contains(expected);
        assertThat(page(Page.NEWEST, 5))
                .isEqualTo(new TapePage(List.of(expected), OptionalLong.empty(), OptionalLong.of(1), false, sequence));
    }

    @Test
    void beforeTheFirstTradeThereIsNoLastPrice() {
        assertThat(history.feeds.tape().last(BTC_USD)).isEmpty();
        assertThat(page(Page.NEWEST, 5).oldestAvailable()).isEmpty();
    }

    @Test
    void pagesGoNewestFirstAndStandStillWhileTradesAreAdded() {
        for (int i = 1; i <= 10; i++) trade(100 + i, 1);

        TapePage first = page(Page.NEWEST, 4);
        for (int i = 11; i <= 15; i++) trade(100 + i, 1);
        TapePage second = page(first.next().orElseThrow(), 4);
        TapePage third = page(second.next().orElseThrow(), 4);

        assertThat(numbers(first)).containsExactly(10L, 9L, 8L, 7L);
        assertThat(numbers(second)).containsExactly(6L, 5L, 4L, 3L);
        assertThat(numbers(third)).containsExactly(2L, 1L);
        assertThat(third.next()).isEmpty();
        assertThat(third.olderDropped()).isFalse();
    }

    @Test
    void theOldestTradesMakeRoomAndThePageSaysSo() {
        for (int i = 1; i <= 250; i++) trade(100, 1);

        TapePage page = page(Page.NEWEST, 1000);

        assertThat(page.items()).hasSize(100);
        assertThat(page.oldestAvailable()).hasValue(151);
        assertThat(page.olderDropped()).isTrue();
        assertThat(page(151, 10).items()).isEmpty();
        assertThat(numbers(page(153, 10))).containsExactly(152L, 151L);
    }

    @Test
    void aPageHasOneToAThousandRows() {
        assertThatThrownBy(() -> page(Page.NEWEST, 0)).hasMessage("limit must be 1..1000: was 0");
        assertThatThrownBy(() -> page(Page.NEWEST, 1001)).hasMessage("limit must be 1..1000: was 1001");
    }

    private TapePage page(long cursor, int limit) {
        return history.feeds.tape().trades(BTC_USD, cursor, limit);
    }

    private static List<Long> numbers(TapePage page) {
        return page.items().stream().map(Trade::number).toList();
    }

    private long trade(long priceTicks, long lots) {
        Order maker = history.rests(history.sells(ALICE, lots, priceTicks));
        Order taker = history.buys(BOB, lots, priceTicks);
        return history.places(
                taker,
                "",
                0,
                told -> told.accepted(taker, 0).traded(history.nextTrade(), maker, taker, lots, 0, 0, Money.NONE));
    }
}
