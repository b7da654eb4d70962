package io.rialto.gateway.past;

import io.rialto.feeds.market.Level;
import io.rialto.feeds.position.Page;
import io.rialto.gateway.access.Scope;
import io.rialto.gateway.form.Field;
import io.rialto.gateway.form.Times;
import io.rialto.gateway.http.Answer;
import io.rialto.gateway.http.Call;
import io.rialto.gateway.http.RouteGroup;
import io.rialto.gateway.http.Routes;
import io.rialto.gateway.market.BookSum;
import io.rialto.gateway.market.Listed;
import io.rialto.gateway.market.Terms;
import io.rialto.gateway.problem.Problem;
import io.rialto.gateway.problem.ProblemCode;
import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletionStage;

/** The book as it stood behind a frame, made by running history again. */
public final class PastBookRoutes implements RouteGroup {
    private static final int USUAL_DEPTH = 100;

    private final PastDesk desk;
    private final Places places;
    private final Listed listed;
    private final KeptHashes hashes;

    public PastBookRoutes(PastDesk desk, Places places, Listed listed, KeptHashes hashes) {
        this.desk = desk;
        this.places = places;
        this.listed = listed;
        this.hashes = hashes;
    }

    @Override
    public void addTo(Routes routes) {
        routes.readLater("/journal/book", Scope.READ, this::book, "symbol", "seq", "depth")
                .says("The order book behind a frame of the past, and the venue's state hash there")
                .with(
                        Field.text("symbol"),
                        Field.whole("seq", 1, Long.MAX_VALUE).optional().says("of the frame; the newest without"))
                .answers(200, PastBook.class);
    }

    /**
     * A book of the past on the wire.
     *
     * @param sequence of the frame behind which it stood so
     * @param phase what the market did then
     * @param lastPrice null before the first trade
     * @param bids price, quantity and orders of each level, best first
     * @param checksum of the ten best levels of both sides, as the socket's book messages have it; null where fewer were asked for
     * @param stateHash of the whole venue, as it came out when history was run again
     * @param recordedHash as it was written down there once; null where it was not
     * @param agrees whether both are the same; null where none was written down
     */
    public record PastBook(
            String symbol,
            long sequence,
            String time,
            String phase,
            String lastPrice,
            List<List<Object>> bids,
            List<List<Object>> asks,
            String checksum,
            String stateHash,
            String recordedHash,
            Boolean agrees) {}

    private record Asked(int instrument, long sequence, int depth) {}

    private CompletionStage<Answer> book(Call call) {
        String symbol = call.parameter("symbol")
                .orElseThrow(() -> Problem.at("symbol", ProblemCode.MISSING_FIELD, "the book of a symbol is asked"));
        int instrument = listed.terms("symbol", symbol).instrument().number();
        long sequence = places.orHead(call, "seq");
        int depth = (int) call.whole("depth", 1, Page.MAX_ITEMS).orElse(USUAL_DEPTH);
        Asked asked = new Asked(instrument, sequence, depth);
        return desk.ask(asked, (venue, goesOn) -> venue.book(sequence, instrument, depth, goesOn))
                .thenApply(book -> told(asked, symbol, book));
    }

    private Answer told(Asked asked, String symbol, PastVenue.BookThen book) {
        if (!book.isListed()) {
            throw Problem.at("symbol", ProblemCode.UNKNOWN_INSTRUMENT, "must be listed by " + asked.sequence, symbol);
        }
        Terms terms = listed.terms(asked.instrument, asked.sequence);
        OptionalLong recorded = recorded(asked.sequence);
        return Answer.ok(new PastBook(
                symbol,
                asked.sequence,
                Times.text(book.timeNanos()),
                book.phase().name(),
                book.lastTradeTicks() == 0 ? null : terms.price(book.lastTradeTicks()),
                levels(terms, book.bids()),
                levels(terms, book.asks()),
                asked.depth < BookSum.LINES ? null : checksum(terms, book),
                hex(book.stateHash()),
                recorded.isPresent() ? hex(recorded.getAsLong()) : null,
                recorded.isPresent() ? recorded.getAsLong() == book.stateHash() : null));
    }

    private OptionalLong recorded(long sequence) {
        try {
            return hashes.stateHash(sequence);
        } catch (IOException unreadable) {
            return OptionalLong.empty();
        }
    }

    private static String checksum(Terms terms, PastVenue.BookThen book) {
        return Long.toString(BookSum.of(terms, book.bids(), book.asks()));
    }

    private static String hex(long hash) {
        return String.format("%016x", hash);
    }

    private static List<List<Object>> levels(Terms terms, List<Level> levels) {
        return levels.stream()
                .map(level -> List.<Object>of(
                        terms.price(level.priceTicks()), terms.quantity(level.quantityLots()), level.orders()))
                .toList();
    }
}
