package io.rialto.gateway.ingress;

/**
 * How a request was decided.
 *
 * @param isReplayed it was decided before, and this is the frame of then
 */
public record Outcome(KeptFrame frame, boolean isReplayed) {
    public long sequence() {
        return frame.sequence();
    }
}
