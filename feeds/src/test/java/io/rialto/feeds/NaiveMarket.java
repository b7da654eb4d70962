package io.rialto.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import io.rialto.feeds.candles.Candle;
import io.rialto.feeds.candles.CandlePage;
import io.rialto.feeds.candles.Interval;
import io.rialto.feeds.prints.Grain;
import io.rialto.feeds.tickers.Ticker;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The trades of one instrument in a flat list, looked through from its beginning for every answer. */
final class NaiveMarket {
    private static final long DAY = 86_400_000_000_000L;

    /** A line of the list. */
    static final class Deal {
        final long timeNanos;
        final long sequence;
        final boolean isBuy;
        long number;
        BigDecimal price;
        BigDecimal quantity;
        long notionalMinor;
        boolean isOut;

        Deal(long number, BigDecimal price, BigDecimal quantity, long notional, boolean isBuy, long time, long seq) {
            this.number = number;
            this.price = price;
            this.quantity = quantity;
            this.notionalMinor = notional;
            this.isBuy = isBuy;
            timeNanos = time;
            sequence = seq;
        }
    }

    final List<Deal> deals = new ArrayList<>();

    void takeOut(long number) {
        find(number).isOut = true;
    }

    void putBack(long original, long number, BigDecimal price, BigDecimal quantity, long notionalMinor) {
        Deal deal = find(original);
        deal.isOut = false;
        deal.number = number;
        deal.price = price;
        deal.quantity = quantity;
        deal.notionalMinor = notionalMinor;
    }

    private Deal find(long number) {
        return deals.stream().filter(deal -> deal.number == number).findFirst().orElseThrow();
    }

    private List<Deal> standing() {
        return deals.stream().filter(deal -> !deal.isOut).toList();
    }

    void candlesAgree(Feeds feeds, int instrument, Interval interval, String where) {
        Map<Long, List<Deal>> expected = standing().stream()
                .collect(Collectors.groupingBy(
                        deal -> interval.start(deal.timeNanos), TreeMap::new, Collectors.toList()));
        List<Long> opened = new ArrayList<>();
        OptionalLong next = OptionalLong.of(-10 * DAY); // a week may begin before 1970
        while (next.isPresent()) {
            CandlePage page = feeds.candles().candles(instrument, interval, next, OptionalLong.empty(), 7, false);
            assertThat(page.wholeFromNanos()).as(where).isEmpty();
            assertThat(page.uncorrected()).as(where).isZero();
            for (Candle candle : page.items()) {
                opened.add(candle.openNanos());
                agree(page, candle, expected.get(candle.openNanos()), where + " " + interval + " " + candle);
            }
            next = page.next();
        }
        assertThat(opened).as(where + " " + interval).containsExactlyElementsOf(expected.keySet());
    }

    private static void agree(CandlePage page, Candle candle, List<Deal> deals, String where) {
        Deal first = deals.get(0);
        Deal last = deals.get(deals.size() - 1);
        is(page.price(), candle.open(), first.price, where);
        is(page.price(), candle.close(), last.price, where);
        is(page.price(), candle.high(), high(deals).orElseThrow(), where);
        is(page.price(), candle.low(), low(deals).orElseThrow(), where);
        assertThat(page.lot().times(candle.volume())).as(where).isEqualByComparingTo(volume(deals));
        assertThat(page.lot().times(candle.takerBuyVolume()))
                .as(where)
                .isEqualByComparingTo(
                        volume(deals.stream().filter(deal -> deal.isBuy).toList()));
        assertThat(candle.quoteVolumeMinor()).as(where).isEqualTo(quote(deals));
        assertThat(candle.trades()).as(where).isEqualTo(deals.size());
        assertThat(candle.firstSequence()).as(where).isEqualTo(first.sequence);
        assertThat(candle.lastSequence()).as(where).isEqualTo(last.sequence);
    }

    void tickerAgrees(Feeds feeds, int instrument, long nowNanos, String where) {
        Ticker ticker = feeds.tickers().ticker(instrument);
        List<Deal> standing = standing();
        List<Deal> day = standing.stream()
                .filter(deal -> nowNanos - deal.timeNanos < DAY)
                .toList();
        List<Deal> before = standing.stream()
                .filter(deal -> nowNanos - deal.timeNanos >= DAY)
                .toList();
        assertThat(ticker.toNanos()).as(where).isEqualTo(nowNanos);
        assertThat(ticker.trades()).as(where).isEqualTo(day.size());
        assertThat(ticker.lot().times(ticker.volume())).as(where).isEqualByComparingTo(volume(day));
        assertThat(ticker.quoteVolumeMinor()).as(where).isEqualTo(quote(day));
        is(ticker.price(), ticker.open(), day.stream().findFirst().map(deal -> deal.price), where);
        is(ticker.price(), ticker.high(), high(day), where);
        is(ticker.price(), ticker.low(), low(day), where);
        is(ticker.price(), ticker.previousClose(), last(before).map(deal -> deal.price), where);
        OptionalLong last =
                ticker.last().map(each -> OptionalLong.of(each.price())).orElse(OptionalLong.empty());
        is(ticker.price(), last, last(standing).map(deal -> deal.price), where);
        assertThat(ticker.last().map(Ticker.Last::timeNanos))
                .as(where)
                .isEqualTo(last(standing).map(deal -> deal.timeNanos));
    }

    private static Optional<Deal> last(List<Deal> deals) {
        return deals.isEmpty() ? Optional.empty() : Optional.of(deals.get(deals.size() - 1));
    }

    private static Optional<BigDecimal> high(List<Deal> deals) {
        return deals.stream().map(deal -> deal.price).reduce(BigDecimal::max);
    }

    private static Optional<BigDecimal> low(List<Deal> deals) {
        return deals.stream().map(deal -> deal.price).reduce(BigDecimal::min);
    }

    private static BigDecimal volume(List<Deal> deals) {
        return deals.stream().map(deal -> deal.quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigInteger quote(List<Deal> deals) {
        return deals.stream()
                .map(deal -> BigInteger.valueOf(deal.notionalMinor))
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    private static void is(Grain grain, OptionalLong actual, Optional<BigDecimal> expected, String where) {
        assertThat(actual.isPresent()).as(where).isEqualTo(expected.isPresent());
        if (expected.isPresent()) is(grain, actual.getAsLong(), expected.get(), where);
    }

    private static void is(Grain grain, long actual, BigDecimal expected, String where) {
        assertThat(grain.times(actual)).as(where).isEqualByComparingTo(expected);
    }
}
