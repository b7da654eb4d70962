package io.rialto.feeds.orders;

/** How far an order has come. The first three are open, the others final. */
public enum OrderStatus {
    NEW,
    /** Accepted, and waiting for its trigger outside of the book. */
    PENDING_TRIGGER,
    PARTIALLY_FILLED,
    FILLED,
    CANCELLED,
    EXPIRED;

    public boolean isOpen() {
        return this == NEW || this == PARTIALLY_FILLED || this == PENDING_TRIGGER;
    }
}
