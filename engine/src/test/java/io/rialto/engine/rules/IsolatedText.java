package io.rialto.engine.rules;

import io.rialto.protocol.MarginModeSetDecoder;
import io.rialto.protocol.PositionLiquidationBegunDecoder;
import io.rialto.protocol.PositionLiquidationEndedDecoder;
import io.rialto.protocol.PositionMarginCalledDecoder;
import io.rialto.protocol.PositionMarginMovedDecoder;
import org.agrona.DirectBuffer;

/** What becomes of positions with a margin of their own, as a trader would say it. */
final class IsolatedText {
    private IsolatedText() {}

    static boolean tells(int type) {
        return type >= MarginModeSetDecoder.TEMPLATE_ID && type <= PositionLiquidationEndedDecoder.TEMPLATE_ID;
    }

    static String line(int type, DirectBuffer buffer, int at, int length, int version) {
        return switch (type) {
            case MarginModeSetDecoder.TEMPLATE_ID -> {
                var event = new MarginModeSetDecoder().wrap(buffer, at, length, version);
                yield "mode of " + event.account() + " from " + event.oldMode() + " to " + event.newMode();
            }
            case PositionMarginMovedDecoder.TEMPLATE_ID -> {
                var event = new PositionMarginMovedDecoder().wrap(buffer, at, length, version);
                yield "own margin of " + event.account() + " moved " + event.amountMinor() + " to "
                        + event.marginMinor();
            }
            case PositionMarginCalledDecoder.TEMPLATE_ID -> {
                var event = new PositionMarginCalledDecoder().wrap(buffer, at, length, version);
                yield "position of " + event.account() + " called from " + event.oldPercent() + " to "
                        + event.newPercent() + ": " + event.maintenanceMinor() + " of " + event.equityMinor();
            }
            case PositionLiquidationBegunDecoder.TEMPLATE_ID -> {
                var event = new PositionLiquidationBegunDecoder().wrap(buffer, at, length, version);
                yield "liquidation of the position of " + event.account() + " begun";
            }
            default -> {
                var event = new PositionLiquidationEndedDecoder().wrap(buffer, at, length, version);
                yield "liquidation of the position of " + event.account() + " ended at " + event.equityMinor()
                        + " covered " + event.coveredMinor();
            }
        };
    }
}
