package io.rialto.gateway.ingress;

/**
 * How a request was decided.
 *
 * @param isReplayed it was decided before, and this is the frame of then
 * @param times of this request in the line, replayed or not
 */
public record Outcome(KeptFrame frame, boolean isReplayed, LineTimes times) {
    public Outcome(KeptFrame frame, boolean isReplayed) {
        this(frame, isReplayed, LineTimes.NONE);
    }

    public long sequence() {
        return frame.sequence();
    }
}
