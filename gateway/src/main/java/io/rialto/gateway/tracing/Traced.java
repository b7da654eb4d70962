package io.rialto.gateway.tracing;

import io.rialto.gateway.ingress.LineTimes;
import java.util.UUID;

/**
 * A request that was answered.
 *
 * @param route as the table writes it, so that requests for different orders are one kind
 * @param parent the client's own place in its trace, as the header {@code traceparent} says it; empty without one
 * @param arrivedNanos as {@link System#nanoTime} told it
 * @param times of its command in the line, if it had one
 */
public record Traced(
        String method, String route, String parent, UUID correlation, int status, long arrivedNanos, LineTimes times) {}
