package io.rialto.gateway.notices;

/** The ways on which somebody is told: his inbox, which he looks into, and those that come to him. */
public enum Outlet {
    IN_APP,
    WEBSOCKET,
    EMAIL,
    WEBHOOK,
    SMS;

    /** Whether it interrupts him: then quiet hours hold it. */
    public boolean isPushed() {
        return this != IN_APP;
    }

    /** Whether it leaves the venue. */
    public boolean leaves() {
        return this == EMAIL || this == WEBHOOK || this == SMS;
    }
}
