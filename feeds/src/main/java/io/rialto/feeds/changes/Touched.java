package io.rialto.feeds.changes;

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * By which frame each account's orders, fills or movements changed last: what was read of them at that frame or later still
 * holds.
 *
 * <p>Threading: written by the feeds' thread before anybody can see the frame; read by any.
 */
final class Touched {
    private static final int FIRST_SIZE = 1_024;

    private volatile AtomicLongArray newest = new AtomicLongArray(FIRST_SIZE);

    void by(FrameChange change) {
        long sequence = change.sequence();
        change.orders().forEach(order -> touch(order.account(), sequence));
        change.fills().forEach(fill -> touch(fill.account(), sequence));
        change.movements().forEach(movement -> touch(movement.account(), sequence));
    }

    private void touch(int account, long sequence) {
        AtomicLongArray now = newest;
        if (account >= now.length()) {
            AtomicLongArray grown = new AtomicLongArray(Math.max(account + 1, now.length() * 2));
            for (int i = 0; i < now.length(); i++) grown.setPlain(i, now.get(i));
            newest = grown;
            now = grown;
        }
        now.set(account, sequence);
    }

    long of(int account) {
        AtomicLongArray now = newest;
        return account < now.length() ? now.get(account) : 0;
    }
}
