package io.rialto.gateway.delivery;

import java.time.Duration;

/**
 * Takes one item to its address. One a channel; threads of the outbox call it, several at once.
 *
 * <p>It takes bounded time, and tells apart what may pass later from what never will. What it throws counts as the former.
 */
public interface Courier extends AutoCloseable {
    /** How far it got with an item. */
    enum Result {
        DELIVERED,
        /** It may pass later. */
        LATER,
        /** It never will: no other attempt is made. */
        NEVER
    }

    /**
     * @param reason why not, in words for operators, without secrets and without what the receiver wrote
     * @param notBefore how long the receiver asked to be left alone; zero when he did not
     */
    record Outcome(Result result, String reason, Duration notBefore) {
        public static final Outcome DELIVERED = new Outcome(Result.DELIVERED, "", Duration.ZERO);

        public static Outcome later(String reason) {
            return new Outcome(Result.LATER, reason, Duration.ZERO);
        }

        public static Outcome never(String reason) {
            return new Outcome(Result.NEVER, reason, Duration.ZERO);
        }
    }

    Outcome carry(DeliveryItem item) throws Exception;

    /** Gives back what it holds; what it carries meanwhile fails. */
    @Override
    default void close() {}
}
