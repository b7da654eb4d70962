package io.rialto.feeds.requests;

import io.rialto.feeds.position.Found;
import io.rialto.feeds.position.Position;

/**
 * Questions about requests by their key. A request that is still on its way is never seen here: its door knows.
 *
 * <p>Threading: any thread.
 *
 * <p>Errors: {@link io.rialto.feeds.position.FeedsStopped} when the feeds no longer follow the journal.
 */
public final class Requests {
    private final Position position;
    private final OutcomeLog log;

    Requests(Position position, OutcomeLog log) {
        this.position = position;
        this.log = log;
    }

    /**
     * What became of it; nothing when no kept frame knows the key.
     *
     * @param account whose key signed; 0 is the venue's administrator
     * @param keyHigh first half of the hash of the Idempotency-Key, as in the frame
     */
    public Found<RequestOutcome> outcome(int account, long keyHigh, long keyLow) {
        return position.read(sequence -> {
            Outcome outcome = log.find(account, keyHigh, keyLow);
            return outcome == null ? Found.nothing(false, sequence) : Found.of(outcome.view(sequence), sequence);
        });
    }
}
