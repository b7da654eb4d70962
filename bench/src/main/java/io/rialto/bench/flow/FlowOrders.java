package io.rialto.bench.flow;

/** The generator's orders, by id; links are ids, 0 is none. */
final class FlowOrders {
    final int[] price;
    final int[] open;
    final short[] owner;
    final boolean[] sells;
    final int[] next;
    final int[] previous;
    final int[] liveIndex;

    long trades;
    long quantity;
    long hash;

    FlowOrders(int ids) {
        price = new int[ids + 1];
        open = new int[ids + 1];
        owner = new short[ids + 1];
        sells = new boolean[ids + 1];
        next = new int[ids + 1];
        previous = new int[ids + 1];
        liveIndex = new int[ids + 1];
    }
}
