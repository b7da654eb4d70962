package io.rialto.engine.rules;

import io.rialto.protocol.AuctionIndicatedDecoder;
import io.rialto.protocol.AuctionUncrossedDecoder;
import io.rialto.protocol.CallExtendedDecoder;
import io.rialto.protocol.CallStartedDecoder;
import io.rialto.protocol.OrderParkedDecoder;
import io.rialto.protocol.OwnTradeFlaggedDecoder;
import io.rialto.protocol.PhaseChangedDecoder;
import io.rialto.protocol.SeedRevealedDecoder;
import io.rialto.protocol.Side;
import java.util.Locale;
import org.agrona.DirectBuffer;

/** The events of phases and auctions, as a trader would say them. */
final class AuctionText {
    private AuctionText() {}

    static boolean tells(int type) {
        return type == PhaseChangedDecoder.TEMPLATE_ID
                || type == OrderParkedDecoder.TEMPLATE_ID
                || type >= CallStartedDecoder.TEMPLATE_ID && type <= OwnTradeFlaggedDecoder.TEMPLATE_ID;
    }

    static String line(int type, DirectBuffer buffer, int at, int length, int version) {
        return switch (type) {
            case PhaseChangedDecoder.TEMPLATE_ID -> {
                PhaseChangedDecoder event = new PhaseChangedDecoder().wrap(buffer, at, length, version);
                String planned = event.plannedNanos() == 0 ? "" : " planned " + event.plannedNanos();
                yield "phase " + event.oldPhase() + " to " + event.newPhase() + planned;
            }
            case OrderParkedDecoder.TEMPLATE_ID -> {
                OrderParkedDecoder event = new OrderParkedDecoder().wrap(buffer, at, length, version);
                yield "parked #" + (event.order() >>> 27) + " for " + event.parking();
            }
            case CallStartedDecoder.TEMPLATE_ID -> {
                CallStartedDecoder event = new CallStartedDecoder().wrap(buffer, at, length, version);
                yield "call " + event.kind() + " then " + event.next()
                        + (event.earliestNanos() == 0 ? "" : " until " + event.earliestNanos())
                        + (event.windowNanos() == 0 ? "" : " plus up to " + event.windowNanos());
            }
            case AuctionIndicatedDecoder.TEMPLATE_ID -> {
                AuctionIndicatedDecoder event = new AuctionIndicatedDecoder().wrap(buffer, at, length, version);
                yield "indicated " + event.volumeLots() + "@" + event.priceTicks()
                        + surplus(event.imbalanceLots(), event.imbalanceSide());
            }
            case AuctionUncrossedDecoder.TEMPLATE_ID -> {
                AuctionUncrossedDecoder event = new AuctionUncrossedDecoder().wrap(buffer, at, length, version);
                yield "uncrossed " + event.kind() + " " + event.volumeLots() + "@" + event.priceTicks()
                        + surplus(event.imbalanceLots(), event.imbalanceSide()) + " reference "
                        + event.referenceTicks();
            }
            case CallExtendedDecoder.TEMPLATE_ID -> {
                CallExtendedDecoder event = new CallExtendedDecoder().wrap(buffer, at, length, version);
                yield "extended at " + event.priceTicks() + " until " + event.untilNanos();
            }
            case OwnTradeFlaggedDecoder.TEMPLATE_ID -> {
                OwnTradeFlaggedDecoder event = new OwnTradeFlaggedDecoder().wrap(buffer, at, length, version);
                yield "own trade " + event.trade() + " #" + (event.makerOrder() >>> 27) + "|#"
                        + (event.takerOrder() >>> 27);
            }
            default -> {
                SeedRevealedDecoder event = new SeedRevealedDecoder().wrap(buffer, at, length, version);
                yield "seed " + event.seedHigh() + " " + event.seedLow() + " ends " + event.endNanos();
            }
        };
    }

    private static String surplus(long lots, Side side) {
        return lots == 0 ? "" : " " + side.name().toLowerCase(Locale.ROOT) + "s left " + lots;
    }
}
