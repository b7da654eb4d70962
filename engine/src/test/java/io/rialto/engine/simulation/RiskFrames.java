package io.rialto.engine.simulation;

import io.rialto.engine.reference.ControlCommand.RemoveRiskRule;
import io.rialto.engine.reference.ControlCommand.SetRiskRule;
import io.rialto.protocol.MessageHeaderEncoder;
import io.rialto.protocol.RemoveRiskRuleEncoder;
import io.rialto.protocol.SetRiskRuleEncoder;
import io.rialto.protocol.frame.Frame;
import org.agrona.concurrent.UnsafeBuffer;

/** Writes risk rules, hostile codes and names included. */
final class RiskFrames {
    private static final int STEPS = 4;

    private RiskFrames() {}

    /** Alone or as a part, at this place; answers its length. */
    static int write(UnsafeBuffer buffer, int place, MessageHeaderEncoder head, SetRiskRule asked) {
        SetRiskRuleEncoder encoder = new SetRiskRuleEncoder()
                .wrapAndApplyHeader(buffer, place, head)
                .ruleLimit(asked.limit())
                .windowNanos(asked.windowNanos())
                .coolDownNanos(asked.coolDownNanos())
                .rule(asked.rule())
                .target(asked.target())
                .instrument(asked.instrument())
                .asset(asked.asset())
                .enabled((short) (asked.enabled() & 0xFF));
        int at = encoder.offset();
        code(buffer, at + SetRiskRuleEncoder.ruleTypeEncodingOffset(), asked.type());
        code(buffer, at + SetRiskRuleEncoder.scopeEncodingOffset(), asked.scope());
        code(buffer, at + SetRiskRuleEncoder.actionEncodingOffset(), asked.action());
        code(buffer, at + SetRiskRuleEncoder.severityEncodingOffset(), asked.severity());
        for (int i = 0; i < STEPS; i++) {
            boolean isStep = i < asked.steps().size();
            int breaches = isStep ? asked.steps().get(i).get(0) : 0;
            buffer.putInt(at + SetRiskRuleEncoder.step1BreachesEncodingOffset() + i * Integer.BYTES, breaches);
            int action = isStep ? asked.steps().get(i).get(1) : 0;
            code(buffer, at + SetRiskRuleEncoder.step1ActionEncodingOffset() + i, action);
        }
        int nameAt = at + SetRiskRuleEncoder.nameEncodingOffset();
        buffer.setMemory(nameAt, SetRiskRuleEncoder.nameEncodingLength(), (byte) 0);
        buffer.putStringWithoutLengthAscii(nameAt, asked.name());
        return encoder.encodedLength();
    }

    static void write(Frame frame, RemoveRiskRule asked) {
        RemoveRiskRuleEncoder encoder = new RemoveRiskRuleEncoder()
                .wrapAndApplyHeader(frame.buffer(), frame.commandOffset(), frame.partHeader())
                .rule(asked.rule());
        frame.commandEncoded(RemoveRiskRuleEncoder.TEMPLATE_ID, encoder.encodedLength());
    }

    private static void code(UnsafeBuffer buffer, int at, int code) {
        buffer.putByte(at, (byte) code);
    }
}
