package io.rialto.feeds;

import static io.rialto.feeds.History.ALICE;
import static io.rialto.feeds.History.BOB;
import static io.rialto.feeds.History.BTC_USD;
import static io.rialto.feeds.History.USD;
import static org.assertj.core.api.Assertions.assertThat;

import io.rialto.feeds.Told.Money;
import io.rialto.feeds.Told.Order;
import io.rialto.feeds.market.Book;
import io.rialto.feeds.market.Trade;
import io.rialto.protocol.FeePolicy;
import io.rialto.protocol.FundsDepositedDecoder;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Questions from many threads while frames are applied: each answer is of one whole frame. */
class WholeFramesTest {
    private static final int FRAMES = 20_000;
    private static final int READERS = 3;

    private final History history = History.listed();
    private final Feeds feeds = history.feeds;
    private final AtomicBoolean isOver = new AtomicBoolean();

    @Test
    @Timeout(60)
    void noAnswerShowsHalfAFrame() throws Exception {
        for (int account : new int[] {ALICE, BOB}) {
            history.tick(told -> told.funds(FundsDepositedDecoder.TEMPLATE_ID, account, account, USD, 10_000_000)
                    .funds(FundsDepositedDecoder.TEMPLATE_ID, account + 10, account, History.BTC, 10_000_000));
        }
        ExecutorService threads = Executors.newFixedThreadPool(READERS); // the common pool may have a single thread
        List<Future<Integer>> readers = new ArrayList<>();
        for (int i = 0; i < READERS; i++) readers.add(threads.submit(this::read));
        for (int i = 0; i < FRAMES; i++) sweepAndRestAgain();
        isOver.set(true);
        for (Future<Integer> reader : readers) {
            assertThat(reader.get(30, TimeUnit.SECONDS)).isPositive();
        }
        threads.shutdown();
    }

    /** In one frame: a trade takes the only ask, and the taker's rest becomes the only bid; then it is taken away. */
    private void sweepAndRestAgain() {
        Order maker = history.sells(ALICE, 1, 100);
        history.places(maker, "", 0, told -> told.accepted(maker, 1).rested(maker));
        Order taker = history.buys(BOB, 2, 100);
        Money money = new Money(100, 1, 0, 0, 0, 0, FeePolicy.RECEIVED);
        history.places(
                taker,
                "",
                0,
                told -> told.accepted(taker, 200)
                        .traded(history.nextTrade(), maker, taker, 1, 0, 1, money)
                        .rested(taker.of(1)));
        history.tick(told -> told.cancelled(taker, 1, 100));
    }

    private int read() {
        int answers = 0;
        do {
            feeds.atOnce(() -> {
                Book book = feeds.books().book(BTC_USD, 5);
                assertThat(book.bids().size() + book.asks().size()).isLessThanOrEqualTo(1);
                long lastTrade = feeds.tape().last(BTC_USD).map(Trade::sequence).orElse(0L);
                assertThat(book.bids().isEmpty()).isEqualTo(book.sequence() != lastTrade);
                long held = feeds.balances().balance(BOB, USD).heldMinor();
                assertThat(held).isEqualTo(book.bids().isEmpty() ? 0 : 100);
                return book;
            });
            long sum = feeds.atOnce(() -> total(1) + total(2) + total(ALICE) + total(BOB));
            assertThat(sum).isZero();
            answers++;
        } while (!isOver.get());
        return answers;
    }

    private long total(int account) {
        return feeds.balances().balance(account, USD).totalMinor();
    }
}
