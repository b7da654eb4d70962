package io.rialto.engine.rules;

import io.rialto.protocol.FeeScheduleAssignedDecoder;
import io.rialto.protocol.FeeScheduleSetDecoder;
import io.rialto.protocol.FeeTierChangedDecoder;
import io.rialto.protocol.FeesTestedDecoder;
import org.agrona.DirectBuffer;

/** The events of fee schedules, as a trader would say them. */
final class FeeText {
    private FeeText() {}

    static boolean tells(int type) {
        return type >= FeeScheduleSetDecoder.TEMPLATE_ID && type <= FeesTestedDecoder.TEMPLATE_ID;
    }

    static String line(int type, DirectBuffer buffer, int at, int length, int version) {
        return switch (type) {
            case FeeScheduleSetDecoder.TEMPLATE_ID -> {
                FeeScheduleSetDecoder event = new FeeScheduleSetDecoder().wrap(buffer, at, length, version);
                yield "schedule " + event.schedule() + " version " + event.version() + " of asset " + event.asset();
            }
            case FeeScheduleAssignedDecoder.TEMPLATE_ID -> {
                FeeScheduleAssignedDecoder event = new FeeScheduleAssignedDecoder().wrap(buffer, at, length, version);
                yield "schedule of " + event.scope() + " " + event.target() + " in asset " + event.asset() + " from "
                        + event.oldSchedule() + " to " + event.newSchedule();
            }
            case FeeTierChangedDecoder.TEMPLATE_ID -> {
                FeeTierChangedDecoder event = new FeeTierChangedDecoder().wrap(buffer, at, length, version);
                yield event.account() + " goes from tier " + event.oldTier() + " to " + event.newTier()
                        + " of schedule " + event.schedule() + " version " + event.version() + " by "
                        + event.volumeMinor();
            }
            default -> tested(new FeesTestedDecoder().wrap(buffer, at, length, version));
        };
    }

    private static String tested(FeesTestedDecoder event) {
        String perLot = event.feePerLotMinor() == 0 ? "" : " and " + event.feePerLotMinor() + " a lot";
        String by = event.schedule() == 0
                ? ""
                : " by schedule " + event.schedule() + " version " + event.version() + " tier " + event.tier()
                        + " volume " + event.volumeMinor();
        return "rates " + event.makerRate() + "|" + event.takerRate() + perLot + by;
    }
}
