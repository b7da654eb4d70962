package io.rialto.engine.trailing;

/** How far a trailing stop has come: what stands in its order. */
public final class TrailState {
    /** It has seen no price yet. */
    public static final byte FRESH = 0;
    /** Its activation price is above the first price that it saw. */
    public static final byte ACTIVE_ABOVE = 1;
    /** It is below. */
    public static final byte ACTIVE_BELOW = 2;
    /** Its trigger trails the best price. */
    public static final byte ACTIVE = 3;
    /** Its trigger was reached, and stands where it was then. */
    public static final byte REACHED = 4;

    private TrailState() {}
}
