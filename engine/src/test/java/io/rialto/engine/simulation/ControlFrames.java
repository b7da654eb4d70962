package io.rialto.engine.simulation;

import io.rialto.engine.reference.ControlCommand;
import io.rialto.protocol.ApproveChangeEncoder;
import io.rialto.protocol.CancelAfterEncoder;
import io.rialto.protocol.CancelOrdersEncoder;
import io.rialto.protocol.ChangeAccountLimitEncoder;
import io.rialto.protocol.ChangeListingEncoder;
import io.rialto.protocol.DisconnectedEncoder;
import io.rialto.protocol.KillEncoder;
import io.rialto.protocol.ProposeChangeEncoder;
import io.rialto.protocol.ReconnectedEncoder;
import io.rialto.protocol.ResumeEncoder;
import io.rialto.protocol.ScheduleChangeEncoder;
import io.rialto.protocol.SuspendEncoder;
import io.rialto.protocol.WithdrawChangeEncoder;
import io.rialto.protocol.WithdrawScheduledChangeEncoder;
import io.rialto.protocol.frame.Frame;
import org.agrona.concurrent.UnsafeBuffer;

/** Writes the commands of those who guard the market, hostile codes included. */
final class ControlFrames {
    private final Frame frame;
    private final UnsafeBuffer buffer;
    private final int at;

    private ControlFrames(Frame frame) {
        this.frame = frame;
        buffer = frame.buffer();
        at = frame.commandOffset();
    }

    static void write(Frame frame, ControlCommand command) {
        if (command instanceof ControlCommand.ChangeAccountLimit asked) new ControlFrames(frame).write(asked);
        if (command instanceof ControlCommand.Suspend asked) new ControlFrames(frame).write(asked);
        if (command instanceof ControlCommand.Resume asked) new ControlFrames(frame).write(asked);
        if (command instanceof ControlCommand.Kill asked) new ControlFrames(frame).write(asked);
        if (command instanceof ControlCommand.CancelOrders asked) new ControlFrames(frame).write(asked);
        if (command instanceof ControlCommand.Disconnected asked) new ControlFrames(frame).write(asked);
        if (command instanceof ControlCommand.Reconnected asked) new ControlFrames(frame).write(asked);
        if (command instanceof ControlCommand.CancelAfter asked) new ControlFrames(frame).write(asked);
        if (command instanceof ControlCommand.Propose asked) new ControlFrames(frame).write(asked);
        if (command instanceof ControlCommand.Approve asked) new ControlFrames(frame).write(asked);
        if (command instanceof ControlCommand.Withdraw asked) new ControlFrames(frame).write(asked);
        if (command instanceof ControlCommand.ScheduleChange asked) new ControlFrames(frame).write(asked);
        if (command instanceof ControlCommand.WithdrawScheduled asked) new ControlFrames(frame).write(asked);
        if (command instanceof ControlCommand.ChangeListing asked) new ControlFrames(frame).write(asked);
    }

    private void write(ControlCommand.ChangeAccountLimit asked) {
        ChangeAccountLimitEncoder encoder =
                new ChangeAccountLimitEncoder().wrapAndApplyHeader(buffer, at, frame.partHeader());
        encoder.account(asked.account()).instrument(asked.instrument()).value(asked.value());
        code(encoder.offset() + ChangeAccountLimitEncoder.accountLimitEncodingOffset(), asked.limit());
        frame.commandEncoded(ChangeAccountLimitEncoder.TEMPLATE_ID, encoder.encodedLength());
    }

    private void write(ControlCommand.Suspend asked) {
        SuspendEncoder encoder = new SuspendEncoder().wrapAndApplyHeader(buffer, at, frame.partHeader());
        encoder.target(asked.target());
        code(encoder.offset() + SuspendEncoder.scopeEncodingOffset(), asked.scope());
        code(encoder.offset() + SuspendEncoder.cancelOpenOrdersEncodingOffset(), asked.cancelOpenOrders());
        frame.commandEncoded(SuspendEncoder.TEMPLATE_ID, encoder.encodedLength());
    }

    private void write(ControlCommand.Resume asked) {
        ResumeEncoder encoder = new ResumeEncoder().wrapAndApplyHeader(buffer, at, frame.partHeader());
        encoder.target(asked.target());
        code(encoder.offset() + ResumeEncoder.scopeEncodingOffset(), asked.scope());
        frame.commandEncoded(ResumeEncoder.TEMPLATE_ID, encoder.encodedLength());
    }

    private void write(ControlCommand.Kill asked) {
        KillEncoder encoder = new KillEncoder().wrapAndApplyHeader(buffer, at, frame.partHeader());
        encoder.target(asked.target());
        code(encoder.offset() + KillEncoder.scopeEncodingOffset(), asked.scope());
        frame.commandEncoded(KillEncoder.TEMPLATE_ID, encoder.encodedLength());
    }

    private void write(ControlCommand.CancelOrders asked) {
        CancelOrdersEncoder encoder = new CancelOrdersEncoder().wrapAndApplyHeader(buffer, at, frame.partHeader());
        encoder.account(asked.account())
                .instrument(asked.instrument())
                .lowestTicks(asked.lowestTicks())
                .highestTicks(asked.highestTicks());
        code(encoder.offset() + CancelOrdersEncoder.sideEncodingOffset(), asked.side());
        frame.commandEncoded(CancelOrdersEncoder.TEMPLATE_ID, encoder.encodedLength());
    }

    private void write(ControlCommand.Disconnected asked) {
        DisconnectedEncoder encoder = new DisconnectedEncoder().wrapAndApplyHeader(buffer, at, frame.partHeader());
        encoder.graceNanos(asked.graceNanos()).account(asked.account()).session(asked.session());
        code(encoder.offset() + DisconnectedEncoder.gracefulEncodingOffset(), asked.graceful());
        frame.commandEncoded(DisconnectedEncoder.TEMPLATE_ID, encoder.encodedLength());
    }

    private void write(ControlCommand.Reconnected asked) {
        ReconnectedEncoder encoder = new ReconnectedEncoder().wrapAndApplyHeader(buffer, at, frame.partHeader());
        encoder.account(asked.account()).session(asked.session());
        frame.commandEncoded(ReconnectedEncoder.TEMPLATE_ID, encoder.encodedLength());
    }

    private void write(ControlCommand.CancelAfter asked) {
        CancelAfterEncoder encoder = new CancelAfterEncoder().wrapAndApplyHeader(buffer, at, frame.partHeader());
        encoder.timeoutNanos(asked.timeoutNanos()).account(asked.account()).instrument(asked.instrument());
        frame.commandEncoded(CancelAfterEncoder.TEMPLATE_ID, encoder.encodedLength());
    }

    private void write(ControlCommand.Propose asked) {
        ProposeChangeEncoder encoder = new ProposeChangeEncoder().wrapAndApplyHeader(buffer, at, frame.partHeader());
        encoder.value(asked.value())
                .validNanos(asked.validNanos())
                .target(asked.target())
                .instrument(asked.instrument());
        code(encoder.offset() + ProposeChangeEncoder.subjectEncodingOffset(), asked.subject());
        code(encoder.offset() + ProposeChangeEncoder.codeEncodingOffset(), asked.code());
        frame.commandEncoded(ProposeChangeEncoder.TEMPLATE_ID, encoder.encodedLength());
    }

    private void write(ControlCommand.Approve asked) {
        ApproveChangeEncoder encoder = new ApproveChangeEncoder().wrapAndApplyHeader(buffer, at, frame.partHeader());
        encoder.proposal(asked.proposal());
        frame.commandEncoded(ApproveChangeEncoder.TEMPLATE_ID, encoder.encodedLength());
    }

    private void write(ControlCommand.Withdraw asked) {
        WithdrawChangeEncoder encoder = new WithdrawChangeEncoder().wrapAndApplyHeader(buffer, at, frame.partHeader());
        encoder.proposal(asked.proposal());
        frame.commandEncoded(WithdrawChangeEncoder.TEMPLATE_ID, encoder.encodedLength());
    }

    private void write(ControlCommand.ScheduleChange asked) {
        ScheduleChangeEncoder encoder = new ScheduleChangeEncoder().wrapAndApplyHeader(buffer, at, frame.partHeader());
        encoder.value(asked.value()).atNanos(asked.atNanos()).instrument(asked.instrument());
        code(encoder.offset() + ScheduleChangeEncoder.parameterEncodingOffset(), asked.parameter());
        code(encoder.offset() + ScheduleChangeEncoder.atPhaseEncodingOffset(), asked.atPhase());
        frame.commandEncoded(ScheduleChangeEncoder.TEMPLATE_ID, encoder.encodedLength());
    }

    private void write(ControlCommand.WithdrawScheduled asked) {
        WithdrawScheduledChangeEncoder encoder =
                new WithdrawScheduledChangeEncoder().wrapAndApplyHeader(buffer, at, frame.partHeader());
        encoder.change(asked.change());
        frame.commandEncoded(WithdrawScheduledChangeEncoder.TEMPLATE_ID, encoder.encodedLength());
    }

    private void write(ControlCommand.ChangeListing asked) {
        ChangeListingEncoder encoder = new ChangeListingEncoder().wrapAndApplyHeader(buffer, at, frame.partHeader());
        encoder.instrument(asked.instrument());
        code(encoder.offset() + ChangeListingEncoder.stepEncodingOffset(), asked.step());
        frame.commandEncoded(ChangeListingEncoder.TEMPLATE_ID, encoder.encodedLength());
    }

    private void code(int offset, int code) {
        buffer.putByte(offset, (byte) code);
    }
}
