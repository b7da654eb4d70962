package io.rialto.gateway.protection;

import io.rialto.feeds.protection.Proposal;
import io.rialto.gateway.form.Times;
import io.rialto.gateway.market.Listed;
import io.rialto.gateway.market.Terms;
import io.rialto.gateway.parameters.ParameterUnits;
import io.rialto.protocol.AccountLimit;
import io.rialto.protocol.BlockScope;
import io.rialto.protocol.InstrumentParameter;
import io.rialto.protocol.ProposalSubject;

/**
 * A proposal on the wire.
 *
 * @param what the parameter, the limit or the scope
 * @param target the account, or whom to unblock; null when neither is meant
 */
record ProposalBody(
        String id,
        String subject,
        String what,
        String target,
        String symbol,
        String value,
        String state,
        String proposedBy,
        String endedBy,
        String proposedAt,
        String expiresAt,
        long sequence) {

    static ProposalBody of(Proposal proposal, Listed listed, Targets targets) {
        Terms terms = proposal.instrument() == 0 ? null : listed.terms(proposal.instrument());
        boolean isUnblock = proposal.subject() == ProposalSubject.UNBLOCK;
        String what = what(proposal);
        return new ProposalBody(
                Long.toString(proposal.number()),
                proposal.subject().name(),
                what,
                target(proposal, targets),
                terms == null ? null : terms.instrument().symbol(),
                isUnblock ? null : ParameterUnits.text(what, proposal.value(), terms),
                proposal.state().name(),
                Integer.toString(proposal.proposer()),
                proposal.state() == Proposal.State.OPEN || proposal.state() == Proposal.State.EXPIRED
                        ? null
                        : Integer.toString(proposal.closer()),
                Times.text(proposal.proposedNanos()),
                Times.text(proposal.expiresNanos()),
                proposal.sequence());
    }

    private static String what(Proposal proposal) {
        short code = (short) proposal.code();
        return switch (proposal.subject()) {
            case ACCOUNT_LIMIT -> AccountLimit.get(code).name();
            case UNBLOCK -> BlockScope.get(code).name();
            default -> InstrumentParameter.get(code).name();
        };
    }

    private static String target(Proposal proposal, Targets targets) {
        return switch (proposal.subject()) {
            case ACCOUNT_LIMIT -> Integer.toString(proposal.target());
            case UNBLOCK -> targets.name(BlockScope.get((short) proposal.code()), proposal.target());
            default -> null;
        };
    }
}
