package io.rialto.gateway.market;

import io.rialto.feeds.busts.Busts;
import io.rialto.feeds.market.Book;
import io.rialto.feeds.market.Books;
import io.rialto.feeds.market.Level;
import io.rialto.feeds.market.Tape;
import io.rialto.feeds.market.TapePage;
import io.rialto.feeds.market.Trade;
import io.rialto.feeds.position.Page;
import io.rialto.gateway.form.Cursors;
import io.rialto.gateway.http.Answer;
import io.rialto.gateway.http.Call;
import io.rialto.gateway.http.RouteGroup;
import io.rialto.gateway.http.Routes;
import java.util.List;

/** The live book and tape of each instrument. */
public final class MarketRoutes implements RouteGroup {
    private static final int USUAL_DEPTH = 100;
    private static final int USUAL_TRADES = 100;

    private final Listed instruments;
    private final Books books;
    private final Tape tape;
    private final Busts busts;

    public MarketRoutes(Listed listed, Books books, Tape tape, Busts busts) {
        this.instruments = listed;
        this.books = books;
        this.tape = tape;
        this.busts = busts;
    }

    @Override
    public void addTo(Routes routes) {
        routes.open("/market/{symbol}/book", this::book, "depth")
                .says("The order book, level by level")
                .answers(200, BookBody.class);
        routes.open("/market/{symbol}/trades", this::trades, "limit", "cursor")
                .says("The tape, newest first")
                .answers(200, Trades.class);
    }

    private record BookBody(
            String symbol, long sequence, long changedSequence, List<List<Object>> bids, List<List<Object>> asks) {}

    private record Trades(String symbol, List<TradeBody> items, String next, long sequence) {}

    private Answer book(Call call) {
        Terms terms = terms(call);
        int depth = (int) call.whole("depth", 1, Page.MAX_ITEMS).orElse(USUAL_DEPTH);
        Book book = books.book(terms.instrument().number(), depth);
        return Answer.ok(new BookBody(
                terms.instrument().symbol(),
                book.sequence(),
                book.changedSequence(),
                levels(terms, book.bids()),
                levels(terms, book.asks())));
    }

    private static List<List<Object>> levels(Terms terms, List<Level> levels) {
        return levels.stream()
                .map(level -> List.<Object>of(
                        terms.price(level.priceTicks()), terms.quantity(level.quantityLots()), level.orders()))
                .toList();
    }

    private Answer trades(Call call) {
        Terms terms = terms(call);
        long cursor = call.parameter("cursor").map(Cursors::place).orElse(Page.NEWEST);
        int limit = (int) call.whole("limit", 1, Page.MAX_ITEMS).orElse(USUAL_TRADES);
        TapePage page = tape.trades(terms.instrument().number(), cursor, limit);
        return Answer.ok(new Trades(
                terms.instrument().symbol(),
                page.items().stream().map(this::trade).toList(),
                page.next().isPresent() ? Cursors.text(page.next().getAsLong()) : null,
                page.sequence()));
    }

    private TradeBody trade(Trade trade) {
        return TradeBody.of(
                trade, busts.newest(trade.number()), instruments.terms(trade.instrument(), trade.sequence()));
    }

    private Terms terms(Call call) {
        return instruments.terms("symbol", call.part("symbol"));
    }
}
