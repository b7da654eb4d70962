package io.rialto.engine.auction;

import java.util.Arrays;

/** Auctions that wait for their turn, in the order in which they came. Allocates only to grow. */
final class AuctionQueue {
    private Auction[] waiting = new Auction[16];
    private int size;

    boolean isEmpty() {
        return size == 0;
    }

    Auction first() {
        return waiting[0];
    }

    void add(Auction auction) {
        if (size == waiting.length) waiting = Arrays.copyOf(waiting, size << 1);
        waiting[size++] = auction;
    }

    void removeFirst() {
        size--;
        System.arraycopy(waiting, 1, waiting, 0, size);
        waiting[size] = null;
    }
}
