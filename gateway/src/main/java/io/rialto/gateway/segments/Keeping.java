package io.rialto.gateway.segments;

/**
 * How the journal is kept at this moment.
 *
 * @param promise what an acknowledgement means: JOURNALED or DURABLE
 * @param sequence newest frame that was promised
 * @param durableSequence newest frame on the device
 * @param epoch which life of the writer this is
 * @param startFrames that the last start read, with whatever it ran again
 * @param startMillis that it took
 */
public record Keeping(
        String promise, long sequence, long durableSequence, int epoch, long startFrames, long startMillis) {
    private static final long FEW_FRAMES = 1_000;

    /** How long the next start would take, by how long the last one did; empty where that had too little to do to tell. */
    Long nextStartMillis() {
        if (startFrames < FEW_FRAMES) return null;
        return Math.round((double) sequence * startMillis / startFrames);
    }

    Long startFramesPerSecond() {
        return startFrames < FEW_FRAMES ? null : startFrames * 1_000 / Math.max(1, startMillis);
    }
}
