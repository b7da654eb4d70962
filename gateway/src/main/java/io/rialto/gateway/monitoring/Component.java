package io.rialto.gateway.monitoring;

/**
 * One thing that the venue needs, at this moment.
 *
 * @param value the number that its health is judged by
 * @param limit from where on it is no longer healthy
 * @param detail in words
 */
record Component(String name, Health status, double value, double limit, String unit, String detail) {
    private static final int FAR_ABOVE = 5;

    /** Degraded above the limit, unhealthy far above it. */
    static Component upTo(String name, double value, double limit, String unit, String detail) {
        Health status =
                value <= limit ? Health.HEALTHY : value <= limit * FAR_ABOVE ? Health.DEGRADED : Health.UNHEALTHY;
        return new Component(name, status, value, limit, unit, detail);
    }

    /** A limit that only degrades, and a fault that is the end of it. */
    static Component upTo(String name, double value, double limit, String unit, boolean isBroken, String detail) {
        Health status = isBroken ? Health.UNHEALTHY : value <= limit ? Health.HEALTHY : Health.DEGRADED;
        return new Component(name, status, value, limit, unit, detail);
    }
}
