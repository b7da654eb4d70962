package io.rialto.gateway.channels;

import io.rialto.feeds.Feeds;
import io.rialto.feeds.busts.Bust;
import io.rialto.feeds.candles.CandlePage;
import io.rialto.feeds.candles.Interval;
import io.rialto.feeds.changes.FrameChange;
import io.rialto.gateway.market.Terms;
import io.rialto.gateway.prices.CandleBody;
import io.rialto.gateway.prices.TickerBody;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What the feeds put together of a market's trades: its last day, and its candles. */
final class MarketStates {
    private static final int CANDLES_TOLD = 2;

    private final Feeds feeds;

    MarketStates(Feeds feeds) {
        this.feeds = feeds;
    }

    /** @param terms as they are when the message is made */
    StateTopic.Content of(Ask ask, Supplier<Terms> terms) {
        return ask.interval()
                .<StateTopic.Content>map(each -> new OfCandles(each, terms))
                .orElseGet(() -> new OfDay(terms));
    }

    private static boolean hasTraded(FrameChange change, int instrument) {
        return change.trades().stream().anyMatch(each -> each.instrument() == instrument)
                || takenOut(change, instrument).findAny().isPresent();
    }

    /** What was reversed had been traded, and stays. */
    private static Stream<Bust> takenOut(FrameChange change, int instrument) {
        return change.busts().stream()
                .filter(each -> each.instrument() == instrument && each.kind() != Bust.Kind.REVERSED);
    }

    private final class OfDay implements StateTopic.Content {
        private final Supplier<Terms> terms;
        private final int instrument;

        OfDay(Supplier<Terms> terms) {
            this.terms = terms;
            instrument = terms.get().instrument().number();
        }

        @Override
        public boolean isTouchedBy(FrameChange change) {
            return hasTraded(change, instrument)
                    || change.levels().stream().anyMatch(each -> each.instrument() == instrument);
        }

        @Override
        public StateTopic.State now() {
            TickerBody now = TickerBody.of(terms.get(), feeds.tickers().ticker(instrument));
            return new StateTopic.State(now.sequence(), now, List.of(new StateTopic.Part(now.sequence(), now)));
        }
    }

    /**
     * The newest candle, and the one before: what has closed is told once more. Of which a trade was taken out is told too,
     * however old it is.
     */
    private final class OfCandles implements StateTopic.Content {
        private final Set<Long> corrected = new TreeSet<>(); // when they open
        private final Interval interval;
        private final Supplier<Terms> terms;
        private final int instrument;

        OfCandles(Interval interval, Supplier<Terms> terms) {
            this.interval = interval;
            this.terms = terms;
            instrument = terms.get().instrument().number();
        }

        @Override
        public boolean isTouchedBy(FrameChange change) {
            takenOut(change, instrument)
                    .forEach(each -> feeds.prints()
                            .timeNanos(instrument, each.first())
                            .ifPresent(nanos -> corrected.add(interval.start(nanos))));
            return hasTraded(change, instrument);
        }

        @Override
        public void told() {
            corrected.clear();
        }

        @Override
        public StateTopic.State now() {
            CandlePage page = feeds.candles()
                    .candles(instrument, interval, OptionalLong.empty(), OptionalLong.empty(), CANDLES_TOLD, false);
            List<CandleBody> items = page.items().stream()
                    .map(each -> CandleBody.of(terms.get(), page, each))
                    .toList();
            List<StateTopic.Part> parts = new ArrayList<>();
            for (long open : corrected) {
                if (page.items().stream().noneMatch(each -> each.openNanos() == open)) parts.add(corrected(open));
            }
            items.forEach(each -> parts.add(new StateTopic.Part(each.sequence(), each)));
            return new StateTopic.State(page.sequence(), new DataMessage.Items<>(items), parts);
        }

        private StateTopic.Part corrected(long openNanos) {
            long end = interval.end(openNanos);
            CandlePage page = feeds.candles()
                    .candles(instrument, interval, OptionalLong.of(openNanos), OptionalLong.of(end), 1, false);
            boolean isClosed = feeds.health().timeNanos() >= end;
            CandleBody body = page.items().stream()
                    .findFirst()
                    .map(each -> CandleBody.of(terms.get(), page, each))
                    .orElseGet(() -> CandleBody.gone(terms.get(), openNanos, end, isClosed, page.sequence()));
            return new StateTopic.Part(body.sequence(), body);
        }
    }
}
