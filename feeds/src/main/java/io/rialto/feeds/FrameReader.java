package io.rialto.feeds;

import io.rialto.feeds.balances.FundsEvents;
import io.rialto.feeds.trading.TradingEvents;
import io.rialto.protocol.CommandRejectedDecoder;
import io.rialto.protocol.FeeCappedDecoder;
import io.rialto.protocol.MassCancelledDecoder;
import io.rialto.protocol.MessageHeaderDecoder;
import io.rialto.protocol.RequestDecoder;
import io.rialto.protocol.RequestFencedDecoder;
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
    private final Projections feeds;
    private final TradingEvents trading;
    private final FundsEvents funds;
    private final ListingEvents listing;
    private final Set<Integer> unknown = new ConcurrentSkipListSet<>();
    private final MessageHeaderDecoder part = new MessageHeaderDecoder();
    private final RequestDecoder request = new RequestDecoder();
    private final CommandRejectedDecoder rejected = new CommandRejectedDecoder();
    private final RequestFencedDecoder fenced = new RequestFencedDecoder();

    FrameReader(Projections feeds) {
        this.feeds = feeds;
        trading = new TradingEvents(feeds.market, feeds.orders, feeds.balances, feeds.requests);
        funds = new FundsEvents(feeds.balances);
        listing = new ListingEvents(feeds.listings);
    }

    /** Types of events that were passed over. */
    Set<Integer> unknownEvents() {
        return Set.copyOf(unknown);
    }

    void read(FrameView frame) {
        feeds.startFrame(frame.sequence(), frame.timeNanos());
        if (frame.hasRequest()) readRequest(frame);
        frame.rewind();
        while (frame.nextEvent()) {
            boolean isKnown = trading.read(frame) | listing.read(frame) || funds.read(frame) || readOther(frame);
            if (!isKnown) unknown.add(frame.eventType());
        }
        feeds.endFrame(frame.commandType(), frame.sequence(), frame.timeNanos());
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
            case FeeCappedDecoder.TEMPLATE_ID, MassCancelledDecoder.TEMPLATE_ID -> {
                // Nothing to keep: the trade carries the fee as charged, and every cancel is an event of its own.
            }
            default -> {
                return false;
            }
        }
        return true;
    }
}
