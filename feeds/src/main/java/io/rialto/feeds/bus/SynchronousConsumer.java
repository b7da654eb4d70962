package io.rialto.feeds.bus;

import io.rialto.feeds.business.BusinessEvent;
import io.rialto.feeds.offsets.Offsets.Place;
import java.util.List;

/** Is told on the bus's thread, before the next frame is read. */
final class SynchronousConsumer extends Consumer {
    private volatile long handled;

    SynchronousConsumer(Subscription subscription, SetAsides setAsides, Place start) {
        super(subscription, setAsides, start);
    }

    @Override
    void tell(long sequence, List<BusinessEvent> events, Reading reading) {
        if (isStopped()) return;
        boolean isHandled = delivery.deliver(wanted(events), Place.afterFrame(sequence));
        if (isHandled) handled = sequence;
        else if (!delivery.isClosing())
            stopped("it cannot handle its events, and " + SetAsides.MOST + " are set aside");
    }

    @Override
    void pause() {
        delivery.save();
        delivery.runRedrives();
    }

    @Override
    public long handledThrough() {
        return handled;
    }

    @Override
    boolean isReadingAlone() {
        return false;
    }

    /** The bus's thread has ended, or never began. */
    @Override
    void close() {
        delivery.close();
        delivery.save();
    }
}
