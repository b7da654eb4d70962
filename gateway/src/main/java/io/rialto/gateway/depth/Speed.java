package io.rialto.gateway.depth;

/** How often a book is told: at every frame that changed it, or what has become of it after a time. */
public enum Speed {
    REAL_TIME(0),
    MS_100(100),
    MS_1000(1_000);

    private final int millis;

    Speed(int millis) {
        this.millis = millis;
    }

    /** 0: at every frame. */
    public int millis() {
        return millis;
    }
}
