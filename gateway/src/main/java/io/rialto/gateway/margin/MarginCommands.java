package io.rialto.gateway.margin;

import io.rialto.feeds.requirement.MarginTiers.Tier;
import io.rialto.gateway.ingress.Command;
import io.rialto.protocol.AssignPositionMarginEncoder;
import io.rialto.protocol.MarginMode;
import io.rialto.protocol.MarginTierEncoder;
import io.rialto.protocol.MoveMarginEncoder;
import io.rialto.protocol.SetLeverageEncoder;
import io.rialto.protocol.SetMarginModeEncoder;
import io.rialto.protocol.SetMarginTiersEncoder;
import io.rialto.protocol.frame.Frame;
import io.rialto.protocol.frame.FrameLayout;
import java.util.List;

/** What is asked of the venue about margins. */
final class MarginCommands {
    /** More than a tier takes, its header and padding included. */
    private static final int TIER_BYTES = 64;

    private MarginCommands() {}

    /** @param amountMinor above zero into the margin, below zero out of it */
    static Command move(int account, int asset, long amountMinor) {
        return frame -> {
            MoveMarginEncoder command = new MoveMarginEncoder()
                    .wrapAndApplyHeader(frame.buffer(), frame.commandOffset(), frame.partHeader());
            command.account(account).asset(asset).amountMinor(amountMinor);
            frame.commandEncoded(MoveMarginEncoder.TEMPLATE_ID, command.encodedLength());
        };
    }

    /** @param leverage 0 for none of its own */
    static Command lever(int account, int instrument, int leverage) {
        return frame -> {
            SetLeverageEncoder command = new SetLeverageEncoder()
                    .wrapAndApplyHeader(frame.buffer(), frame.commandOffset(), frame.partHeader());
            command.account(account).instrument(instrument).leverage(leverage);
            frame.commandEncoded(SetLeverageEncoder.TEMPLATE_ID, command.encodedLength());
        };
    }

    static Command setMode(int account, int instrument, MarginMode mode) {
        return frame -> {
            SetMarginModeEncoder command = new SetMarginModeEncoder()
                    .wrapAndApplyHeader(frame.buffer(), frame.commandOffset(), frame.partHeader());
            command.account(account).instrument(instrument).mode(mode);
            frame.commandEncoded(SetMarginModeEncoder.TEMPLATE_ID, command.encodedLength());
        };
    }

    /** @param amountMinor above zero to an isolated position's margin, below zero from it */
    static Command assign(int account, int instrument, long amountMinor) {
        return frame -> {
            AssignPositionMarginEncoder command = new AssignPositionMarginEncoder()
                    .wrapAndApplyHeader(frame.buffer(), frame.commandOffset(), frame.partHeader());
            command.amountMinor(amountMinor).account(account).instrument(instrument);
            frame.commandEncoded(AssignPositionMarginEncoder.TEMPLATE_ID, command.encodedLength());
        };
    }

    static Command setTiers(int instrument, List<Tier> tiers) {
        return frame -> {
            frame.reserve((tiers.size() + 1) * TIER_BYTES);
            int start = frame.commandOffset();
            SetMarginTiersEncoder command =
                    new SetMarginTiersEncoder().wrapAndApplyHeader(frame.buffer(), start, frame.partHeader());
            int end = frame.endOfPart(start, command.instrument(instrument).encodedLength());
            for (Tier tier : tiers) end = frame.endOfPart(end, write(frame, end, tier));
            frame.commandEncoded(SetMarginTiersEncoder.TEMPLATE_ID, end - start - FrameLayout.PART_HEADER_LENGTH);
        };
    }

    private static int write(Frame frame, int offset, Tier tier) {
        return new MarginTierEncoder()
                .wrapAndApplyHeader(frame.buffer(), offset, frame.partHeader())
                .upToMinor(tier.upToMinor())
                .initialRate(tier.initialRate())
                .maintenanceRate(tier.maintenanceRate())
                .encodedLength();
    }
}
