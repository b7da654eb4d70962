package io.rialto.feeds;

import static io.rialto.feeds.History.ALICE;
import static io.rialto.feeds.History.BTC_USD;
import static org.assertj.core.api.Assertions.assertThat;

import io.rialto.feeds.balances.Balance;
import io.rialto.feeds.changes.ChangeWriter;
import io.rialto.feeds.changes.Changes;
import io.rialto.feeds.changes.FrameChange;
import io.rialto.feeds.changes.QueueChange;
import io.rialto.feeds.fills.Fill;
import io.rialto.feeds.market.Level;
import io.rialto.feeds.market.Trade;
import io.rialto.feeds.orders.OrderView;
import io.rialto.feeds.position.Page;
import io.rialto.feeds.queues.QueuePage;
import io.rialto.feeds.queues.QueuedOrder;
import io.rialto.protocol.Side;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever reads nothing but what frames changed has what the feeds answer when they are asked. */
class ChangeRulesTest {
    private static final int STEPS = 1_000;

    private final History history = History.listed();
    private final Feeds feeds = history.feeds;
    private final Map<Long, Long> bids = new TreeMap<>(Collections.reverseOrder());
    private final Map<Long, Long> asks = new TreeMap<>();
    private final Map<Long, QueueChange> places = new TreeMap<>();
    private final Map<Long, OrderView> orders = new TreeMap<>();
    private final Map<String, Balance> balances = new TreeMap<>();
    private final List<Trade> trades = new ArrayList<>();
    private final List<Fill> fills = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void changesAddUpToTheAnswers(long seed) {
        RandomVenue venue = new RandomVenue(history, seed);
        long place = 0;
        for (int step = 1; step <= STEPS; step++) {
            venue.step();
            for (; place < feeds.changes().end(); place++)
                hears(feeds.changes().at(place).orElseThrow());
            agrees("seed " + seed + " step " + step);
        }
        assertThat(trades)
                .isEqualTo(oldestFirst(
                        feeds.tape().trades(BTC_USD, Page.NEWEST, 1_000).items()));
        assertThat(fills).hasSize(trades.size() * 2);
    }

    private void hears(FrameChange change) {
        change.levels().forEach(level -> {
            Map<Long, Long> side = level.side() == Side.BUY ? bids : asks;
            if (level.quantityLots() == 0) side.remove(level.priceTicks());
            else side.put(level.priceTicks(), level.quantityLots());
        });
        change.queues().forEach(each -> {
            if (each.quantityLots() == 0) places.remove(each.place());
            else places.put(each.place(), each);
        });
        change.orders().forEach(order -> orders.put(order.order(), order));
        change.balances()
                .forEach(each ->
                        balances.put(each.account() + "/" + each.balance().asset(), each.balance()));
        trades.addAll(change.trades());
        fills.addAll(change.fills());
    }

    private void agrees(String where) {
        assertThat(levels(feeds.books().book(BTC_USD, 1_000).bids())).as(where).isEqualTo(bids);
        assertThat(levels(feeds.books().book(BTC_USD, 1_000).asks())).as(where).isEqualTo(asks);
        QueuePage page = feeds.queues().orders(BTC_USD, 1_000);
        assertThat(standing(Side.BUY)).as(where).isEqualTo(page.bids());
        assertThat(standing(Side.SELL)).as(where).isEqualTo(page.asks());
        for (int account = ALICE; account < ALICE + RandomVenue.ACCOUNTS; account++) {
            int owner = account;
            feeds.orders()
                    .open(owner)
                    .forEach(open ->
                            assertThat(orders.get(open.order())).as(where).isEqualTo(open));
            feeds.balances()
                    .balances(owner)
                    .items()
                    .forEach(balance -> assertThat(balances.get(owner + "/" + balance.asset()))
                            .as(where)
                            .isEqualTo(balance));
        }
    }

    private List<QueuedOrder> standing(Side side) {
        Comparator<QueueChange> byPrice = Comparator.comparingLong(QueueChange::priceTicks);
        return places.values().stream()
                .filter(each -> each.side() == side)
                .sorted((side == Side.BUY ? byPrice.reversed() : byPrice).thenComparingLong(QueueChange::place))
                .map(each -> new QueuedOrder(each.place(), each.priceTicks(), each.quantityLots()))
                .toList();
    }

    private static Map<Long, Long> levels(List<Level> levels) {
        Map<Long, Long> found = new TreeMap<>();
        levels.forEach(level -> found.put(level.priceTicks(), level.quantityLots()));
        return found;
    }

    private static List<Trade> oldestFirst(List<Trade> newestFirst) {
        List<Trade> reversed = new ArrayList<>(newestFirst);
        Collections.reverse(reversed);
        return reversed;
    }

    @Test
    void whoIsTooSlowFindsThatHeMissedSomething() {
        Changes changes = new Changes(4);
        ChangeWriter writer = new ChangeWriter();
        for (long sequence = 1; sequence <= 10; sequence++) {
            writer.level(BTC_USD, Side.BUY, 100, sequence);
            changes.endFrame(writer, sequence * 10, sequence);
        }
        changes.endFrame(writer, 110, 11); // changed nothing

        assertThat(changes.end()).isEqualTo(10);
        assertThat(changes.at(6)).isEmpty();
        assertThat(changes.at(7).orElseThrow().sequence()).isEqualTo(80);
        assertThat(changes.between(80, 110).orElseThrow())
                .extracting(FrameChange::sequence)
                .containsExactly(90L, 100L);
        assertThat(changes.between(80, 95).orElseThrow())
                .extracting(FrameChange::sequence)
                .containsExactly(90L);
        assertThat(changes.between(110, 110).orElseThrow()).isEmpty();
        assertThat(changes.between(60, 110)).isEmpty();
    }
}
