package io.rialto.feeds;

import io.rialto.feeds.balances.FundsEvents;
import io.rialto.feeds.clearing.ClearingEvents;
import io.rialto.feeds.protection.ProtectionEvents;
import io.rialto.feeds.quotes.QuoteEvents;
import io.rialto.feeds.trading.TradingEvents;
import io.rialto.protocol.CancelAfterFiredDecoder;
import io.rialto.protocol.CancelAfterSetDecoder;
import io.rialto.protocol.CascadeStoppedDecoder;
import io.rialto.protocol.CommandRejectedDecoder;
import io.rialto.protocol.ConnectionLostDecoder;
import io.rialto.protocol.ConnectionRestoredDecoder;
import io.rialto.protocol.FeeCappedDecoder;
import io.rialto.protocol.FeeTierChangedDecoder;
import io.rialto.protocol.FeesTestedDecoder;
import io.rialto.protocol.FillTestedDecoder;
import io.rialto.protocol.LeadMarketMakerAssignedDecoder;
import io.rialto.protocol.LegRefusedDecoder;
import io.rialto.protocol.MarginStressedDecoder;
import io.rialto.protocol.MassCancelledDecoder;
import io.rialto.protocol.MassQuotedDecoder;
import io.rialto.protocol.MessageHeaderDecoder;
import io.rialto.protocol.OperationRefusedDecoder;
import io.rialto.protocol.OrderTestedDecoder;
import io.rialto.protocol.RequestDecoder;
import io.rialto.protocol.RequestFencedDecoder;
import io.rialto.protocol.RiskRuleTestedDecoder;
import io.rialto.protocol.VolatilityInterruptedDecoder;
import io.rialto.protocol.frame.FrameLayout;
import io.rialto.protocol.frame.FrameView;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

/**
 * Reads a frame once and tells each feed what concerns it.
 *
 * <p>An event that the feeds do not know is passed over and remembered, for {@link FeedsHealth} to tell: a new rule need
 * not stop every reader. What contradicts the events before still does.
 *
 * <p>Threading: the writing thread, between the position's enter and leave.
 */
final class FrameReader {
    /** What they say of orders and markets is also told by events of its own, or answered by the frame itself. */
    private static final Set<Integer> NOTHING_TO_KEEP = Set.of(
            FeeCappedDecoder.TEMPLATE_ID,
            MassCancelledDecoder.TEMPLATE_ID,
            OperationRefusedDecoder.TEMPLATE_ID,
            OrderTestedDecoder.TEMPLATE_ID,
            FillTestedDecoder.TEMPLATE_ID,
            FeesTestedDecoder.TEMPLATE_ID,
            RiskRuleTestedDecoder.TEMPLATE_ID,
            MarginStressedDecoder.TEMPLATE_ID,
            FeeTierChangedDecoder.TEMPLATE_ID,
            MassQuotedDecoder.TEMPLATE_ID,
            LegRefusedDecoder.TEMPLATE_ID,
            ConnectionLostDecoder.TEMPLATE_ID,
            ConnectionRestoredDecoder.TEMPLATE_ID,
            CancelAfterSetDecoder.TEMPLATE_ID,
            CancelAfterFiredDecoder.TEMPLATE_ID,
            CascadeStoppedDecoder.TEMPLATE_ID,
            LeadMarketMakerAssignedDecoder.TEMPLATE_ID,
            VolatilityInterruptedDecoder.TEMPLATE_ID);

    private final Projections feeds;
    private final TradingEvents trading;
    private final FundsEvents funds;
    private final ClearingEvents clearing;
    private final ListingEvents listing;
    private final ProtectionEvents protection;
    private final QuoteEvents quotes;
    private final Set<Integer> unknown = new ConcurrentSkipListSet<>();
    private final MessageHeaderDecoder part = new MessageHeaderDecoder();
    private final RequestDecoder request = new RequestDecoder();
    private final CommandRejectedDecoder rejected = new CommandRejectedDecoder();
    private final RequestFencedDecoder fenced = new RequestFencedDecoder();

    FrameReader(Projections feeds) {
        this.feeds = feeds;
        trading = new TradingEvents(
                feeds.market, feeds.orders, feeds.lists, feeds.quotes, feeds.balances, feeds.requests);
        funds = new FundsEvents(feeds.balances);
        clearing = new ClearingEvents(feeds.balances, feeds.listings, feeds.movements);
        listing = new ListingEvents(feeds.listings);
        protection = new ProtectionEvents(feeds.protection);
        quotes = new QuoteEvents(feeds.quotes);
    }

    /** Types of events that were passed over. */
    Set<Integer> unknownEvents() {
        return Set.copyOf(unknown);
    }

    void read(FrameView frame) {
        feeds.startFrame(frame.sequence(), frame.timeNanos());
        feeds.marks.startFrame(frame);
        if (frame.hasRequest()) readRequest(frame);
        frame.rewind();
        while (frame.nextEvent()) {
            feeds.marks.read(frame);
            boolean isKnown = isTrading(frame) || funds.read(frame) || protection.read(frame) || quotes.read(frame);
            if (!isKnown && !readOther(frame)) unknown.add(frame.eventType());
        }
        feeds.endFrame(frame.commandType(), frame.sequence(), frame.timeNanos());
    }

    /** One event may concern several of them, so each of them looks. */
    private boolean isTrading(FrameView frame) {
        return feeds.portfolio.readPrice(frame)
                | trading.read(frame)
                | listing.read(frame)
                | feeds.prints.read(frame)
                | feeds.auctions.read(frame)
                | feeds.exposure.read(frame)
                | feeds.margin.read(frame)
                | feeds.portfolio.read(frame)
                | feeds.fees.read(frame)
                | feeds.risk.read(frame)
                | feeds.firms.read(frame)
                | feeds.notes.read(frame)
                | feeds.signals.read(frame)
                | feeds.busts.read(frame)
                | feeds.clearing.read(frame)
                | clearing.read(frame);
    }

    private void readRequest(FrameView frame) {
        part.wrap(frame.buffer(), frame.offset() + FrameLayout.HEADER_LENGTH);
        int block = part.offset() + FrameLayout.PART_HEADER_LENGTH;
        feeds.requests.onRequest(request.wrap(frame.buffer(), block, part.blockLength(), part.version()));
    }

    private boolean readOther(FrameView frame) {
        int at = frame.eventOffset();
        int length = frame.eventBlockLength();
        int version = frame.eventVersion();
        switch (frame.eventType()) {
            case CommandRejectedDecoder.TEMPLATE_ID ->
                feeds.requests.onRejected(
                        rejected.wrap(frame.buffer(), at, length, version).reason());
            case RequestFencedDecoder.TEMPLATE_ID ->
                feeds.requests.onFenced(
                        fenced.wrap(frame.buffer(), at, length, version),
                        frame.commandType(),
                        frame.sequence(),
                        frame.timeNanos());
            default -> {
                return NOTHING_TO_KEEP.contains(frame.eventType());
            }
        }
        return true;
    }
}
