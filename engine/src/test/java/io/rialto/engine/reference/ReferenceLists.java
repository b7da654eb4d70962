package io.rialto.engine.reference;

import static io.rialto.engine.reference.ReferenceInstrument.isIn;
import static io.rialto.engine.reference.Refusal.refuseIf;
import static io.rialto.protocol.Reason.*;
import static java.math.BigDecimal.ZERO;

import io.rialto.engine.reference.Command.*;
import io.rialto.protocol.*;
import java.math.BigDecimal;
import java.util.*;

/** Orders that hang together, by section 15: what each did is looked at when the command is over. */
final class ReferenceLists {
    private static final int OCO = 1, OTO = 2, OTOCO = 3, OUO = 4, FULL = 1, PARTIAL = 2;
    private static final int HALF_A_FRAME = ReferenceMatching.MAX_EVENTS / 2;

    /** One list; a leg that is gone stays in it. */
    static final class Bound {
        final NewOrderList asked;
        final List<ReferenceOrder> legs;
        final long number;
        boolean hasStarted, isOpen = true;

        Bound(NewOrderList asked, List<ReferenceOrder> legs, long number) {
            this.asked = asked;
            this.legs = legs;
            this.number = number;
        }

        boolean hasParent() {
            return isIn(OTO, asked.kind(), OTOCO);
        }

        ReferenceOrder parent() {
            return legs.get(0);
        }

        List<ReferenceOrder> children() {
            return hasParent() ? legs.subList(1, legs.size()) : List.of();
        }

        /** Two legs that share quantity and hold; none while they wait for their parent. */
        List<ReferenceOrder> pair() {
            if (!hasParent()) return legs;
            return asked.kind() == OTOCO && hasStarted ? children() : List.of();
        }
    }

    private final ReferenceMatching matching;
    private final ReferenceTrading trading;
    private final List<Bound> touched = new ArrayList<>();
    private final ReferenceChildren children;
    final ReferencePairs pairs;
    private long numbers;

    ReferenceLists(ReferenceMatching matching, ReferenceTrading trading) {
        this.matching = matching;
        this.trading = trading;
        children = new ReferenceChildren(matching, trading);
        pairs = new ReferencePairs(matching, trading, children);
        matching.touched = order -> {
            if (order.list != null && !touched.contains(order.list)) touched.add(order.list);
        };
    }

    /** @param legs as they were judged each for itself, by the caller */
    void accept(NewOrderList asked, List<ReferenceOrder> legs) {
        refuseUnfit(asked, legs);
        List<BigDecimal> needs = needs(asked, legs);
        BigDecimal need =
                asked.kind() == OCO || asked.kind() == OUO ? needs.get(0).add(needs.get(1)) : needs.get(0);
        int sharing = sharing(asked, legs);
        refuseIf(need.compareTo(trading.free(legs.get(0))) > 0, Math.max(0, sharing), INSUFFICIENT_FUNDS);
        for (int i = 0; i < legs.size(); i++) askMargin(legs.get(i), i);
        Bound list = new Bound(asked, legs, ++numbers);
        List<ReferenceOrder> comers = new ArrayList<>(legs);
        comers.sort(Comparator.comparing(leg -> !waits(leg)));
        for (ReferenceOrder leg : comers) leg.number = matching.nextNumber();
        long third = legs.size() > 2 ? legs.get(2).number : 0;
        var what = List.of(list.number, legs.get(0).number, legs.get(1).number, third, asked.account());
        var kind = ListKind.get((short) asked.kind());
        var policy = ChildPolicy.get((short) asked.childPolicy());
        int instrument = legs.get(0).instrument.number;
        matching.events.add("OrderListAccepted", what, instrument, kind, policy, asked.childOnPartialCancel());
        for (ReferenceOrder leg : legs) leg.list = list;
        for (ReferenceOrder leg : comers) {
            count(leg);
            trading.comeIn(leg, needs.get(legs.indexOf(leg)));
        }
    }

    /** Each leg for itself. */
    private void askMargin(ReferenceOrder leg, int place) {
        try {
            trading.askMargin(leg);
        } catch (Refusal refusal) {
            throw refusal.of(place, refusal.reason);
        }
    }

    /** It passed its account's limits before; now it counts, whatever its fellows left of them. */
    private void count(ReferenceOrder leg) {
        try {
            matching.control.limits.admit(leg);
        } catch (Refusal passed) {
            leg.isGone = false;
        }
    }

    boolean isTouched(Bound list) {
        return touched.contains(list);
    }

    /** Outside of the book: such legs come in first. */
    private static boolean waits(ReferenceOrder leg) {
        return leg.waitingHold != null || leg.isPending;
    }

    static void refuseCodes(NewOrderList asked) {
        boolean hasParent = isIn(OTO, asked.kind(), OTOCO);
        boolean isKind = isIn(OCO, asked.kind(), OUO) && isIn(0, asked.childOnPartialCancel(), 1);
        boolean isPolicy = hasParent ? isIn(FULL, asked.childPolicy(), PARTIAL) : asked.childPolicy() == 0;
        boolean isEarly = asked.childOnPartialCancel() == 1;
        refuseIf(!isKind || !isPolicy || isEarly && asked.childPolicy() != FULL, INVALID_COMBINATION);
    }

    static int size(NewOrderList asked) {
        return asked.kind() == OTOCO ? 3 : 2;
    }

    /** A leg that the list could not hold together. */
    static void refuseLeg(NewOrderList asked, ReferenceOrder leg, int place) {
        NewOrder order = leg.asked;
        boolean isTriggered = ReferenceTriggers.isTriggered(order);
        boolean lasts = isTriggered || order.orderType() == 1 && !isIn(2, order.timeInForce(), 3);
        boolean isParent = isIn(OTO, asked.kind(), OTOCO) && place == 0;
        boolean mayEndAtOnce = isParent || asked.kind() == OTO && asked.childPolicy() == FULL;
        boolean isUnusual = leg.isIceberg() || leg.isHidden() || leg.leastLots() != 0;
        boolean isPegged = leg.terms.pegReference() != 0;
        boolean isPossible =
                order.quoteAmountMinor() == 0 && order.postOnly() != 2 && !isPegged && !(leg.isPending && isUnusual);
        boolean mayWait = ReferenceWaiting.isForAuction(order) && (order.orderType() == 2 || order.timeInForce() == 7);
        refuseIf(!isPossible || mayWait || !lasts && !mayEndAtOnce, LEG_NOT_POSSIBLE);
    }

    private static void refuseUnfit(NewOrderList asked, List<ReferenceOrder> legs) {
        ReferenceOrder first = legs.get(0);
        for (int i = 1; i < legs.size(); i++) refuseIf(legs.get(i).instrument != first.instrument, i, LEGS_DIFFER);
        boolean isExact = asked.kind() == OTOCO || asked.kind() == OTO && asked.childPolicy() == PARTIAL;
        for (int i = 1; i < legs.size() && isExact; i++) {
            boolean closes = asked.kind() == OTO || legs.get(i).isBuy != first.isBuy;
            refuseIf(!closes || legs.get(i).totalLots != first.totalLots, i, LEGS_DIFFER);
        }
        if (asked.kind() == OTO) return;
        int at = legs.size() - 1;
        ReferenceOrder one = legs.get(at - 1);
        ReferenceOrder other = legs.get(at);
        refuseIf(one.isBuy != other.isBuy || one.totalLots != other.totalLots, at, LEGS_DIFFER);
        ReferenceOrder upper = isForRise(one) ? one : other;
        ReferenceOrder lower = isForRise(one) ? other : one;
        boolean areBothInTheBook =
                !ReferenceTriggers.isTriggered(one.asked) && !ReferenceTriggers.isTriggered(other.asked);
        boolean sameWay = isForRise(one) == isForRise(other);
        boolean isApart = start(upper) == Command.NULL || start(lower) == Command.NULL || start(upper) > start(lower);
        refuseIf(areBothInTheBook || sameWay || !isApart, at, LEGS_COULD_TRADE_TOGETHER);
    }

    /** Whether it trades at prices above those of now. */
    static boolean isForRise(ReferenceOrder leg) {
        return ReferenceTriggers.isTriggered(leg.asked) ? ReferenceTriggers.waitsForRise(leg) : !leg.isBuy;
    }

    private static long start(ReferenceOrder leg) {
        return ReferenceTriggers.isTriggered(leg.asked) ? leg.terms.triggerTicks() : leg.asked.priceTicks();
    }

    /** Of a pair, who holds only what it needs beyond the other; below zero for no pair. */
    private static int sharing(NewOrderList asked, List<ReferenceOrder> legs) {
        if (asked.kind() == OTO || asked.kind() == OTOCO) return -1;
        return ReferenceTriggers.isTriggered(legs.get(1).asked) ? 1 : 0;
    }

    private List<BigDecimal> needs(NewOrderList asked, List<ReferenceOrder> legs) {
        List<BigDecimal> needs = new ArrayList<>();
        for (ReferenceOrder leg : legs) needs.add(leg.isPending ? ZERO : leg.judgedHold);
        int sharing = sharing(asked, legs);
        if (sharing >= 0)
            needs.set(
                    sharing, needs.get(sharing).subtract(needs.get(1 - sharing)).max(ZERO));
        return needs;
    }

    /** All that follows from what legs did; false when the frame has no room for more of it. */
    boolean follow() {
        while (true) {
            matching.times.endAll(); // one list's leg may have interrupted the market
            if (!trading.quotes().follow()) return false;
            if (touched.isEmpty()) return true;
            if (matching.events.size() > HALF_A_FRAME) return false;
            Bound list = touched.remove(0);
            if (list.isOpen) follow(list);
        }
    }

    private void follow(Bound list) {
        for (ReferenceOrder leg : list.legs) {
            boolean isParent = list.hasParent() && leg == list.parent();
            boolean isLost = leg.isBroken || !isParent && leg.isGone && leg.executedLots < leg.allottedLots;
            if (!isLost) continue;
            list.legs.forEach(this::cancel);
            close(list, OTHER_LEG_DONE);
            return;
        }
        if (!list.pair().isEmpty()
                && isDecided(list, list.pair().get(0), list.pair().get(1))) {
            if (list.hasParent()) cancel(list.parent());
            close(list, NONE);
        } else if (list.hasParent()) {
            followParent(list);
        }
    }

    private void cancel(ReferenceOrder leg) {
        if (!leg.isGone) matching.end("OrderCancelled", leg, OTHER_LEG_DONE);
    }

    private void close(Bound list, Reason reason) {
        matching.events.add("OrderListEnded", list.number, list.asked.account(), reason);
        list.isOpen = false;
        list.legs.forEach(leg -> leg.list = null);
    }

    private static long news(ReferenceOrder leg) {
        return leg.executedLots - leg.followedLots;
    }

    private boolean isDecided(Bound list, ReferenceOrder one, ReferenceOrder other) {
        if (one.isElected || other.isElected) {
            boolean isOne = one.isElected || news(one) > 0;
            choose(isOne ? one : other, isOne ? other : one);
            return true;
        }
        boolean isDecided = false;
        for (ReferenceOrder acted : List.of(one, other)) {
            ReferenceOrder follower = acted == one ? other : one;
            long lots = news(acted);
            if (lots == 0) continue;
            acted.followedLots = acted.executedLots;
            if (list.asked.kind() == OCO || follower.isGone) cancel(follower);
            else shrink(follower, lots, acted);
            isDecided |= follower.isGone;
        }
        return isDecided;
    }

    private void choose(ReferenceOrder chosen, ReferenceOrder other) {
        if (!chosen.isGone && news(other) > 0) shrink(chosen, news(other), other);
        if (other.isGone) return;
        BigDecimal freed = other.hold;
        cancel(other);
        if (chosen.isGone || !chosen.isElected) return;
        BigDecimal taken = children.alone(chosen).subtract(chosen.hold).min(freed);
        if (taken.signum() > 0) restate(chosen, 0, taken);
    }

    /** A leg outside of the book gets smaller by what the other executed. */
    private void shrink(ReferenceOrder leg, long lots, ReferenceOrder other) {
        leg.allottedLots -= lots;
        if (lots >= leg.openLots) {
            leg.allottedLots = Math.min(leg.allottedLots, leg.executedLots);
            cancel(leg);
            return;
        }
        leg.openLots -= lots;
        BigDecimal shared = other.isGone ? ZERO : other.hold;
        BigDecimal hold = children.alone(leg).subtract(shared).max(ZERO).min(leg.hold);
        leg.openLots += lots;
        restate(leg, lots, hold.subtract(leg.hold));
    }

    void restate(ReferenceOrder leg, long lessLots, BigDecimal change) {
        leg.version++;
        long open = leg.openLots - lessLots;
        long total = leg.totalLots - lessLots;
        var old = List.of(leg.number, leg.priceTicks, leg.priceTicks, leg.openLots, open, total, change, leg.account);
        matching.events.add("OrderAmended", old, leg.instrument.number, leg.version, leg.side, 1);
        leg.openLots = open;
        leg.totalLots = total;
        matching.hold(leg, change);
    }

    private void followParent(Bound list) {
        ReferenceOrder parent = list.parent();
        boolean isChildDone = list.asked.kind() == OTO && list.hasStarted && list.legs.get(1).isGone;
        if (isChildDone) {
            cancel(parent);
            close(list, NONE);
            return;
        }
        // What a child that starts does to its parent is looked at after this.
        boolean isOver = parent.isGone;
        long due = due(list);
        if (due > 0) {
            parent.followedLots = parent.executedLots;
            Reason refusal = list.hasStarted ? grow(list, due) : start(list, due);
            list.hasStarted = true;
            if (refusal != NONE) {
                close(list, refusal);
                return;
            }
        }
        if (!isOver) return;
        if (!list.hasStarted) {
            for (ReferenceOrder child : list.children()) {
                if (!child.isGone) matching.end("OrderExpired", child, PARENT_NOT_FILLED);
            }
            close(list, PARENT_NOT_FILLED);
        } else if (list.asked.kind() == OTO) {
            close(list, NONE);
        }
    }

    private static long due(Bound list) {
        ReferenceOrder parent = list.parent();
        if (list.asked.childPolicy() == PARTIAL) return news(parent);
        if (!parent.isGone || news(parent) == 0) return 0;
        long asked = list.legs.get(1).totalLots;
        if (parent.executedLots >= parent.allottedLots) return asked;
        return list.asked.childOnPartialCancel() == 1 ? Math.min(asked, parent.executedLots) : 0;
    }

    private Reason start(Bound list, long lots) {
        List<ReferenceOrder> starters = list.children();
        Map<ReferenceOrder, Reason> refusals = new HashMap<>();
        Map<ReferenceOrder, BigDecimal> holds = new HashMap<>();
        for (ReferenceOrder child : starters) {
            refusals.put(child, NONE);
            holds.put(child, ZERO);
            try {
                holds.put(child, children.judgedAnew(child, lots));
            } catch (Refusal refusal) {
                refusals.put(child, refusal.reason);
            }
        }
        boolean isPair = starters.size() == 2 && refusals.values().stream().allMatch(reason -> reason == NONE);
        if (isPair) {
            boolean isSecond = ReferenceTriggers.isTriggered(starters.get(1).asked);
            ReferenceOrder sharing = starters.get(isSecond ? 1 : 0);
            BigDecimal others = holds.get(starters.get(isSecond ? 0 : 1));
            holds.put(sharing, holds.get(sharing).subtract(others).max(ZERO));
            boolean isPoor = holds.get(sharing).add(others).compareTo(trading.free(sharing)) > 0;
            if (isPoor) starters.forEach(child -> refusals.put(child, INSUFFICIENT_FUNDS));
        } else {
            for (ReferenceOrder child : starters) {
                boolean isPoor = holds.get(child).compareTo(trading.free(child)) > 0;
                if (refusals.get(child) == NONE && isPoor) refusals.put(child, INSUFFICIENT_FUNDS);
            }
        }
        Reason first = NONE;
        for (ReferenceOrder child : starters) {
            if (refusals.get(child) == NONE) continue;
            if (first == NONE) first = refusals.get(child);
            refuse(list, child, refusals.get(child));
            matching.end("OrderExpired", child, refusals.get(child));
        }
        for (boolean isTriggered : List.of(true, false)) {
            for (ReferenceOrder child : starters) {
                if (ReferenceTriggers.isTriggered(child.asked) != isTriggered || refusals.get(child) != NONE) continue;
                int leg = list.legs.indexOf(child);
                child.allottedLots = lots;
                children.wake(child, lots, holds.get(child), list.number, leg);
            }
        }
        return first;
    }

    private void refuse(Bound list, ReferenceOrder child, Reason reason) {
        int leg = list.legs.indexOf(child);
        var what = List.of(list.number, child.number, child.account, child.instrument.number);
        matching.events.add("LegRefused", what, reason, leg);
    }

    /** As an amend of its total that nobody but the list can ask for. */
    private Reason grow(Bound list, long lots) {
        for (ReferenceOrder child : list.children()) {
            if (child.isGone) continue;
            ReferenceOrder other = null;
            for (ReferenceOrder one : list.children()) if (one != child && !one.isGone && one.isResting) other = one;
            boolean isParked = matching.parked.contains(child);
            try {
                children.enlarge(child, lots, isParked && other != null ? other.hold : ZERO);
                child.allottedLots += lots;
            } catch (Refusal refusal) {
                refuse(list, child, refusal.reason);
            }
        }
        return NONE;
    }
}
