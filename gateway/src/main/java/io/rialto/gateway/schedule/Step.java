package io.rialto.gateway.schedule;

import io.rialto.protocol.CallKind;
import io.rialto.protocol.InstrumentParameter;
import io.rialto.protocol.Phase;
import java.time.Duration;
import java.time.LocalTime;

/**
 * One line of a session's day: at this local time, that.
 *
 * @param dayOffset −1 when it belongs to the evening before the business day
 */
record Step(LocalTime at, int dayOffset, Action action) {

    /** What is done. */
    sealed interface Action {}

    record ToPhase(Phase phase) implements Action {}

    /** Orders are collected for this long, at random up to {@code window} longer; {@code next} follows the auction. */
    record Call(CallKind kind, Duration duration, Duration window, Phase next) implements Action {
        Duration longest() {
            return duration.plus(window);
        }
    }

    /** In the parameter's own unit. */
    record Change(InstrumentParameter parameter, long value) implements Action {}
}
