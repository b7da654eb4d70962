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
        int block = claim(frame, ChangeProposedEncoder.TEMPLATE_ID, ChangeProposedEncoder.BLOCK_LENGTH);
        proposed.wrap(frame.buffer(), block)
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
        int block = claim(frame, ChangeApprovedEncoder.TEMPLATE_ID, ChangeApprovedEncoder.BLOCK_LENGTH);
        approved.wrap(frame.buffer(), block).proposal(number).actor(actor);
    }

    void withdrawn(Frame frame, long number, int actor) {
        int block = claim(frame, ChangeWithdrawnEncoder.TEMPLATE_ID, ChangeWithdrawnEncoder.BLOCK_LENGTH);
        withdrawn.wrap(frame.buffer(), block).proposal(number).actor(actor);
    }

    void expired(Frame frame, long number) {
        int block = claim(frame, ChangeExpiredEncoder.TEMPLATE_ID, ChangeExpiredEncoder.BLOCK_LENGTH);
        expired.wrap(frame.buffer(), block).proposal(number);
    }

    private static int claim(Frame frame, int templateId, int blockLength) {
        return frame.claimEvent(
                templateId, blockLength, ChangeProposedEncoder.SCHEMA_ID, ChangeProposedEncoder.SCHEMA_VERSION);
    }
}
