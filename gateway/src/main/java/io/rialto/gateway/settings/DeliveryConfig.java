package io.rialto.gateway.settings;

/**
 * How messages leave the venue. Immutable; see {@link DeliverySettings} for units, defaults and ranges.
 *
 * @param outbox what waits, whichever way it goes
 */
public record DeliveryConfig(Outbox outbox) {

    /**
     * @param threads of each channel, of which the last is kept for what is critical
     * @param tries before a message is given up
     * @param leaseSeconds for how long a process that takes a message keeps others from it, unless it renews that
     * @param pollMillis how often it is looked for what is due
     * @param keptHours how long what was delivered, given up or out of date is remembered
     */
    public record Outbox(
            int threads,
            int tries,
            int firstRetryMillis,
            int longestRetrySeconds,
            int leaseSeconds,
            int pollMillis,
            int keptHours) {}
}
