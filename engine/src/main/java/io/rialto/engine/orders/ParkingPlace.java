package io.rialto.engine.orders;

/** Where orders wait outside of the book. */
public interface ParkingPlace {
    /** The order ends, and waits no more; its record still stands. */
    void leave(int slot);
}
