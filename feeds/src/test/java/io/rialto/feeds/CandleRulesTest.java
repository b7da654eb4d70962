package io.rialto.feeds;

import static io.rialto.feeds.History.BTC_USD;
import static io.rialto.feeds.History.SECOND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rialto.feeds.candles.Candle;
import io.rialto.feeds.candles.CandlePage;
import io.rialto.feeds.candles.CandlesKept;
import io.rialto.feeds.candles.Interval;
import io.rialto.feeds.prints.VolumeProfile;
import io.rialto.feeds.tickers.Ticker;
import io.rialto.protocol.Side;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class CandleRulesTest {
    private static final OptionalLong ANY = OptionalLong.empty();

    private TradedHistory market = new TradedHistory(MarketKept.usual());

    private List<Candle> candles(Interval interval, boolean isFilled) {
        return page(interval, isFilled).items();
    }

    private CandlePage page(Interval interval, boolean isFilled) {
        return market.history.feeds.candles().candles(BTC_USD, interval, ANY, ANY, 1_000, isFilled);
    }

    private void passesTo(String moment) {
        Instant instant = Instant.parse(moment);
        market.history.passes(instant.getEpochSecond() * SECOND + instant.getNano() - market.history.timeNanos());
    }

    private static List<String> opens(List<Candle> candles) {
        return candles.stream()
                .map(candle -> Instant.ofEpochSecond(0, candle.openNanos()).toString())
                .toList();
    }

    @Test
    void aCandleHoldsWhatWasTradedInItsInterval() {
        passesTo("2026-03-01T10:00:05Z");
        market.trade(Side.BUY, 100, 3);
        market.trade(Side.SELL, 110, 1);
        market.trade(Side.BUY, 90, 2);
        market.trade(Side.SELL, 95, 4);

        Candle candle = candles(Interval.ONE_MINUTE, false).get(0);

        assertThat(opens(List.of(candle))).containsExactly("2026-03-01T10:00:00Z");
        assertThat(List.of(candle.open(), candle.high(), candle.low(), candle.close()))
                .containsExactly(100L, 110L, 90L, 95L);
        assertThat(candle.volume()).isEqualTo(BigInteger.TEN);
        assertThat(candle.takerBuyVolume()).isEqualTo(BigInteger.valueOf(5));
        assertThat(candle.quoteVolumeMinor()).isEqualTo(BigInteger.valueOf(300 + 110 + 180 + 380));
        assertThat(candle.trades()).isEqualTo(4);
        assertThat(candle.isClosed()).isFalse();
    }

    @Test
    void weeksBeginOnMondayAndMonthsOnTheirFirstInUtc() {
        passesTo("2026-02-28T23:59:59.5Z");
        market.trade(Side.BUY, 100, 1);
        passesTo("2026-03-01T00:00:00Z");
        market.trade(Side.BUY, 101, 1);
        passesTo("2026-03-02T00:00:00Z");
        market.trade(Side.BUY, 102, 1);

        assertThat(opens(candles(Interval.ONE_WEEK, false)))
                .containsExactly("2026-02-23T00:00:00Z", "2026-03-02T00:00:00Z");
        assertThat(opens(candles(Interval.ONE_MONTH, false)))
                .containsExactly("2026-02-01T00:00:00Z", "2026-03-01T00:00:00Z");
        assertThat(opens(candles(Interval.ONE_DAY, false))).hasSize(3);
        assertThat(candles(Interval.ONE_MONTH, false).get(0).isClosed()).isTrue();
    }

    @Test
    void intervalsWithoutTradesAreLeftOutOrFilledInWithTheCloseBefore() {
        passesTo("2026-03-01T10:00:05Z");
        market.trade(Side.BUY, 100, 3);
        passesTo("2026-03-01T10:03:05Z");
        market.trade(Side.BUY, 104, 1);
        passesTo("2026-03-01T10:04:30Z");
        market.history.tick(told -> {});

        assertThat(opens(candles(Interval.ONE_MINUTE, false)))
                .containsExactly("2026-03-01T10:00:00Z", "2026-03-01T10:03:00Z");
        List<Candle> filled = candles(Interval.ONE_MINUTE, true);
        assertThat(filled).extracting(Candle::close).containsExactly(100L, 100L, 100L, 104L, 104L);
        assertThat(filled).extracting(Candle::trades).containsExactly(1L, 0L, 0L, 1L, 0L);
    }

    @Test
    void aSpanIsReadInPagesFromItsBeginning() {
        passesTo("2026-03-01T10:00:00Z");
        for (int i = 0; i < 5; i++) {
            market.trade(Side.BUY, 100 + i, 1);
            market.history.passes(60 * SECOND);
        }
        long from = market.history
                .feeds
                .candles()
                .newest(BTC_USD, Interval.ONE_DAY)
                .items()
                .get(0)
                .openNanos();
        CandlePage first = market.history
                .feeds
                .candles()
                .candles(BTC_USD, Interval.ONE_MINUTE, OptionalLong.of(from), ANY, 2, false);
        CandlePage second =
                market.history.feeds.candles().candles(BTC_USD, Interval.ONE_MINUTE, first.next(), ANY, 1_000, false);
        assertThat(first.items()).extracting(Candle::open).containsExactly(100L, 101L);
        assertThat(second.items()).extracting(Candle::open).containsExactly(102L, 103L, 104L);
        assertThat(second.next()).isEmpty();
        CandlePage before =
                market.history.feeds.candles().candles(BTC_USD, Interval.ONE_MINUTE, ANY, first.next(), 1, false);
        assertThat(before.items()).extracting(Candle::open).containsExactly(101L);
    }

    @Test
    void aBustedTradeIsTakenOutOfEveryCandleAndACorrectionTakesItsPlace() {
        passesTo("2026-03-01T10:00:05Z");
        market.trade(Side.BUY, 100, 3);
        long high = market.trade(Side.BUY, 500, 1);
        market.trade(Side.BUY, 101, 3);
        passesTo("2026-03-01T11:00:00Z");
        market.trade(Side.BUY, 102, 1);

        long correction = market.correct(high, 120, 2);
        assertThat(candles(Interval.ONE_HOUR, false).get(0).high()).isEqualTo(120);
        long sequence = market.bust(correction);
        Candle hour = candles(Interval.ONE_HOUR, false).get(0);
        assertThat(hour.high()).isEqualTo(101);
        assertThat(hour.trades()).isEqualTo(2);
        assertThat(hour.changedSequence()).isEqualTo(sequence);
        assertThat(candles(Interval.ONE_MONTH, false).get(0).high()).isEqualTo(102);
    }

    @Test
    void aCandleAllOfWhoseTradesAreBustedIsGone() {
        passesTo("2026-03-01T10:00:05Z");
        market.bust(market.trade(Side.BUY, 100, 3));
        for (Interval interval : Interval.all())
            assertThat(candles(interval, false)).isEmpty();
        assertThat(market.history.feeds.tickers().ticker(BTC_USD).last()).isEmpty();
    }

    /** A thousand trades, a second apart, where three hundred trades and five candles are kept. */
    private void keepsLittle() {
        CandlesKept five = CandlesKept.of(String.join(
                ",", Interval.all().stream().map(interval -> interval + ":5").toList()));
        market = new TradedHistory(new MarketKept(300, five));
        passesTo("2026-03-01T00:00:00Z");
        for (int i = 0; i < 1_000; i++) {
            market.trade(Side.BUY, 1_000 + i % 7, 1);
            market.history.passes(SECOND - 2_000);
        }
    }

    @Test
    void whatIsNoLongerKeptIsSaid() {
        keepsLittle();
        CandlePage seconds = page(Interval.ONE_SECOND, false);
        assertThat(seconds.items()).hasSize(5);
        assertThat(seconds.wholeFromNanos()).hasValue(seconds.items().get(0).openNanos());
        assertThat(page(Interval.ONE_DAY, false).wholeFromNanos()).isEmpty();
        assertThat(candles(Interval.ONE_DAY, false).get(0).trades()).isEqualTo(1_000);

        Ticker ticker = market.history.feeds.tickers().ticker(BTC_USD);
        assertThat(ticker.trades()).isBetween(300L, 300L + 256);
        assertThat(ticker.fromNanos()).isEqualTo(market.naive.deals.get((int) (999 - ticker.trades())).timeNanos);
    }

    @Test
    void aTradeThatIsTakenBackTooLateIsCounted() {
        keepsLittle();
        market.bust(1);
        assertThat(page(Interval.ONE_DAY, false).uncorrected()).isEqualTo(1);
        assertThat(candles(Interval.ONE_DAY, false).get(0).trades()).isEqualTo(1_000);
        market.bust(1_000);
        assertThat(page(Interval.ONE_SECOND, false).uncorrected()).isEqualTo(1);
    }

    @Test
    void theVolumeProfileAddsUpByPriceAndNothingIsLost() {
        passesTo("2026-03-01T10:00:05Z");
        market.trade(Side.BUY, 100, 3);
        long busted = market.trade(Side.BUY, 105, 50);
        market.trade(Side.SELL, 100, 1);
        market.trade(Side.SELL, 107, 2);
        market.bust(busted);
        VolumeProfile profile = market.history.feeds.prints().profile(BTC_USD, 0, Long.MAX_VALUE, 1);
        assertThat(profile.rows())
                .containsExactly(
                        new VolumeProfile.Row(100, BigInteger.valueOf(4), BigInteger.valueOf(3), 2),
                        new VolumeProfile.Row(107, BigInteger.TWO, BigInteger.ZERO, 1));
        assertThat(market.history
                        .feeds
                        .prints()
                        .profile(BTC_USD, 0, Long.MAX_VALUE, 10)
                        .rows())
                .extracting(VolumeProfile.Row::price)
                .containsExactly(100L);
    }

    @Test
    void whoListensIsToldOfEachChangeOnceAndMayAsk() {
        List<String> told = new ArrayList<>();
        passesTo("2026-03-01T10:00:05Z");
        long first = market.trade(Side.BUY, 100, 3);
        market.history.feeds.watchTickers((instrument, sequence) -> told.add(instrument + "@" + sequence + " of "
                + market.history.feeds.tickers().ticker(instrument).trades() + " last "
                + market.history
                        .feeds
                        .candles()
                        .newest(instrument, Interval.ONE_MINUTE)
                        .items()
                        .get(0)
                        .close()));
        long at = market.history.sequence();
        market.trade(Side.BUY, 101, 3);
        market.bust(first);
        passesTo("2026-03-02T10:00:05.1Z");
        market.history.tick(none -> {});
        market.history.tick(none -> {});
        assertThat(told)
                .containsExactly(
                        "1@" + (at + 2) + " of 2 last 101",
                        "1@" + (at + 3) + " of 1 last 101",
                        "1@" + (at + 4) + " of 0 last 101");
    }

    @Test
    void howMuchIsKeptIsSaidByIntervalAndNumber() {
        assertThat(CandlesKept.of("1s:60, 1M:2").newest())
                .containsEntry(Interval.ONE_SECOND, 60)
                .containsEntry(Interval.ONE_MONTH, 2)
                .containsEntry(Interval.ONE_DAY, 3_660)
                .hasSize(17);
        for (String wrong : List.of("1s", "1s:0", "7m:5", "1s:60;", "1s:60,", "1s:99999999")) {
            assertThatThrownBy(() -> CandlesKept.of(wrong)).as(wrong).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> new CandlesKept(Map.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
