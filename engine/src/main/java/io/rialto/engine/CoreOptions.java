package io.rialto.engine;

/**
 * How large a core to lay out at the start. Sizes only: they spare growing, they never change a decision.
 *
 * @param expectedOrders open orders at one time
 * @param expectedAccounts accounts opened over the life of the venue
 */
public record CoreOptions(int expectedOrders, int expectedAccounts) {
    private static final int ORDERS = 1 << 16;
    private static final int ACCOUNTS = 1 << 10;

    public CoreOptions {
        requireSize("expectedOrders", expectedOrders);
        requireSize("expectedAccounts", expectedAccounts);
    }

    /** Enough for a small venue; grows by itself. */
    public static CoreOptions defaults() {
        return new CoreOptions(ORDERS, ACCOUNTS);
    }

    private static void requireSize(String name, int size) {
        if (size < 1 || size > 1 << 26) {
            throw new IllegalArgumentException(name + " must be 1..67108864: was " + size);
        }
    }
}
