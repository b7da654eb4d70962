package io.rialto.feeds;

import static io.rialto.feeds.History.ALICE;
import static io.rialto.feeds.History.BTC;
import static io.rialto.feeds.History.BTC_USD;
import static io.rialto.feeds.History.USD;
import static org.assertj.core.api.Assertions.assertThat;

import io.rialto.feeds.RandomVenue.Deal;
import io.rialto.feeds.RandomVenue.Life;
import io.rialto.feeds.balances.Balance;
import io.rialto.feeds.fills.Fill;
import io.rialto.feeds.market.Book;
import io.rialto.feeds.market.Level;
import io.rialto.feeds.market.Trade;
import io.rialto.feeds.orders.OrderFilter;
import io.rialto.feeds.orders.OrderView;
import io.rialto.feeds.position.Page;
import io.rialto.protocol.Side;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the venue does, the feeds say what its own flat lists say. */
class RandomVenueTest {
    private static final int STEPS = 1_500;

    private final History history = History.listed();
    private final Feeds feeds = history.feeds;
    private RandomVenue venue;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void theFeedsSayWhatTheVenueKnows(long seed) {
        venue = new RandomVenue(history, seed);
        for (int step = 1; step <= STEPS; step++) {
            venue.step();
            String where = "seed " + seed + " step " + step;
            booksAgree(where);
            balancesAgree(where);
            if (step % 100 == 0) historyAgrees(where);
        }
    }

    private void booksAgree(String where) {
        Book book = feeds.books().book(BTC_USD, 1_000);
        assertThat(book.bids()).as(where).isEqualTo(levels(Side.BUY));
        assertThat(book.asks()).as(where).isEqualTo(levels(Side.SELL));
    }

    private List<Level> levels(Side side) {
        Comparator<Level> lowestFirst = Comparator.comparingLong(Level::priceTicks);
        return venue.resting.stream()
                .filter(life -> life.terms.side() == side)
                .collect(Collectors.groupingBy(life -> life.terms.priceTicks()))
                .entrySet()
                .stream()
                .map(level -> new Level(
                        level.getKey(),
                        level.getValue().stream()
                                .mapToLong(life -> life.openLots)
                                .sum(),
                        level.getValue().size()))
                .sorted(side == Side.BUY ? lowestFirst.reversed() : lowestFirst)
                .toList();
    }

    private void balancesAgree(String where) {
        for (int account : new int[] {1, 2, ALICE, ALICE + 1, ALICE + 2}) {
            for (int asset : new int[] {BTC, USD}) {
                Balance balance = feeds.balances().balance(account, asset);
                assertThat(balance.totalMinor()).as(where).isEqualTo(venue.totals[account][asset]);
                assertThat(balance.heldMinor()).as(where).isEqualTo(venue.held(account, asset));
            }
        }
    }

    private void historyAgrees(String where) {
        for (Life life : venue.all) orderAgrees(life, where);
        for (int account = ALICE; account < ALICE + RandomVenue.ACCOUNTS; account++) {
            int owner = account;
            assertThat(everything(cursor -> feeds.orders().orders(owner, OrderFilter.ALL, cursor, 7), OrderView::order))
                    .as(where)
                    .isEqualTo(ordersOf(owner, false));
            assertThat(everything(
                            cursor -> feeds.orders().orders(owner, OrderFilter.OPEN, cursor, 7), OrderView::order))
                    .as(where)
                    .isEqualTo(ordersOf(owner, true));
            assertThat(everything(cursor -> feeds.orders().fillsOfAccount(owner, 0, cursor, 7), Fill::trade))
                    .as(where)
                    .isEqualTo(dealsOf(owner));
        }
        tapeAgrees(where);
    }

    private void orderAgrees(Life life, String where) {
        OrderView view = feeds.orders().order(life.terms.number()).item().orElseThrow();
        String order = where + " order " + life.terms.number();
        assertThat(view.status()).as(order).isEqualTo(life.status);
        assertThat(view.reason()).as(order).isEqualTo(life.reason);
        assertThat(view.remainingLots()).as(order).isEqualTo(life.openLots);
        assertThat(view.executedLots()).as(order).isEqualTo(life.executedLots);
        assertThat(view.preventedLots()).as(order).isEqualTo(life.preventedLots);
        assertThat(view.executedNotionalMinor()).as(order).isEqualTo(life.notionalMinor);
        assertThat(view.version()).as(order).isEqualTo(life.version);
        assertThat(view.quantityLots()).as(order).isEqualTo(life.terms.lots());
        assertThat(view.workingPriceTicks()).as(order).isEqualTo(life.terms.priceTicks());
        assertThat(view.sequence()).as(order).isEqualTo(life.changed);
        if (life.clientOrderId.isEmpty()) return;
        assertThat(feeds.orders()
                        .order(view.account(), life.clientOrderId)
                        .item()
                        .orElseThrow()
                        .order())
                .as(order)
                .isGreaterThanOrEqualTo(life.terms.number());
    }

    private List<Long> ordersOf(int account, boolean onlyOpen) {
        return newestFirst(venue.all.stream()
                .filter(life -> life.terms.account() == account && (!onlyOpen || life.status.isOpen()))
                .map(life -> life.terms.number())
                .toList());
    }

    private List<Long> dealsOf(int account) {
        List<Long> deals = new ArrayList<>();
        for (Deal deal : venue.deals) {
            if (deal.maker().terms.account() == account) deals.add(deal.number());
            if (deal.taker().terms.account() == account) deals.add(deal.number());
        }
        return newestFirst(deals);
    }

    private void tapeAgrees(String where) {
        if (venue.deals.isEmpty()) return;
        Deal last = venue.deals.get(venue.deals.size() - 1);
        Trade trade = feeds.tape().last(BTC_USD).orElseThrow();
        assertThat(trade.number()).as(where).isEqualTo(last.number());
        assertThat(trade.priceTicks()).as(where).isEqualTo(last.priceTicks());
        assertThat(trade.quantityLots()).as(where).isEqualTo(last.lots());
        assertThat(trade.takerSide()).as(where).isEqualTo(last.taker().terms.side());
        assertThat(trade.sequence()).as(where).isEqualTo(last.sequence());
        assertThat(feeds.tape().trades(BTC_USD, Page.NEWEST, 1_000).items())
                .as(where)
                .hasSize(Math.min(1_000, venue.deals.size()));
    }

    private static <T> List<Long> everything(LongFunction<Page<T>> pages, ToLongFunction<T> number) {
        List<Long> numbers = new ArrayList<>();
        long cursor = Page.NEWEST;
        while (true) {
            Page<T> page = pages.apply(cursor);
            page.items().forEach(item -> numbers.add(number.applyAsLong(item)));
            if (page.next().isEmpty()) return numbers;
            cursor = page.next().getAsLong();
        }
    }

    private static List<Long> newestFirst(List<Long> oldestFirst) {
        List<Long> numbers = new ArrayList<>(oldestFirst);
        Collections.reverse(numbers);
        return numbers;
    }
}
