package io.rialto.feeds.requests;

import io.rialto.protocol.Reason;

/**
 * What became of a request.
 *
 * @param reason why it was refused; NONE when executed or fenced
 * @param outcomeSequence of the frame that decided it: its events are the answer
 * @param timeNanos that frame's journal time
 * @param bodyHash of method, path and body, as its door computed it; 0 when fenced
 * @param commandType template id of the command
 * @param sequence of the last frame that the answer has seen
 */
public record RequestOutcome(
        State state,
        Reason reason,
        long outcomeSequence,
        long timeNanos,
        long bodyHash,
        int commandType,
        long sequence) {
    /** How it ended. */
    public enum State {
        EXECUTED,
        REJECTED,
        /** It never came; should it still come, it will be refused. */
        FENCED
    }
}
