package io.rialto.gateway.fees;

import io.rialto.gateway.ingress.Command;
import io.rialto.protocol.AssignFeeScheduleEncoder;
import io.rialto.protocol.FeeScope;
import io.rialto.protocol.SetFeeScheduleEncoder;

/** What an administrator asks of the venue about fees. */
final class FeeCommands {
    private static final int TIER_LENGTH = 16;
    private static final int MOST_TIERS = 8;

    private FeeCommands() {}

    static Command set(FeeScheduleForm form) {
        return frame -> {
            SetFeeScheduleEncoder command = new SetFeeScheduleEncoder()
                    .wrapAndApplyHeader(frame.buffer(), frame.commandOffset(), frame.partHeader())
                    .schedule(form.schedule())
                    .asset(form.asset().number())
                    .tiers((short) form.tiers().size())
                    .feePerLotMinor(form.feePerLotMinor().orElse(SetFeeScheduleEncoder.feePerLotMinorNullValue()));
            int at = command.offset() + SetFeeScheduleEncoder.tier1FromMinorEncodingOffset();
            frame.buffer().setMemory(at, MOST_TIERS * TIER_LENGTH, (byte) 0);
            for (FeeScheduleForm.Tier tier : form.tiers()) {
                frame.buffer().putLong(at, tier.fromMinor());
                frame.buffer().putInt(at + Long.BYTES, tier.makerRate());
                frame.buffer().putInt(at + Long.BYTES + Integer.BYTES, tier.takerRate());
                at += TIER_LENGTH;
            }
            frame.commandEncoded(SetFeeScheduleEncoder.TEMPLATE_ID, command.encodedLength());
        };
    }

    /** @param schedule 0: none any more */
    static Command assign(int schedule, int asset, FeeScope scope, int target) {
        return frame -> {
            AssignFeeScheduleEncoder command = new AssignFeeScheduleEncoder()
                    .wrapAndApplyHeader(frame.buffer(), frame.commandOffset(), frame.partHeader())
                    .schedule(schedule)
                    .asset(asset)
                    .target(target)
                    .scope(scope);
            frame.commandEncoded(AssignFeeScheduleEncoder.TEMPLATE_ID, command.encodedLength());
        };
    }
}
