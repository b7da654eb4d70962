package io.rialto.feeds.bus;

import io.rialto.feeds.business.BusinessEvent;
import io.rialto.feeds.offsets.Offsets;
import java.util.List;

/**
 * What a consumer does with events.
 *
 * <p>It is told every event of its kinds at least once, in the journal's order: after a restart, a fault or a replay some of them again.
 * Who must not do a thing twice remembers {@code after} in the same transaction, and gives it back by its own {@link Offsets}.
 *
 * <p>Threading: the consumer's thread, one call at a time.
 *
 * <p>Errors: what is thrown is tried again, event by event; after the subscription's attempts the event is set aside with what was
 * thrown as its reason. {@link Unavailable} says that the event is not at fault: it is tried until it goes.
 */
@FunctionalInterface
public interface EventHandler {
    /**
     * @param events one at least, in the journal's order; set-aside ones that are tried again come alone and out of order
     * @param after where the consumer stands once this has returned
     */
    void handle(List<BusinessEvent> events, Offsets.Place after) throws Exception;

    /** One event at a time, for who needs no transaction. */
    static EventHandler each(One one) {
        return (events, after) -> {
            for (BusinessEvent event : events) one.handle(event);
        };
    }

    /** Is told one event. */
    @FunctionalInterface
    interface One {
        void handle(BusinessEvent event) throws Exception;
    }

    /** What the handler needs is away, a database for example. */
    final class Unavailable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public Unavailable(String what, Throwable cause) {
            super(what, cause);
        }
    }
}
