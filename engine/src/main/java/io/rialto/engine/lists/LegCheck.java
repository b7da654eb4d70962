package io.rialto.engine.lists;

import io.rialto.engine.batch.RefusedOperations;
import io.rialto.protocol.Reason;

/** Whether legs that are possible each for itself can hang together so. */
final class LegCheck {
    private final RefusedOperations refusals;

    LegCheck(RefusedOperations refusals) {
        this.refusals = refusals;
    }

    /** A single leg, by what it is in the list. */
    static boolean isPossible(LegTerms leg, int place, byte kind, byte policy) {
        if (!leg.isPossible) return false;
        boolean isParent = OrderList.hasParent(kind) && place == OrderList.PARENT;
        if (isParent) return true;
        // A child may start with a part of its quantity, which its peak or its least quantity would not fit.
        if (OrderList.hasParent(kind) && leg.isUnusual) return false;
        boolean isOfPair = kind != OrderList.OTO;
        return leg.lasts() || !isOfPair && policy == OrderList.FULL;
    }

    Reason check(LegTerms[] legs, byte kind, byte policy) {
        for (int leg = 1; leg < OrderList.legsOf(kind); leg++) {
            if (legs[leg].instrument != legs[0].instrument) return refusals.because(leg, Reason.LEGS_DIFFER);
        }
        if (kind == OrderList.OTO) return checkChild(legs[0], legs[1], policy);
        if (kind != OrderList.OTOCO) return checkPair(legs[0], legs[1], 1);
        for (int leg = 1; leg <= 2; leg++) {
            boolean closes = legs[leg].buys != legs[0].buys && legs[leg].quantityLots == legs[0].quantityLots;
            if (!closes) return refusals.because(leg, Reason.LEGS_DIFFER);
        }
        return checkPair(legs[1], legs[2], 2);
    }

    private Reason checkChild(LegTerms parent, LegTerms child, byte policy) {
        boolean differs = policy == OrderList.PARTIAL && child.quantityLots != parent.quantityLots;
        return differs ? refusals.because(1, Reason.LEGS_DIFFER) : Reason.NONE;
    }

    private Reason checkPair(LegTerms one, LegTerms other, int place) {
        boolean differs = one.buys != other.buys || one.quantityLots != other.quantityLots;
        if (differs) return refusals.because(place, Reason.LEGS_DIFFER);
        return couldTradeTogether(one, other) ? refusals.because(place, Reason.LEGS_COULD_TRADE_TOGETHER) : Reason.NONE;
    }

    /** One leg has to be for a higher price, and the other for a lower one; at most one of them stands in the book. */
    static boolean couldTradeTogether(LegTerms one, LegTerms other) {
        if (!one.isTriggered && !other.isTriggered || one.isAbove() == other.isAbove()) return true;
        if (!one.hasStart() || !other.hasStart()) return false;
        long above = one.isAbove() ? one.startsAtTicks() : other.startsAtTicks();
        long below = one.isAbove() ? other.startsAtTicks() : one.startsAtTicks();
        return above <= below;
    }
}
