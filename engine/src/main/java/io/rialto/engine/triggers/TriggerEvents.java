package io.rialto.engine.triggers;

import io.rialto.engine.book.OrderPool;
import io.rialto.engine.listing.Instrument;
import io.rialto.engine.matching.Aggressor;
import io.rialto.engine.orders.Special;
import io.rialto.protocol.CascadeStoppedEncoder;
import io.rialto.protocol.MarkPriceSetEncoder;
import io.rialto.protocol.MarkSource;
import io.rialto.protocol.MarkSourceToldEncoder;
import io.rialto.protocol.OrderTriggeredEncoder;
import io.rialto.protocol.TriggerMovedEncoder;
import io.rialto.protocol.TriggerSource;
import io.rialto.protocol.frame.Frame;

/** Writes the events that only orders with a trigger have. Allocates nothing. */
final class TriggerEvents {
    private final OrderPool pool;
    private final MarkPriceSetEncoder markPriceSet = new MarkPriceSetEncoder();
    private final MarkSourceToldEncoder sourceTold = new MarkSourceToldEncoder();
    private final OrderTriggeredEncoder triggered = new OrderTriggeredEncoder();
    private final CascadeStoppedEncoder cascadeStopped = new CascadeStoppedEncoder();
    private final TriggerMovedEncoder triggerMoved = new TriggerMovedEncoder();

    TriggerEvents(OrderPool pool) {
        this.pool = pool;
    }

    void markPriceSet(Frame frame, int instrument, long oldTicks, long ticks) {
        frame.claimEvent(markPriceSet)
                .instrument(instrument)
                .oldPriceTicks(oldTicks)
                .priceTicks(ticks);
    }

    void markSourceTold(Frame frame, int instrument, MarkSource source) {
        frame.claimEvent(sourceTold).instrument(instrument).source(source);
    }

    void triggered(Frame frame, Aggressor order, Special special, long openLots, long holdChangeMinor) {
        frame.claimEvent(triggered)
                .order(order.order())
                .triggerTicks(special.stopTicks)
                .electedByTicks(special.electedByTicks)
                .priceTicks(order.priceTicks())
                .openLots(openLots)
                .holdChangeMinor(holdChangeMinor)
                .account(order.account())
                .instrument(order.instrument().number())
                .side(order.side())
                .triggerSource(TriggerSource.get(special.triggerSource));
    }

    void cascadeStopped(Frame frame, TriggerMarket triggers) {
        Instrument market = triggers.market();
        frame.claimEvent(cascadeStopped)
                .instrument(market.number())
                .elections(triggers.arrivals())
                .waiting(triggers.elected().size())
                .firstTicks(triggers.firstTicks())
                .lastTicks(market.lastTradeTicks());
    }

    void triggerMoved(Frame frame, int slot, long oldTicks, long newTicks) {
        frame.claimEvent(triggerMoved)
                .order(pool.orderNumber(slot))
                .oldTriggerTicks(oldTicks)
                .newTriggerTicks(newTicks)
                .account(pool.account(slot))
                .instrument(pool.instrument(slot))
                .side(pool.side(slot));
    }
}
