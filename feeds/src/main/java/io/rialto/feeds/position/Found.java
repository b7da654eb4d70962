package io.rialto.feeds.position;

import java.util.Optional;

/**
 * The answer to a question for one thing by its name or number.
 *
 * @param state whether it is there, never was, or is no longer kept
 * @param item present when {@link State#FOUND}
 * @param sequence of the last frame that the answer has seen
 */
public record Found<T>(State state, Optional<T> item, long sequence) {
    /** Why there is an item, or none. */
    public enum State {
        FOUND,
        NEVER_SEEN,
        /** Not among what is kept, but older things were dropped and it may have been one of them. */
        NO_LONGER_KEPT
    }

    public static <T> Found<T> of(T item, long sequence) {
        return new Found<>(State.FOUND, Optional.of(item), sequence);
    }

    /** @param olderDropped whether what was asked for may have been dropped */
    public static <T> Found<T> nothing(boolean olderDropped, long sequence) {
        return new Found<>(olderDropped ? State.NO_LONGER_KEPT : State.NEVER_SEEN, Optional.empty(), sequence);
    }

    public boolean isFound() {
        return item.isPresent();
    }
}
