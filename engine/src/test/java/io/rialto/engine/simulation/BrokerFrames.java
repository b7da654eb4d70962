package io.rialto.engine.simulation;

import io.rialto.engine.reference.BrokerCommand;
import io.rialto.protocol.AnswerGiveUpEncoder;
import io.rialto.protocol.GiveUpEncoder;
import io.rialto.protocol.SetAccountRoleEncoder;
import io.rialto.protocol.frame.Frame;

/** Writes the commands of brokers, hostile codes included. */
final class BrokerFrames {
    private BrokerFrames() {}

    static void write(Frame frame, BrokerCommand command) {
        if (command instanceof BrokerCommand.SetAccountRole asked) write(frame, asked);
        if (command instanceof BrokerCommand.GiveUp asked) write(frame, asked);
        if (command instanceof BrokerCommand.AnswerGiveUp asked) write(frame, asked);
    }

    private static void write(Frame frame, BrokerCommand.SetAccountRole asked) {
        SetAccountRoleEncoder encoder = new SetAccountRoleEncoder()
                .wrapAndApplyHeader(frame.buffer(), frame.commandOffset(), frame.partHeader())
                .account(asked.account());
        code(frame, encoder.offset() + SetAccountRoleEncoder.roleEncodingOffset(), asked.role());
        code(frame, encoder.offset() + SetAccountRoleEncoder.capacityEncodingOffset(), asked.capacity());
        frame.commandEncoded(SetAccountRoleEncoder.TEMPLATE_ID, encoder.encodedLength());
    }

    private static void write(Frame frame, BrokerCommand.GiveUp asked) {
        GiveUpEncoder encoder = new GiveUpEncoder()
                .wrapAndApplyHeader(frame.buffer(), frame.commandOffset(), frame.partHeader())
                .trade(asked.trade())
                .quantityLots(asked.lots())
                .account(asked.account())
                .taker(asked.taker());
        code(frame, encoder.offset() + GiveUpEncoder.sideEncodingOffset(), asked.side());
        frame.commandEncoded(GiveUpEncoder.TEMPLATE_ID, encoder.encodedLength());
    }

    private static void write(Frame frame, BrokerCommand.AnswerGiveUp asked) {
        AnswerGiveUpEncoder encoder = new AnswerGiveUpEncoder()
                .wrapAndApplyHeader(frame.buffer(), frame.commandOffset(), frame.partHeader())
                .giveUp(asked.giveUp())
                .account(asked.account());
        code(frame, encoder.offset() + AnswerGiveUpEncoder.answerEncodingOffset(), asked.answer());
        frame.commandEncoded(AnswerGiveUpEncoder.TEMPLATE_ID, encoder.encodedLength());
    }

    private static void code(Frame frame, int at, int code) {
        frame.buffer().putByte(at, (byte) code);
    }
}
