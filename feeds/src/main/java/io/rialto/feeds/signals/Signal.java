package io.rialto.feeds.signals;

import io.rialto.protocol.SignalType;

/**
 * What a source outside said.
 *
 * @param sequence of the frame that recorded it: its number
 * @param instrument 0: about the market as a whole
 * @param score in ten-thousandths, -10,000..10,000
 * @param words printable ASCII; may be empty
 * @param observedNanos when the source saw it, UTC
 * @param timeNanos when the venue recorded it, UTC
 */
public record Signal(
        long sequence,
        int instrument,
        SignalType type,
        int score,
        String source,
        String words,
        long observedNanos,
        long timeNanos) {}
