package io.rialto.engine.fixing;

import static org.assertj.core.api.Assertions.assertThat;

import io.rialto.engine.agenda.Agenda;
import io.rialto.engine.book.OrderPool;
import io.rialto.engine.orders.OpenOrders;
import org.junit.jupiter.api.Test;

/** What the rulebook's worked book would trade at each of its prices. */
class AuctionTableRulesTest {
    private final CallBook book = new CallBook(new OpenOrders(new OrderPool(16), new Agenda(), 16, 16), () -> {});
    private final AuctionPrice price = new AuctionPrice();

    @Test
    void theTableOfBookA() {
        book.bids.add(102, 300);
        book.bids.add(101, 200);
        book.bids.add(100, 400);
        book.bids.add(99, 500);
        book.asks.add(98, 200);
        book.asks.add(99, 300);
        book.asks.add(100, 250);
        book.asks.add(101, 400);

        trades(98, 200, 1200);
        trades(99, 500, 900);
        trades(100, 750, 150);
        trades(101, 500, -650);
        trades(102, 300, -850);
    }

    private void trades(long ticks, long volumeLots, long surplusLots) {
        price.tradeAt(book, ticks);
        assertThat(price.volumeLots()).as("volume at " + ticks).isEqualTo(volumeLots);
        assertThat(price.surplusLots()).as("imbalance at " + ticks).isEqualTo(surplusLots);
    }

    @Test
    void aSumBeyondSixtyThreeBitsCountsAsTheGreatestLong() {
        for (int i = 0; i < 3; i++) book.bids.add(100, Long.MAX_VALUE);
        book.asks.add(100, Long.MAX_VALUE);

        price.find(book, 0);
        assertThat(price.volumeLots()).isEqualTo(Long.MAX_VALUE);
        assertThat(price.surplusLots()).isZero();
        for (int i = 0; i < 3; i++) book.bids.take(100, Long.MAX_VALUE);
        assertThat(book.hasBuys()).isFalse();
    }

    @Test
    void theReferenceIsACandidateItself() {
        book.marketBids.add(1_200, 40);
        book.asks.add(998, 40);

        price.find(book, 1_000);
        assertThat(price.priceTicks()).isEqualTo(1_000);
    }

    @Test
    void marketOrdersAloneTradeAtTheReference() {
        book.marketBids.add(110, 40);
        book.marketAsks.add(90, 30);

        price.find(book, 100);
        assertThat(price.priceTicks()).isEqualTo(100);
        assertThat(price.volumeLots()).isEqualTo(30);
        price.find(book, 0);
        assertThat(price.volumeLots()).isZero();
    }
}
