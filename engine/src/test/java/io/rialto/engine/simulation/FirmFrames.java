package io.rialto.engine.simulation;

import io.rialto.engine.reference.FirmCommand;
import io.rialto.protocol.SetAccountStateEncoder;
import io.rialto.protocol.SetCreditLimitEncoder;
import io.rialto.protocol.frame.Frame;

/** Writes the commands of firms, hostile codes included. */
final class FirmFrames {
    private FirmFrames() {}

    static void write(Frame frame, FirmCommand command) {
        if (command instanceof FirmCommand.SetCreditLimit asked) write(frame, asked);
        if (command instanceof FirmCommand.SetAccountState asked) write(frame, asked);
    }

    private static void write(Frame frame, FirmCommand.SetAccountState asked) {
        SetAccountStateEncoder encoder = new SetAccountStateEncoder()
                .wrapAndApplyHeader(frame.buffer(), frame.commandOffset(), frame.partHeader())
                .account(asked.account());
        int at = encoder.offset() + SetAccountStateEncoder.stateEncodingOffset();
        frame.buffer().putByte(at, (byte) asked.state());
        frame.commandEncoded(SetAccountStateEncoder.TEMPLATE_ID, encoder.encodedLength());
    }

    private static void write(Frame frame, FirmCommand.SetCreditLimit asked) {
        SetCreditLimitEncoder encoder = new SetCreditLimitEncoder()
                .wrapAndApplyHeader(frame.buffer(), frame.commandOffset(), frame.partHeader())
                .orderLimitMinor(asked.order())
                .openLimitMinor(asked.open())
                .dayLimitMinor(asked.day())
                .target(asked.target())
                .trader(asked.trader())
                .asset(asked.asset());
        int at = encoder.offset() + SetCreditLimitEncoder.scopeEncodingOffset();
        frame.buffer().putByte(at, (byte) asked.scope());
        frame.commandEncoded(SetCreditLimitEncoder.TEMPLATE_ID, encoder.encodedLength());
    }
}
