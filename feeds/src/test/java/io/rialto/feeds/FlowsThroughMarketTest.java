package io.rialto.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import io.rialto.engine.StateView;
import io.rialto.engine.simulation.DecidedFlow;
import io.rialto.feeds.NaiveMarket.Deal;
import io.rialto.feeds.candles.Interval;
import io.rialto.feeds.listing.Instrument;
import io.rialto.feeds.queues.QueuePage;
import io.rialto.feeds.queues.QueuedOrder;
import io.rialto.feeds.trading.SpecialTerms;
import io.rialto.protocol.ContractTradeBustedDecoder;
import io.rialto.protocol.ContractTradeCorrectedDecoder;
import io.rialto.protocol.Side;
import io.rialto.protocol.TradeBustedDecoder;
import io.rialto.protocol.TradeCorrectedDecoder;
import io.rialto.protocol.TradeExecutedDecoder;
import io.rialto.protocol.frame.FrameView;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Every kind of command, by the real core: candles and days are those of flat lists, and history read again gives the same bytes. */
@Timeout(300)
class FlowsThroughMarketTest {
    private static final int SEEDS = 150;
    private static final int COMMANDS = 200;

    private final FrameView view = new FrameView();
    private int trades;
    private int busts;
    private int corrections;
    private int queued;

    @Test
    void candlesAndDaysAreThoseOfFlatListsInEveryFlow() {
        long fresh = System.nanoTime();
        for (long seed = 1; seed <= SEEDS; seed++) follow(seed);
        for (long seed = fresh; seed < fresh + SEEDS; seed++) follow(seed);
        System.out.printf("flows from %d: trades %d busts %d corrections %d%n", fresh, trades, busts, corrections);
        assertThat(trades).isGreaterThan(SEEDS);
        assertThat(busts).isPositive();
        assertThat(corrections).isPositive();
        assertThat(queued).isGreaterThan(SEEDS);
    }

    private void follow(long seed) {
        Feeds feeds = new Feeds(FeedsOptions.defaults());
        Map<Integer, NaiveMarket> markets = new TreeMap<>();
        List<byte[]> history = new ArrayList<>();
        DecidedFlow.play(seed, COMMANDS, (core, frame) -> {
            byte[] bytes = new byte[frame.length()];
            frame.buffer().getBytes(0, bytes);
            history.add(bytes);
            feeds.onFrame(view.wrap(frame.buffer(), 0));
            read(view.wrap(frame.buffer(), 0), feeds, markets);
            String where = "seed " + seed + " sequence " + core.sequence();
            markets.forEach((number, market) -> market.tickerAgrees(feeds, number, view.timeNanos(), where));
            queuesAgree(core.state(), feeds, where);
        });
        markets.forEach((number, market) -> {
            for (Interval interval : Interval.all()) market.candlesAgree(feeds, number, interval, "seed " + seed);
        });
        isTheSameWhenReadAgain(feeds, history, markets, "seed " + seed);
    }

    /** What the core has in line is what stands in the queue, less who hides; of an iceberg a part. */
    private void queuesAgree(StateView state, Feeds feeds, String where) {
        for (int instrument = 1; instrument <= state.instrumentCount(); instrument++) {
            QueuePage page = feeds.queues().orders(instrument, 1_000);
            assertThat(page.isWhole()).as(where).isTrue();
            queuesAgree(state, feeds, instrument, Side.BUY, page.bids(), where);
            queuesAgree(state, feeds, instrument, Side.SELL, page.asks(), where);
        }
    }

    private void queuesAgree(
            StateView state, Feeds feeds, int instrument, Side side, List<QueuedOrder> queue, String where) {
        Iterator<QueuedOrder> next = queue.iterator();
        state.openOrders(instrument, side, (order, account, priceTicks, openLots) -> {
            SpecialTerms special =
                    feeds.orders().order(order).item().orElseThrow().special();
            if (special.isHidden()) return;
            QueuedOrder shown = next.next();
            boolean isPart = special.displayLots() > 0;
            boolean isIt = shown.priceTicks() == priceTicks
                    && (isPart ? shown.quantityLots() <= openLots : shown.quantityLots() == openLots);
            if (!isIt) throw new AssertionError(where + " order " + order + ": " + queue);
            queued++;
        });
        assertThat(next.hasNext()).as(where).isFalse();
    }

    private void isTheSameWhenReadAgain(
            Feeds feeds, List<byte[]> history, Map<Integer, NaiveMarket> markets, String where) {
        Feeds again = new Feeds(FeedsOptions.defaults());
        for (byte[] frame : history) again.onFrame(view.wrap(new UnsafeBuffer(frame), 0));
        for (int instrument : markets.keySet()) {
            assertThat(again.tickers().ticker(instrument))
                    .as(where)
                    .isEqualTo(feeds.tickers().ticker(instrument));
            for (Interval interval : Interval.all()) {
                byte[] bytes = again.candles().bytes(instrument, interval);
                assertThat(bytes).as(where).isNotEmpty();
                boolean isSame = Arrays.equals(bytes, feeds.candles().bytes(instrument, interval));
                assertThat(isSame).as(where + " " + interval).isTrue();
            }
        }
    }

    private void read(FrameView frame, Feeds feeds, Map<Integer, NaiveMarket> markets) {
        while (frame.nextEvent()) {
            DirectBuffer buffer = frame.buffer();
            int at = frame.eventOffset();
            int length = frame.eventBlockLength();
            int version = frame.eventVersion();
            switch (frame.eventType()) {
                case TradeExecutedDecoder.TEMPLATE_ID -> {
                    var event = new TradeExecutedDecoder().wrap(buffer, at, length, version);
                    markets.computeIfAbsent(event.instrument(), none -> new NaiveMarket())
                            .deals
                            .add(new Deal(
                                    event.trade(),
                                    price(feeds, event.instrument(), event.priceTicks()),
                                    quantity(feeds, event.instrument(), event.quantityLots()),
                                    event.notionalMinor(),
                                    event.takerSide() == Side.BUY,
                                    frame.timeNanos(),
                                    frame.sequence()));
                    trades++;
                }
                case TradeBustedDecoder.TEMPLATE_ID -> {
                    var event = new TradeBustedDecoder().wrap(buffer, at, length, version);
                    markets.get(event.instrument()).takeOut(event.trade());
                    busts++;
                }
                case ContractTradeBustedDecoder.TEMPLATE_ID -> {
                    var event = new ContractTradeBustedDecoder().wrap(buffer, at, length, version);
                    markets.get(event.instrument()).takeOut(event.trade());
                    busts++;
                }
                default -> corrections += corrected(frame, feeds, markets);
            }
        }
    }

    private static int corrected(FrameView frame, Feeds feeds, Map<Integer, NaiveMarket> markets) {
        DirectBuffer buffer = frame.buffer();
        int at = frame.eventOffset();
        int length = frame.eventBlockLength();
        int version = frame.eventVersion();
        if (frame.eventType() == TradeCorrectedDecoder.TEMPLATE_ID) {
            var event = new TradeCorrectedDecoder().wrap(buffer, at, length, version);
            BigDecimal price = price(feeds, event.instrument(), event.priceTicks());
            BigDecimal quantity = quantity(feeds, event.instrument(), event.quantityLots());
            markets.get(event.instrument())
                    .putBack(event.original(), event.trade(), price, quantity, event.notionalMinor());
            return 1;
        }
        if (frame.eventType() == ContractTradeCorrectedDecoder.TEMPLATE_ID) {
            var event = new ContractTradeCorrectedDecoder().wrap(buffer, at, length, version);
            BigDecimal price = price(feeds, event.instrument(), event.priceTicks());
            BigDecimal quantity = quantity(feeds, event.instrument(), event.quantityLots());
            markets.get(event.instrument())
                    .putBack(event.original(), event.trade(), price, quantity, event.notionalMinor());
            return 1;
        }
        return 0;
    }

    private static BigDecimal price(Feeds feeds, int instrument, long ticks) {
        Instrument terms = feeds.listings().instrument(instrument).orElseThrow();
        return BigDecimal.valueOf(terms.tickMantissa(), terms.tickScale()).multiply(BigDecimal.valueOf(ticks));
    }

    private static BigDecimal quantity(Feeds feeds, int instrument, long lots) {
        Instrument terms = feeds.listings().instrument(instrument).orElseThrow();
        return BigDecimal.valueOf(terms.lotMantissa(), terms.lotScale()).multiply(BigDecimal.valueOf(lots));
    }
}
