package io.rialto.feeds.protection;

import io.rialto.protocol.ProposalSubject;

/**
 * A change that waits for a second administrator, or how it ended.
 *
 * @param value of the parameter or limit
 * @param target the account of a limit; whom to unblock; else 0
 * @param instrument 0 where none is meant
 * @param code the InstrumentParameter, AccountLimit or BlockScope
 * @param proposer the administrator's number
 * @param closer who approved or withdrew it; the proposer's until then
 * @param sequence of the frame that changed it last
 */
public record Proposal(
        long number,
        ProposalSubject subject,
        int code,
        int target,
        int instrument,
        long value,
        int proposer,
        int closer,
        State state,
        long proposedNanos,
        long expiresNanos,
        long sequence) {
    /** How far it has come. */
    public enum State {
        OPEN,
        APPROVED,
        WITHDRAWN,
        EXPIRED
    }

    Proposal reached(State newState, int actor, long frame) {
        return new Proposal(
                number,
                subject,
                code,
                target,
                instrument,
                value,
                proposer,
                actor,
                newState,
                proposedNanos,
                expiresNanos,
                frame);
    }
}
