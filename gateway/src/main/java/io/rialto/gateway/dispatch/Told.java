package io.rialto.gateway.dispatch;

import io.rialto.feeds.business.BusinessEvent;
import io.rialto.feeds.offsets.Offsets.Place;
import java.util.List;
import java.util.Optional;

/**
 * What sockets have been told and the database has not been yet. Immutable but for its round, which nobody adds to any more.
 *
 * @param events of the frame; none for what the venue says of itself
 * @param after where everything has been told with it; empty for what comes from no frame
 */
record Told(Round round, List<BusinessEvent> events, Optional<Place> after) {
    /** No frame before that one waits for this. */
    long sequence() {
        return events.isEmpty() ? Long.MAX_VALUE : events.get(0).sequence();
    }
}
