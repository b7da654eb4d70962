package io.rialto.engine.rules;

import io.rialto.protocol.ContractExpiredDecoder;
import io.rialto.protocol.ContractSettledDecoder;
import io.rialto.protocol.PositionSettledDecoder;
import org.agrona.DirectBuffer;

/** How a future ends, as a trader would say it. */
final class ExpiryText {
    private ExpiryText() {}

    static boolean tells(int type) {
        return type >= ContractExpiredDecoder.TEMPLATE_ID && type <= ContractSettledDecoder.TEMPLATE_ID;
    }

    static String line(int type, DirectBuffer buffer, int at, int length, int version) {
        return switch (type) {
            case ContractExpiredDecoder.TEMPLATE_ID ->
                "expired at "
                        + new ContractExpiredDecoder()
                                .wrap(buffer, at, length, version)
                                .expiryNanos();
            case PositionSettledDecoder.TEMPLATE_ID -> {
                var event = new PositionSettledDecoder().wrap(buffer, at, length, version);
                yield "settled " + event.closedLots() + " of " + event.account() + " at " + event.priceTicks()
                        + " realised " + event.realisedMinor();
            }
            default -> {
                var event = new ContractSettledDecoder().wrap(buffer, at, length, version);
                yield "contract settled at " + event.priceTicks() + " closed " + event.closedLots();
            }
        };
    }
}
