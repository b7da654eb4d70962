package io.rialto.feeds.orders;

import io.rialto.feeds.changes.ChangeWriter;
import io.rialto.feeds.fills.Fill;
import io.rialto.feeds.fills.FillLog;
import io.rialto.feeds.listing.Instrument;
import io.rialto.feeds.position.Page;
import io.rialto.feeds.position.Position;
import io.rialto.feeds.trading.AskedOrder;
import io.rialto.feeds.trading.Display;
import io.rialto.feeds.trading.TradingEvents;
import io.rialto.feeds.trading.TradingFeed;
import io.rialto.protocol.OrderAcceptedDecoder;
import io.rialto.protocol.OrderAmendedDecoder;
import io.rialto.protocol.frame.FrameView;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Orders as one frame left them, read from that frame alone: so what a request is answered is the same whenever it is
 * asked for again.
 *
 * <p>Threading: any thread; nothing is kept.
 */
public final class FrameOrders {
    private static final int MOST_FILLS = 10_000;

    private final IntFunction<Instrument> instruments;

    /** An order and its fills, oldest first. */
    public record Known(OrderView order, List<Fill> fills) {}

    /** @param instruments the terms of a listed instrument by its number */
    public FrameOrders(IntFunction<Instrument> instruments) {
        this.instruments = instruments;
    }

    /** The orders that the frame made, in the order of their acceptance. */
    public List<Known> made(FrameView frame) {
        OrderArchive archive = new OrderArchive(Integer.MAX_VALUE, false);
        List<Long> numbers = new ArrayList<>();
        TradingFeed acceptances = new TradingFeed() {
            @Override
            public void onAccepted(OrderAcceptedDecoder event, AskedOrder asked) {
                numbers.add(event.order());
            }
        };
        Orders orders = read(frame, archive, acceptances);
        return numbers.stream().map(number -> known(orders, number, List.of())).toList();
    }

    /**
     * The order that the frame amended.
     *
     * @param latest the order as it is known now: what an amendment cannot change is taken from it
     * @param before its fills of the frames before this one, oldest first
     */
    public Known amended(FrameView frame, OrderView latest, List<Fill> before) {
        OrderArchive archive = new OrderArchive(Integer.MAX_VALUE, false);
        archive.accept(before(frame, latest, before));
        return known(read(frame, archive, new TradingFeed() {}), latest.order(), before);
    }

    /** What was prevented before follows from what the amendment says is open. */
    private static OrderState before(FrameView frame, OrderView latest, List<Fill> before) {
        long executedLots = 0;
        long notionalMinor = 0;
        for (Fill fill : before) {
            executedLots += fill.quantityLots();
            notionalMinor += fill.notionalMinor();
        }
        OrderAmendedDecoder amended = new OrderAmendedDecoder();
        frame.rewind();
        while (frame.nextEvent()) {
            if (frame.eventType() != OrderAmendedDecoder.TEMPLATE_ID) continue;
            amended.wrap(frame.buffer(), frame.eventOffset(), frame.eventBlockLength(), frame.eventVersion());
            if (amended.order() != latest.order()) continue;
            long preventedLots = amended.newQuantityLots() - amended.newOpenLots() - executedLots;
            return new OrderState(latest, executedLots, preventedLots, notionalMinor);
        }
        return new OrderState(latest, executedLots, latest.preventedLots(), notionalMinor);
    }

    private Orders read(FrameView frame, OrderArchive archive, TradingFeed also) {
        OrderFeed feed = new OrderFeed(
                new Position(), instruments, Display.NOWHERE, archive, new FillLog(MOST_FILLS), new ChangeWriter());
        TradingEvents events = new TradingEvents(feed, also);
        feed.startFrame(frame.sequence(), frame.timeNanos());
        frame.rewind();
        while (frame.nextEvent()) events.read(frame);
        feed.endFrame();
        return feed.orders();
    }

    private static Known known(Orders orders, long number, List<Fill> before) {
        List<Fill> fills = new ArrayList<>();
        long cursor = Page.NEWEST;
        boolean hasMore = true;
        while (hasMore) {
            Page<Fill> page = orders.fillsOfOrder(number, cursor, Page.MAX_ITEMS);
            fills.addAll(page.items());
            hasMore = page.next().isPresent();
            cursor = page.next().orElse(0);
        }
        Collections.reverse(fills);
        fills.addAll(0, before);
        return new Known(orders.order(number).item().orElseThrow(), List.copyOf(fills));
    }
}
