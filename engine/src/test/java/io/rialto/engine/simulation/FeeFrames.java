package io.rialto.engine.simulation;

import io.rialto.engine.reference.Command;
import io.rialto.engine.reference.ControlCommand.AssignFeeSchedule;
import io.rialto.engine.reference.ControlCommand.FeeTier;
import io.rialto.engine.reference.ControlCommand.SetFeeSchedule;
import io.rialto.protocol.AssignFeeScheduleEncoder;
import io.rialto.protocol.SetFeeScheduleEncoder;
import io.rialto.protocol.frame.Frame;
import org.agrona.concurrent.UnsafeBuffer;

/** Writes fee schedules and for whom they are, hostile counts included. */
final class FeeFrames {
    private static final int TIER_LENGTH = 16;
    private static final int TIERS = 8;

    private FeeFrames() {}

    static void write(Frame frame, SetFeeSchedule asked) {
        UnsafeBuffer buffer = frame.buffer();
        SetFeeScheduleEncoder encoder =
                new SetFeeScheduleEncoder().wrapAndApplyHeader(buffer, frame.commandOffset(), frame.partHeader());
        encoder.schedule(asked.schedule()).asset(asked.asset());
        encoder.tiers((short) asked.tiers().size());
        boolean isNone = asked.feePerLot() == Command.NULL;
        encoder.feePerLotMinor(isNone ? SetFeeScheduleEncoder.feePerLotMinorNullValue() : asked.feePerLot());
        int at = encoder.offset() + SetFeeScheduleEncoder.tier1FromMinorEncodingOffset();
        buffer.setMemory(at, TIERS * TIER_LENGTH, (byte) 0);
        for (int i = 0; i < Math.min(TIERS, asked.tiers().size()); i++) {
            FeeTier tier = asked.tiers().get(i);
            buffer.putLong(at + i * TIER_LENGTH, tier.from());
            buffer.putInt(at + i * TIER_LENGTH + Long.BYTES, tier.maker());
            buffer.putInt(at + i * TIER_LENGTH + Long.BYTES + Integer.BYTES, tier.taker());
        }
        frame.commandEncoded(SetFeeScheduleEncoder.TEMPLATE_ID, encoder.encodedLength());
    }

    static void write(Frame frame, AssignFeeSchedule asked) {
        AssignFeeScheduleEncoder encoder = new AssignFeeScheduleEncoder()
                .wrapAndApplyHeader(frame.buffer(), frame.commandOffset(), frame.partHeader())
                .schedule(asked.schedule())
                .asset(asked.asset())
                .target(asked.target());
        int at = encoder.offset() + AssignFeeScheduleEncoder.scopeEncodingOffset();
        frame.buffer().putByte(at, (byte) asked.scope());
        frame.commandEncoded(AssignFeeScheduleEncoder.TEMPLATE_ID, encoder.encodedLength());
    }
}
