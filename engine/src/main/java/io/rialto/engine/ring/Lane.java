package io.rialto.engine.ring;

/** Who may use the last places of a nearly full ring. */
public enum Lane {
    ORDER,
    /** Taking risk off has reserved room. */
    CANCEL
}
