package io.rialto.engine.reference;

import static io.rialto.engine.reference.Refusal.refuseIf;
import static io.rialto.protocol.Reason.*;
import static java.math.BigDecimal.ZERO;

import io.rialto.engine.reference.Command.AmendOrder;
import io.rialto.engine.reference.ReferenceTrading.Amend;
import java.math.BigDecimal;
import java.util.List;

/** Amends of legs by section 15: another quantity is for both legs of an OCO, another price for its leg alone. */
record ReferencePairs(ReferenceMatching matching, ReferenceTrading trading, ReferenceChildren children) {
    private static final int OCO = 1;

    private static ReferenceOrder other(ReferenceOrder leg) {
        List<ReferenceOrder> pair = leg.list.pair();
        return pair.get(0) == leg ? pair.get(1) : pair.get(0);
    }

    /** @param trigger null as a command says it when it stays */
    void refuse(ReferenceOrder leg, long trigger, long ticks, long total) {
        if (leg.list == null) return;
        boolean isResized = total != leg.totalLots;
        if (leg.isParent()) {
            refuseIf(isResized, LEG_CANNOT_CHANGE_SO);
            return;
        }
        boolean isOfPair = leg.list.pair().contains(leg);
        boolean isPaired = isOfPair && !other(leg).isGone;
        refuseIf(!isPaired || trading.lists().isTouched(leg.list), LEG_CANNOT_CHANGE_SO);
        boolean isMoved = trigger != Command.NULL && (leg.trail != null || trigger != leg.stopTicks);
        boolean isRepriced = isMoved || ticks != leg.priceTicks;
        refuseIf(isResized && (leg.list.asked.kind() != OCO || isRepriced), LEG_CANNOT_CHANGE_SO);
        if (isResized) return;
        boolean waits = ReferenceTriggers.isTriggered(leg.asked);
        long start = !waits ? ticks : isMoved ? trigger : start(leg);
        long others = start(other(leg));
        boolean hasBoth = start != Command.NULL && others != Command.NULL;
        boolean isApart = ReferenceLists.isForRise(leg) ? start > others : start < others;
        refuseIf(hasBoth && !isApart, LEGS_COULD_TRADE_TOGETHER);
    }

    /** Where it begins to trade; nowhere for a trail. */
    private static long start(ReferenceOrder leg) {
        if (!ReferenceTriggers.isTriggered(leg.asked)) return leg.priceTicks;
        return leg.trail != null ? leg.terms.triggerTicks() : leg.stopTicks;
    }

    /** The amend was judged but for its funds. */
    void apply(Amend amend) {
        ReferenceOrder leg = amend.order();
        if (leg.list == null || leg.isParent()) {
            trading.askMargin(amend);
            trading.apply(amend);
            return;
        }
        ReferenceOrder fellow = other(leg);
        boolean isResized = amend.total() != leg.totalLots;
        boolean isFellowsToo = isResized && amend.total() != fellow.totalLots;
        Amend fellows = isFellowsToo ? judged(fellow, amend.total()) : unchanged(fellow);
        BigDecimal alone = leg.hold.add(amend.change());
        BigDecimal fellowAlone = fellow.hold.add(fellows.change());
        ReferenceOrder second = leg.list.pair().get(1);
        boolean isSecond = ReferenceTriggers.isTriggered(second.asked);
        boolean isLegSharing = isSecond == (leg == second);
        if (isLegSharing) alone = alone.subtract(fellowAlone).max(ZERO);
        else fellowAlone = fellowAlone.subtract(alone).max(ZERO);
        Amend its = with(amend, alone.subtract(leg.hold));
        fellows = with(fellows, fellowAlone.subtract(fellow.hold));
        BigDecimal more = its.change().add(fellows.change());
        refuseIf(more.compareTo(trading.free(leg)) > 0, INSUFFICIENT_FUNDS);
        trading.askMargin(its);
        if (isFellowsToo) trading.askMargin(fellows);
        leg.allottedLots = amend.total();
        fellow.allottedLots = isResized ? amend.total() : fellow.allottedLots;
        boolean isFirst = its.change().signum() < 0 && fellows.change().signum() > 0;
        if (isFirst) trading.apply(its);
        if (isFellowsToo) trading.apply(fellows);
        else if (fellows.change().signum() != 0) trading.lists().restate(fellow, 0, fellows.change());
        if (!isFirst) trading.apply(its);
    }

    private static Amend with(Amend amend, BigDecimal change) {
        return new Amend(amend.order(), amend.trigger(), amend.ticks(), amend.total(), amend.open(), change);
    }

    private Amend judged(ReferenceOrder fellow, long total) {
        var list = fellow.list;
        fellow.list = null;
        try {
            return trading.judged(new AmendOrder(fellow.account, fellow.number, Command.NULL, total));
        } finally {
            fellow.list = list;
        }
    }

    private Amend unchanged(ReferenceOrder fellow) {
        BigDecimal alone = fellow.isResting ? fellow.hold : children.alone(fellow);
        refuseIf(!ReferenceLedger.fits(alone), VALUE_OVERFLOW);
        return new Amend(
                fellow,
                fellow.stopTicks,
                fellow.priceTicks,
                fellow.totalLots,
                fellow.openLots,
                alone.subtract(fellow.hold));
    }
}
