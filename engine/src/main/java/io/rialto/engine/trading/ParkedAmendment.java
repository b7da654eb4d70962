package io.rialto.engine.trading;

import io.rialto.protocol.Reason;
import io.rialto.protocol.frame.Frame;

/** Who knows how orders change that wait outside of the book. */
public interface ParkedAmendment {
    /** Whether a parked order can have these terms; the trigger is the schema's null when it is to stay. */
    Reason check(int slot, long triggerTicks, long priceTicks, long quantityLots);

    /** Whether the trigger that was checked last is reached already. */
    boolean isReached(int slot);

    /** What its size is measured at, when it has no limit. */
    long valueTicks();

    /** The price that a buyer would hold by, on the terms that were checked last. */
    long holdTicks();

    /** The order is on the terms that were checked last; its hold is taken and its amendment said. */
    void apply(Frame frame, int slot, long priceTicks, long openLots, boolean keepsPlace);
}
