package io.rialto.engine.approval;

import io.rialto.protocol.ProposalSubject;

/** A change that waits for a second administrator; codes as the schema's values. */
record Proposal(
        long number,
        int actor,
        ProposalSubject subject,
        int code,
        int target,
        int instrument,
        long value,
        long expiresNanos) {}
