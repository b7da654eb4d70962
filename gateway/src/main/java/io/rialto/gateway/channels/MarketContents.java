package io.rialto.gateway.channels;

import io.rialto.feeds.Feeds;
import io.rialto.feeds.busts.Bust;
import io.rialto.feeds.changes.FrameChange;
import io.rialto.feeds.listing.Instrument;
import io.rialto.feeds.market.TapePage;
import io.rialto.feeds.market.Trade;
import io.rialto.feeds.position.Page;
import io.rialto.gateway.market.Listed;
import io.rialto.gateway.market.Terms;
import io.rialto.gateway.market.TradeBody;
import io.rialto.gateway.phases.AuctionBody;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** What markets say on each of their channels but the book. */
final class MarketContents {
    private static final int NEWEST = 100;

    private final Feeds feeds;
    private final Listed listed;

    MarketContents(Feeds feeds, Listed listed) {
        this.feeds = feeds;
        this.listed = listed;
    }

    /** @param terms as they are when the message is made */
    ChangeTopic.Content of(Channel channel, Supplier<Terms> terms) {
        return switch (channel) {
            case TRADES -> new Trades(terms);
            case AUCTION -> new Auctions(terms);
            default -> new Status(terms);
        };
    }

    private final class Trades implements ChangeTopic.Content {
        private final int instrument;

        Trades(Supplier<Terms> terms) {
            instrument = terms.get().instrument().number();
        }

        /** The newest ones, newest first. */
        @Override
        public ChangeTopic.State now() {
            TapePage page = feeds.tape().trades(instrument, Page.NEWEST, NEWEST);
            List<TradeBody> items = page.items().stream()
                    .map(each -> body(each, feeds.busts().newest(each.number())))
                    .toList();
            return new ChangeTopic.State(page.sequence(), new DataMessage.Items<>(items));
        }

        /** What was taken back is told once more, as it stands after this frame. */
        @Override
        public List<Object> of(FrameChange change) {
            List<Object> told = new ArrayList<>();
            for (Trade each : change.trades()) {
                if (each.instrument() == instrument) told.add(body(each, Optional.empty()));
            }
            Map<Long, Bust> last = new LinkedHashMap<>();
            for (Bust each : change.busts()) {
                if (each.instrument() == instrument) last.put(each.first(), each);
            }
            last.values().forEach(each -> told.add(body(each)));
            return told;
        }

        private TradeBody body(Trade trade, Optional<Bust> bust) {
            return TradeBody.of(trade, bust, listed.terms(instrument, trade.sequence()));
        }

        private TradeBody body(Bust bust) {
            return feeds.tape()
                    .trade(instrument, bust.first())
                    .map(trade -> body(trade, Optional.of(bust)))
                    .orElseGet(() -> TradeBody.of(bust, listed.terms(instrument, bust.sequence())));
        }
    }

    private final class Auctions implements ChangeTopic.Content {
        private final Supplier<Terms> terms;
        private final int instrument;

        Auctions(Supplier<Terms> terms) {
            this.terms = terms;
            instrument = terms.get().instrument().number();
        }

        @Override
        public ChangeTopic.State now() {
            AuctionBody body = AuctionBody.of(terms.get(), feeds.auctions().auction(instrument), listed);
            return new ChangeTopic.State(body.sequence(), body);
        }

        /** What a frame left; what came in between is no news. */
        @Override
        public List<Object> of(FrameChange change) {
            return change.auctions().stream()
                    .filter(each -> each.instrument() == instrument)
                    .reduce((earlier, later) -> later)
                    .<List<Object>>map(each ->
                            List.of(AuctionBody.of(terms.get(), each.auction().seenBy(change.sequence()), listed)))
                    .orElse(List.of());
        }
    }

    private final class Status implements ChangeTopic.Content {
        private final Supplier<Terms> terms;

        Status(Supplier<Terms> terms) {
            this.terms = terms;
        }

        @Override
        public ChangeTopic.State now() {
            Instrument now = feeds.listings()
                    .instrument(terms.get().instrument().number())
                    .orElseThrow();
            return new ChangeTopic.State(now.sequence(), DataMessage.Status.of(now));
        }

        @Override
        public List<Object> of(FrameChange change) {
            return change.instruments().stream()
                    .filter(each -> each.number() == terms.get().instrument().number())
                    .filter(each -> each.sequence() == change.sequence()) // a mark price is no change of it
                    .reduce((earlier, later) -> later)
                    .<List<Object>>map(each -> List.of(DataMessage.Status.of(each)))
                    .orElse(List.of());
        }
    }
}
