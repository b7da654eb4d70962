/**
 * How what a person is told leaves the venue: an outbox in the control database that the caller's transaction fills, threads
 * of its own that empty it, retries, and dead letters.
 *
 * <p>At least once: what was sent and not noted as sent, because the process ended in between, is sent again with the same id, which the
 * receiver is told. {@link io.rialto.gateway.delivery.Deliveries} is the door.
 */
package io.rialto.gateway.delivery;
