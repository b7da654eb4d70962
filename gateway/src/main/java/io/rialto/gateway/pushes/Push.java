package io.rialto.gateway.pushes;

import io.rialto.gateway.inbox.Letter;
import io.rialto.gateway.notices.Batches.Key;

/**
 * A letter on its way to its reader by one outlet. Immutable.
 *
 * @param isLast whether it is the last that its reader is told of its frame there
 */
public record Push(Key key, Letter letter, boolean isUrgent, boolean isLast) {
    /** Up to which its reader has been told everything with it. */
    long sequence() {
        return isLast ? letter.sequence() : letter.sequence() - 1;
    }

    public Push butNotTheLast() {
        return new Push(key, letter, isUrgent, false);
    }
}
