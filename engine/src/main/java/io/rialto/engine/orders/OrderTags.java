package io.rialto.engine.orders;

import java.util.Arrays;

/** By which trader, key and session an order came, by slot; only orders that came by one have tags. */
final class OrderTags {
    private static final int TAGS = 3;

    private int[] tags = new int[16 * TAGS];

    void put(int slot, int trader, int key, int session) {
        int at = slot * TAGS;
        if (at + TAGS > tags.length) tags = Arrays.copyOf(tags, Math.max(at + TAGS, tags.length << 1));
        tags[at] = trader;
        tags[at + 1] = key;
        tags[at + 2] = session;
    }

    int trader(int slot) {
        return tags[slot * TAGS];
    }

    int key(int slot) {
        return tags[slot * TAGS + 1];
    }

    int session(int slot) {
        return tags[slot * TAGS + 2];
    }
}
