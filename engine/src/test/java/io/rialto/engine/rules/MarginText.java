package io.rialto.engine.rules;

import io.rialto.protocol.LeverageSetDecoder;
import io.rialto.protocol.MarginMovedDecoder;
import io.rialto.protocol.MarginTiersSetDecoder;
import io.rialto.protocol.PositionChangedDecoder;
import org.agrona.DirectBuffer;

/** What became of positions and margins, as a trader would say it. */
final class MarginText {
    private MarginText() {}

    static boolean tells(int type) {
        return type >= MarginMovedDecoder.TEMPLATE_ID && type <= MarginTiersSetDecoder.TEMPLATE_ID;
    }

    static String line(int type, DirectBuffer buffer, int at, int length, int version) {
        return switch (type) {
            case MarginMovedDecoder.TEMPLATE_ID -> {
                var event = new MarginMovedDecoder().wrap(buffer, at, length, version);
                yield "margin of " + event.account() + " moved " + event.amountMinor();
            }
            case PositionChangedDecoder.TEMPLATE_ID -> {
                var event = new PositionChangedDecoder().wrap(buffer, at, length, version);
                yield "position of " + event.account() + " " + event.positionLots() + " cost " + event.costMinor()
                        + " realised " + event.realisedMinor();
            }
            case LeverageSetDecoder.TEMPLATE_ID -> {
                var event = new LeverageSetDecoder().wrap(buffer, at, length, version);
                yield "leverage of " + event.account() + " from " + event.oldLeverage() + " to " + event.newLeverage();
            }
            default ->
                "tiers "
                        + new MarginTiersSetDecoder()
                                .wrap(buffer, at, length, version)
                                .tiers();
        };
    }
}
