package io.rialto.engine.approval;

import io.rialto.protocol.ChangeApprovedEncoder;
import io.rialto.protocol.ChangeExpiredEncoder;
import io.rialto.protocol.ChangeProposedEncoder;
import io.rialto.protocol.ChangeWithdrawnEncoder;
import io.rialto.protocol.frame.Frame;

/** Writes the events of proposals. */
final class ProposalEvents {
    private final ChangeProposedEncoder proposed = new ChangeProposedEncoder();
    private final ChangeApprovedEncoder approved = new ChangeApprovedEncoder();
    private final ChangeWithdrawnEncoder withdrawn = new ChangeWithdrawnEncoder();
    private final ChangeExpiredEncoder expired = new ChangeExpiredEncoder();

    void proposed(Frame frame, Proposal proposal) {
        frame.claimEvent(proposed)
                .proposal(proposal.number())
                .value(proposal.value())
                .expiresNanos(proposal.expiresNanos())
                .target(proposal.target())
                .instrument(proposal.instrument())
                .actor(proposal.actor())
                .subject(proposal.subject())
                .code((short) proposal.code());
    }

    void approved(Frame frame, long number, int actor) {
        frame.claimEvent(approved).proposal(number).actor(actor);
    }

    void withdrawn(Frame frame, long number, int actor) {
        frame.claimEvent(withdrawn).proposal(number).actor(actor);
    }

    void expired(Frame frame, long number) {
        frame.claimEvent(expired).proposal(number);
    }
}
