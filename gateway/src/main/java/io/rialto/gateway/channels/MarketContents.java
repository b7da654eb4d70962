package io.rialto.gateway.channels;

import io.rialto.feeds.Feeds;
import io.rialto.feeds.changes.FrameChange;
import io.rialto.feeds.listing.Instrument;
import io.rialto.feeds.market.TapePage;
import io.rialto.feeds.position.Page;
import io.rialto.gateway.market.Listed;
import io.rialto.gateway.market.Terms;
import io.rialto.gateway.phases.AuctionBody;
import java.util.List;
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
            List<DataMessage.Print> items = page.items().stream()
                    .map(each -> DataMessage.Print.of(each, listed.terms(instrument, each.sequence())))
                    .toList();
            return new ChangeTopic.State(page.sequence(), new DataMessage.Items<>(items));
        }

        @Override
        public List<Object> of(FrameChange change) {
            return change.trades().stream()
                    .filter(each -> each.instrument() == instrument)
                    .<Object>map(each -> DataMessage.Print.of(each, listed.terms(instrument, each.sequence())))
                    .toList();
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
