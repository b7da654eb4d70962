package io.rialto.feeds;

import io.rialto.feeds.auctions.Auctions;
import io.rialto.feeds.balances.Balances;
import io.rialto.feeds.busts.Busts;
import io.rialto.feeds.candles.Candles;
import io.rialto.feeds.changes.Changes;
import io.rialto.feeds.clearing.Clearing;
import io.rialto.feeds.exposure.Exposures;
import io.rialto.feeds.fees.Fees;
import io.rialto.feeds.firms.Firms;
import io.rialto.feeds.following.Follower;
import io.rialto.feeds.following.FrameSource;
import io.rialto.feeds.following.Rest;
import io.rialto.feeds.listing.Listings;
import io.rialto.feeds.lists.Lists;
import io.rialto.feeds.margin.Margins;
import io.rialto.feeds.market.Books;
import io.rialto.feeds.market.Tape;
import io.rialto.feeds.marks.Marks;
import io.rialto.feeds.notes.SettlementNotes;
import io.rialto.feeds.orders.Orders;
import io.rialto.feeds.portfolio.Portfolios;
import io.rialto.feeds.position.BrokenFeed;
import io.rialto.feeds.position.FeedsStopped;
import io.rialto.feeds.position.Position;
import io.rialto.feeds.prints.Prints;
import io.rialto.feeds.protection.Protection;
import io.rialto.feeds.queues.Queues;
import io.rialto.feeds.quotes.Quotes;
import io.rialto.feeds.requests.Requests;
import io.rialto.feeds.returns.Returns;
import io.rialto.feeds.risk.Risk;
import io.rialto.feeds.signals.Signals;
import io.rialto.feeds.statements.Statements;
import io.rialto.feeds.tickers.TickerWatch;
import io.rialto.feeds.tickers.Tickers;
import io.rialto.journal.JournalTail;
import io.rialto.protocol.frame.FrameView;
import java.time.Duration;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the journal's frames tell, ready to be asked for: listings, books, tape, orders, their lists, balances,
 * requests.
 *
 * <p>Feeds read history and never the core. Every answer is a value as of one whole frame, in integer units, and names
 * the sequence that it has seen.
 *
 * <p>Threading: one thread writes at a time: recovery through {@link #onFrame}, then the thread "feeds" that
 * {@link #follow} starts. Questions come from any thread.
 *
 * <p>Errors: a frame that cannot follow from the frames before stops the feeds at once; from then on every question and
 * every waiting answers {@link FeedsStopped}, and {@link #health} says why.
 */
public final class Feeds implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Feeds.class);

    private final FeedsOptions options;
    private final Position position = new Position();
    private final Projections projections;
    private final FrameReader reader;
    private volatile Follower follower;
    private volatile TickerWatch tickerWatch = TickerWatch.NOBODY;

    public Feeds(FeedsOptions options) {
        this(options, MarketKept.usual());
    }

    public Feeds(FeedsOptions options, MarketKept kept) {
        this.options = options;
        projections = new Projections(position, options, kept);
        reader = new FrameReader(projections);
    }

    /** Applies the next frame of history, whole or not at all visible. */
    public void onFrame(FrameView frame) {
        position.enter();
        try {
            position.stopped().ifPresent(Feeds::refuse);
            checkIsNext(frame);
            reader.read(frame);
            position.advance(frame.sequence(), frame.timeNanos());
            projections.tickers.tell(tickerWatch);
        } catch (FeedsStopped already) {
            throw already;
        } catch (RuntimeException | Error fault) {
            String rule = fault instanceof BrokenFeed ? fault.getMessage() : fault.toString();
            BrokenFeed broken = new BrokenFeed(rule + ": at sequence=" + frame.sequence(), fault);
            stop(broken);
            throw new FeedsStopped(position.sequence(), broken);
        } finally {
            position.leave();
            projections.changes.tell();
        }
    }

    /**
     * Starts the thread "feeds", which applies what the journal promises from here on, and closes the tail at its end.
     *
     * @param tail must stand where the feeds stand
     */
    public void follow(JournalTail tail) {
        if (tail.position() != position()) {
            throw new IllegalArgumentException(
                    "tail must stand at the feeds' position " + position() + ": was " + tail.position());
        }
        follow(FrameSource.of(tail));
    }

    /** Sequence of the last frame that was applied whole; 0 before the first. */
    public long position() {
        return position.sequence();
    }

    /**
     * Waits until the frame was applied, so that what is asked next has seen it.
     *
     * @return false when the time was over before, or the caller was interrupted
     */
    public boolean awaitPosition(long sequence, Duration timeout) {
        return position.await(sequence, timeout);
    }

    /** Several questions answered as of the same frame. Keep it short: the feeds wait for it. */
    public <T> T atOnce(Supplier<T> questions) {
        return position.read(sequence -> questions.get());
    }

    public Listings listings() {
        return projections.listings.listings();
    }

    public Books books() {
        return projections.market.books();
    }

    /** Books order by order. */
    public Queues queues() {
        return projections.queues.queues();
    }

    public Tape tape() {
        return projections.market.tape();
    }

    /** The trades that stand, added up. */
    public Prints prints() {
        return projections.prints.prints();
    }

    public Candles candles() {
        return projections.candles.candles();
    }

    public Tickers tickers() {
        return projections.tickers.tickers();
    }

    /** From the next frame on, this one is told whose ticker and candles change, and nobody else. */
    public void watchTickers(TickerWatch watch) {
        tickerWatch = watch;
    }

    public Orders orders() {
        return projections.orders.orders();
    }

    public Lists lists() {
        return projections.lists.lists();
    }

    public Quotes quotes() {
        return projections.quotes.quotes();
    }

    public Balances balances() {
        return projections.balances.balances();
    }

    public Portfolios portfolios() {
        return projections.portfolio.portfolios();
    }

    /** What accounts were worth and earned. */
    public Returns returns() {
        return new Returns(portfolios());
    }

    public SettlementNotes settlementNotes() {
        return projections.notes.notes();
    }

    /** What stands out in history. */
    public Marks marks() {
        return projections.marks.marks();
    }

    public Statements statements() {
        return projections.movements.statements();
    }

    public Margins margins() {
        return projections.margin.margins();
    }

    /** What each account pays, and by which schedule. */
    public Fees fees() {
        return projections.fees.fees();
    }

    /** The credit of firms, accounts and traders. */
    public Firms firms() {
        return projections.firms.firms();
    }

    /** Risk rules, and what went beyond them. */
    public Risk risk() {
        return projections.risk.risk();
    }

    /** What sources outside have said. */
    public Signals signals() {
        return projections.signals.signals();
    }

    /** What trades owe until they settle, and what became of it. */
    public Clearing clearing() {
        return projections.clearing.clearing();
    }

    /** Trades that were taken back. */
    public Busts busts() {
        return projections.busts.busts();
    }

    public Exposures exposures() {
        return projections.exposure.exposures();
    }

    public Requests requests() {
        return projections.requests.requests();
    }

    /** What the newest frames changed, for those who tell others. */
    public Changes changes() {
        return projections.changes;
    }

    public Auctions auctions() {
        return projections.auctions.auctions();
    }

    public Protection protection() {
        return projections.protection.protection();
    }

    /** Never fails: it is what tells of failures. */
    public FeedsHealth health() {
        Follower following = follower;
        return new FeedsHealth(
                following != null && following.isAlive(),
                position.sequence(),
                position.timeNanos(),
                reader.unknownEvents(),
                position.stopped().map(FeedsStopped::getMessage));
    }

    /** Ends the thread and wakes all that wait; what is asked from then on is answered by {@link FeedsStopped}. */
    @Override
    public void close() {
        Follower following = follower;
        if (following != null) following.close();
        position.stop(new IllegalStateException("feeds were closed"));
    }

    void follow(FrameSource source) {
        if (follower != null) throw new IllegalStateException("feeds must follow one journal: already following");
        Follower.Reader all = new Follower.Reader() {
            @Override
            public void onFrame(FrameView frame) {
                Feeds.this.onFrame(frame);
            }

            @Override
            public void onFault(Throwable fault) {
                stop(fault);
            }
        };
        Rest rest = Rest.prompt(source::sleep, options.longestPause().toNanos());
        follower = new Follower("feeds", all, position, source, rest).start();
    }

    void stop(Throwable cause) {
        if (position.stopped().isPresent()) return;
        LOG.error("feeds stopped sequence={}", position.sequence(), cause);
        position.stop(cause);
    }

    private void checkIsNext(FrameView frame) {
        if (frame.sequence() == position.sequence() + 1) return;
        throw new BrokenFeed("frames must come without gaps: position=" + position.sequence());
    }

    private static void refuse(FeedsStopped stopped) {
        throw new FeedsStopped(stopped.sequence(), stopped.getCause());
    }
}
