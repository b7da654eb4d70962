package io.rialto.engine.reference;

import static io.rialto.engine.reference.Refusal.refuseIf;
import static io.rialto.protocol.Reason.*;

import io.rialto.engine.reference.Command.NewOrder;
import io.rialto.protocol.CallKind;
import io.rialto.protocol.Phase;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The rulebook's table of phases, row by row. */
final class ReferencePhases {
    private static final Set<Phase> BUT_POST_CLOSE =
            Set.of(Phase.CONTINUOUS, Phase.PRE_OPEN, Phase.CALL, Phase.CANCEL_ONLY, Phase.HALT, Phase.CLOSED);
    private static final Map<Phase, Set<Phase>> WAYS = Map.of(
            Phase.CONTINUOUS,
            Set.of(Phase.PRE_OPEN, Phase.CALL, Phase.CANCEL_ONLY, Phase.HALT, Phase.CLOSED, Phase.POST_CLOSE),
            Phase.PRE_OPEN,
            BUT_POST_CLOSE,
            Phase.CALL,
            Set.of(Phase.CONTINUOUS, Phase.CANCEL_ONLY, Phase.HALT, Phase.POST_CLOSE, Phase.CLOSED),
            Phase.CANCEL_ONLY,
            BUT_POST_CLOSE,
            Phase.HALT,
            BUT_POST_CLOSE,
            Phase.CLOSED,
            BUT_POST_CLOSE,
            Phase.POST_CLOSE,
            Set.of(Phase.CANCEL_ONLY, Phase.HALT, Phase.CLOSED));

    private ReferencePhases() {}

    static void checkWay(Phase from, int to) {
        refuseIf(from.value() == to, WOULD_CHANGE_NOTHING);
        boolean leads = WAYS.get(from).stream().anyMatch(phase -> phase.value() == to);
        refuseIf(!leads, PHASE_NOT_POSSIBLE);
    }

    static boolean collects(ReferenceInstrument instrument) {
        return instrument.session.phase == Phase.PRE_OPEN || instrument.session.phase == Phase.CALL;
    }

    static void checkNew(ReferenceInstrument instrument, ReferenceOrder order) {
        NewOrder asked = order.asked;
        ReferenceSession session = instrument.session;
        int until = asked.timeInForce();
        boolean isMarket = asked.orderType() == 2 || asked.orderType() == 3;
        boolean needsContinuous = isMarket || List.of(2, 3, 9).contains(until);
        boolean isAtOpen = until == 6;
        boolean isAtClose = until == 7;
        boolean isForAuction = until == 8;
        switch (session.phase) {
            case CONTINUOUS -> {
                refuseIf(isAtOpen || isForAuction, AUCTION_NOT_RUNNING);
                if (isAtClose) ReferenceWaiting.check(order);
            }
            case CANCEL_ONLY -> refuseIf(true, CANCELS_ONLY);
            case HALT -> refuseIf(true, MARKET_HALTED);
            case CLOSED -> refuseIf(true, MARKET_CLOSED);
            case POST_CLOSE -> {
                refuseIf(isAtOpen || isAtClose || isForAuction, AUCTION_NOT_RUNNING);
                refuseIf(needsContinuous || asked.orderType() != 1, NEEDS_CONTINUOUS_TRADING);
                refuseIf(asked.priceTicks() != session.closingTicks, NOT_AT_CLOSING_PRICE);
            }
            default -> {
                boolean isCall = session.phase == Phase.CALL;
                refuseIf(isAtOpen && isCall && session.kind != CallKind.OPENING, AUCTION_NOT_RUNNING);
                refuseIf(isForAuction && !isCall, AUCTION_NOT_RUNNING);
                boolean waits = isAtOpen || isAtClose || isForAuction;
                if (waits) ReferenceWaiting.check(order);
                refuseIf(needsContinuous && !waits, NEEDS_CONTINUOUS_TRADING);
                refuseIf(asked.postOnly() != 0, POST_ONLY_IN_CALL);
            }
        }
    }

    /** @param isLess nothing changes but that there is less of it */
    static void checkAmend(ReferenceInstrument instrument, boolean isLess) {
        refuseIf(instrument.session.phase == Phase.HALT, MARKET_HALTED);
        refuseIf(instrument.session.phase == Phase.CLOSED, MARKET_CLOSED);
        refuseIf(instrument.session.phase == Phase.CANCEL_ONLY && !isLess, CANCELS_ONLY);
    }

    static void checkPrice(ReferenceInstrument instrument, long fromTicks, long toTicks) {
        boolean isOther = toTicks != fromTicks && toTicks != instrument.session.closingTicks;
        refuseIf(instrument.session.phase == Phase.POST_CLOSE && isOther, NOT_AT_CLOSING_PRICE);
    }

    /** At the maker's price; after the close, at the closing price. */
    static long meetsAt(ReferenceOrder maker) {
        ReferenceSession session = maker.instrument.session;
        return session.phase == Phase.POST_CLOSE ? session.closingTicks : maker.priceTicks;
    }

    /** Nothing while orders are collected; after the close both have to reach the closing price. */
    static boolean reaches(ReferenceOrder taker, ReferenceOrder maker) {
        ReferenceSession session = maker.instrument.session;
        if (collects(maker.instrument)) return false;
        if (session.phase != Phase.POST_CLOSE) return taker.crosses(maker.priceTicks);
        return taker.crosses(session.closingTicks) && maker.crosses(session.closingTicks);
    }
}
