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
        remove(0);
    }

    /** Takes out the one that was listed first. */
    Auction takeFirstListed() {
        int first = 0;
        for (int i = 1; i < size; i++) {
            if (waiting[i].market.number() < waiting[first].market.number()) first = i;
        }
        Auction taken = waiting[first];
        remove(first);
        return taken;
    }

    private void remove(int place) {
        size--;
        System.arraycopy(waiting, place + 1, waiting, place, size - place);
        waiting[size] = null;
    }
}
