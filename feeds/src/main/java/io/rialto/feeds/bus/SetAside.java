package io.rialto.feeds.bus;

import io.rialto.feeds.business.EventKind;
import io.rialto.feeds.offsets.Offsets;

/**
 * An event that a consumer could not handle.
 *
 * @param place of the event; {@link Offsets.Place#index} is its own
 * @param attempts so far, those of redrives included
 * @param reason what was thrown last, without control characters
 * @param isAtHand false after a restart until the bus has come by it again: only then can it be redriven
 */
public record SetAside(Offsets.Place place, EventKind kind, int attempts, String reason, boolean isAtHand) {}
