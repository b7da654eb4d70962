package io.rialto.gateway.protection;

import io.rialto.gateway.ingress.Command;
import io.rialto.protocol.AccountLimit;
import io.rialto.protocol.ApproveChangeEncoder;
import io.rialto.protocol.BlockScope;
import io.rialto.protocol.ChangeAccountLimitEncoder;
import io.rialto.protocol.KillEncoder;
import io.rialto.protocol.ProposalSubject;
import io.rialto.protocol.ProposeChangeEncoder;
import io.rialto.protocol.ResumeEncoder;
import io.rialto.protocol.SuspendEncoder;
import io.rialto.protocol.WithdrawChangeEncoder;

/** What an administrator asks of the venue to hold somebody back. */
final class ProtectionCommands {
    private ProtectionCommands() {}

    static Command kill(BlockScope scope, int target) {
        return frame -> {
            KillEncoder command =
                    new KillEncoder().wrapAndApplyHeader(frame.buffer(), frame.commandOffset(), frame.partHeader());
            command.target(target).scope(scope);
            frame.commandEncoded(KillEncoder.TEMPLATE_ID, command.encodedLength());
        };
    }

    static Command suspend(BlockScope scope, int target, boolean cancelsOrders) {
        return frame -> {
            SuspendEncoder command =
                    new SuspendEncoder().wrapAndApplyHeader(frame.buffer(), frame.commandOffset(), frame.partHeader());
            command.target(target).scope(scope).cancelOpenOrders((short) (cancelsOrders ? 1 : 0));
            frame.commandEncoded(SuspendEncoder.TEMPLATE_ID, command.encodedLength());
        };
    }

    static Command resume(BlockScope scope, int target) {
        return frame -> {
            ResumeEncoder command =
                    new ResumeEncoder().wrapAndApplyHeader(frame.buffer(), frame.commandOffset(), frame.partHeader());
            command.target(target).scope(scope);
            frame.commandEncoded(ResumeEncoder.TEMPLATE_ID, command.encodedLength());
        };
    }

    /** @param instrument 0: over all */
    static Command limit(int account, int instrument, AccountLimit limit, long value) {
        return frame -> {
            ChangeAccountLimitEncoder command = new ChangeAccountLimitEncoder()
                    .wrapAndApplyHeader(frame.buffer(), frame.commandOffset(), frame.partHeader());
            command.account(account).instrument(instrument).value(value).accountLimit(limit);
            frame.commandEncoded(ChangeAccountLimitEncoder.TEMPLATE_ID, command.encodedLength());
        };
    }

    /** @param code of the parameter, limit or scope; @param target the account, or whom to unblock; else 0 */
    static Command propose(ProposalSubject subject, int code, int target, int instrument, long value, long validNanos) {
        return frame -> {
            ProposeChangeEncoder command = new ProposeChangeEncoder()
                    .wrapAndApplyHeader(frame.buffer(), frame.commandOffset(), frame.partHeader());
            command.value(value)
                    .validNanos(validNanos)
                    .target(target)
                    .instrument(instrument)
                    .subject(subject)
                    .code((short) code);
            frame.commandEncoded(ProposeChangeEncoder.TEMPLATE_ID, command.encodedLength());
        };
    }

    static Command approve(long proposal) {
        return frame -> {
            ApproveChangeEncoder command = new ApproveChangeEncoder()
                    .wrapAndApplyHeader(frame.buffer(), frame.commandOffset(), frame.partHeader());
            command.proposal(proposal);
            frame.commandEncoded(ApproveChangeEncoder.TEMPLATE_ID, command.encodedLength());
        };
    }

    static Command withdraw(long proposal) {
        return frame -> {
            WithdrawChangeEncoder command = new WithdrawChangeEncoder()
                    .wrapAndApplyHeader(frame.buffer(), frame.commandOffset(), frame.partHeader());
            command.proposal(proposal);
            frame.commandEncoded(WithdrawChangeEncoder.TEMPLATE_ID, command.encodedLength());
        };
    }
}
