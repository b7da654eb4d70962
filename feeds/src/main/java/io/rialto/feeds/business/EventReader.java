package io.rialto.feeds.business;

import io.rialto.feeds.business.BusinessEvent.Origin;
import io.rialto.protocol.MessageHeaderDecoder;
import io.rialto.protocol.RequestDecoder;
import io.rialto.protocol.frame.FrameLayout;
import io.rialto.protocol.frame.FrameView;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads frames and tells what they mean to the business.
 *
 * <p>It remembers what a frame does not repeat: clients' ids of open orders, positions, which instruments are paused. So it is
 * shown the journal from its first frame on, and tells the same events every time.
 *
 * <p>Threading: one thread. {@link #copy} gives one that goes on from here on another.
 */
public final class EventReader {
    private final OrderEvents orders;
    private final Positions positions;
    private final MarketEvents market;
    private final RefusedOrders refused;
    private final AccountEvents accounts = new AccountEvents(this);
    private final SettlementEvents settlement;
    private final MessageHeaderDecoder part = new MessageHeaderDecoder();
    private final RequestDecoder request = new RequestDecoder();
    private List<BusinessEvent> told = new ArrayList<>();
    private FrameView frame;
    private boolean isAskedFor;

    public EventReader() {
        positions = new Positions(this);
        orders = new OrderEvents(this);
        market = new MarketEvents(this);
        refused = new RefusedOrders(this);
        settlement = new SettlementEvents(this, positions);
    }

    private EventReader(EventReader other) {
        positions = new Positions(this, other.positions);
        orders = new OrderEvents(this, other.orders);
        market = new MarketEvents(this, other.market);
        refused = new RefusedOrders(this);
        settlement = new SettlementEvents(this, positions);
    }

    /** One that stands where this one stands, between two frames. Costs what is open: orders with ids, positions. */
    public EventReader copy() {
        return new EventReader(this);
    }

    /** What the next frame of history tells, in the order in which it happened; often nothing. */
    public List<BusinessEvent> read(FrameView next) {
        frame = next;
        isAskedFor = false;
        refused.startFrame();
        orders.startFrame();
        next.rewind();
        while (next.nextEvent()) {
            orders.read(next);
            positions.read(next);
            if (!market.read(next) && !accounts.read(next) && !settlement.read(next)) refused.read(next);
        }
        orders.endFrame();
        if (told.isEmpty()) return List.of();
        List<BusinessEvent> all = told;
        told = new ArrayList<>();
        return all;
    }

    /** Of the event that is told next. */
    Origin origin() {
        readRequest();
        boolean has = frame.hasRequest();
        return new Origin(
                frame.sequence(),
                told.size(),
                frame.timeNanos(),
                has ? request.correlationHigh() : 0,
                has ? request.correlationLow() : 0,
                has ? request.keyHigh() : 0,
                has ? request.keyLow() : 0);
    }

    /** @return its place among the frame's */
    int tell(BusinessEvent event) {
        told.add(event);
        return told.size() - 1;
    }

    BusinessEvent told(int place) {
        return told.get(place);
    }

    /** It turned out to be something else. */
    void tellInstead(int place, BusinessEvent event) {
        told.set(place, event);
    }

    private void readRequest() {
        if (isAskedFor || !frame.hasRequest()) return;
        isAskedFor = true;
        part.wrap(frame.buffer(), frame.offset() + FrameLayout.HEADER_LENGTH);
        int block = part.offset() + FrameLayout.PART_HEADER_LENGTH;
        request.wrap(frame.buffer(), block, part.blockLength(), part.version());
    }
}
