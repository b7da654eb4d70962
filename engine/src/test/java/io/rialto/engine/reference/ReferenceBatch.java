package io.rialto.engine.reference;

import static io.rialto.engine.reference.ReferenceInstrument.isIn;
import static io.rialto.engine.reference.Refusal.refuseIf;
import static io.rialto.protocol.Reason.*;
import static java.math.BigDecimal.ZERO;

import io.rialto.engine.reference.Command.*;
import io.rialto.protocol.Reason;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** Several operations in one command: each alone through {@code alone}, or all judged before any is done. */
record ReferenceBatch(ReferenceMatching matching, ReferenceTrading trading, Consumer<Command> alone, Judge judge) {

    /** What would be accepted if the funds were there; of a pending leg, if its parent were filled. */
    interface Judge {
        ReferenceOrder judged(NewOrder asked, SpecialTerms terms, boolean isPending);
    }

    /** What an operation that passed will touch: the order it names, the price at which one will stand, its hold. */
    private record Intent(ReferenceOrder named, ReferenceOrder stands, long ticks, BigDecimal hold, String name) {
        boolean wouldMeet(ReferenceOrder other, long otherTicks) {
            if (stands == null || stands.instrument != other.instrument || stands.side == other.side) return false;
            return stands.isBuy ? ticks >= otherTicks : ticks <= otherTicks;
        }
    }

    void replace(ReplaceOrder asked) {
        refuseIf(!isIn(1, asked.mode(), 2), INVALID_COMBINATION);
        check(asked.account(), List.of(asked.replacement()), 1, false);
        Reason notCancelled = tried(new CancelOrder(asked.account(), asked.order()));
        boolean isCancelled = notCancelled == NONE;
        refuseIf(!isCancelled && asked.mode() == 1, 0, notCancelled);
        Reason notPlaced = tried(asked.replacement());
        boolean isPlaced = notPlaced == NONE;
        if (!isCancelled && !isPlaced)
            throw new Refusal(notCancelled, 0).of(0, notCancelled).of(1, notPlaced);
        if (!isCancelled) matching.events.add("OperationRefused", 0, notCancelled);
        if (!isPlaced) matching.events.add("OperationRefused", 1, notPlaced);
    }

    void decide(OrderBatch asked) {
        refuseIf(!isIn(1, asked.mode(), 2), INVALID_COMBINATION);
        check(asked.account(), asked.operations(), 20, true);
        if (asked.mode() == 1) judgeAll(asked.operations());
        for (int i = 0; i < asked.operations().size(); i++) {
            matching.events.add("OperationBegun", i);
            Reason refused = tried(asked.operations().get(i));
            if (refused != NONE) matching.events.add("OperationRefused", i, refused);
        }
    }

    /** What would become of it, said and not done. */
    void test(TestOrder asked) {
        check(asked.account(), List.of(asked.order()), 1, false);
        boolean isPlain = asked.order() instanceof NewOrder;
        NewOrder order = isPlain ? (NewOrder) asked.order() : ((NewSpecialOrder) asked.order()).order();
        SpecialTerms terms = isPlain ? null : ((NewSpecialOrder) asked.order()).terms();
        try {
            foretell(rehearsed(order, terms, 0));
        } catch (Refusal refusal) {
            matching.events.add("OrderTested", 0, 0, 0, 0, 0, asked.account(), refusal.reason);
        }
    }

    /** Why an order would not come in, or NONE. */
    Reason outlook(Command asked) {
        boolean isPlain = asked instanceof NewOrder;
        NewOrder order = isPlain ? (NewOrder) asked : ((NewSpecialOrder) asked).order();
        try {
            ReferenceOrder judged = rehearsed(order, isPlain ? null : ((NewSpecialOrder) asked).terms(), 0);
            BigDecimal hold = trading.isKilled(judged) ? ZERO : matching.holdOf(judged);
            refuseIf(!ReferenceLedger.fits(hold), VALUE_OVERFLOW);
            return hold.compareTo(trading.free(judged)) > 0 ? INSUFFICIENT_FUNDS : marginRefusal(judged);
        } catch (Refusal refusal) {
            return refusal.reason;
        }
    }

    private void foretell(ReferenceOrder order) {
        boolean isKilled = trading.isKilled(order);
        BigDecimal hold = isKilled ? ZERO : matching.holdOf(order);
        refuseIf(!ReferenceLedger.fits(hold), VALUE_OVERFLOW);
        Reason refused = hold.compareTo(trading.free(order)) > 0 ? INSUFFICIENT_FUNDS : marginRefusal(order);
        boolean isFunded = refused == NONE;
        boolean isOpen = !ReferencePhases.collects(order.instrument);
        boolean arrives = !isKilled
                && isFunded
                && isOpen
                && order.waitingHold == null
                && !order.isLost()
                && !ReferenceWaiting.waits(order);
        var fills = !arrives ? List.<Foretold>of() : fillsOf(order);
        BigDecimal fee = sum(fills, Foretold::fee);
        BigDecimal notional = sum(fills, Foretold::notional);
        BigDecimal lots = sum(fills, fill -> BigDecimal.valueOf(fill.lots()));
        var what = List.of(order.priceTicks, hold, fee, lots, notional, order.account);
        matching.events.add("OrderTested", what, refused);
        var terms = matching.control.fees.terms(order.account, order.instrument);
        var rates = List.of(
                terms.maker().movePointRight(7).intValueExact(),
                terms.taker().movePointRight(7).intValueExact());
        var whose = List.of(order.account, order.instrument.number);
        matching.events.add("FeesTested", terms.volume(), terms.perLot(), rates, whose, terms.segment());
        for (var fill : fills) {
            matching.events.add("FillTested", fill.ticks(), fill.lots(), fill.notional(), fill.fee());
        }
    }

    private Reason marginRefusal(ReferenceOrder order) {
        try {
            trading.askMargin(order);
            return NONE;
        } catch (Refusal refusal) {
            return refusal.reason;
        }
    }

    private static BigDecimal sum(List<Foretold> fills, Function<Foretold, BigDecimal> of) {
        return fills.stream().map(of).reduce(ZERO, BigDecimal::add);
    }

    /** What an order would get at one price. */
    private record Foretold(long ticks, long lots, BigDecimal notional, BigDecimal fee) {}

    /** The fills that it would have now, with the taker's fees as if every rebate could be paid. */
    private List<Foretold> fillsOf(ReferenceOrder order) {
        List<Foretold> prices = new ArrayList<>();
        if (order.leastLots() > 0 && matching.fillable(order, matching.events.size()) < order.leastLots())
            return prices;
        var instrument = order.instrument;
        BigDecimal exact = ZERO;
        BigDecimal charged = ZERO;
        for (ReferenceMatching.Meeting meeting : matching.walk(order, matching.events.size() + 1, 1)) {
            if (meeting.isPrevented()) continue;
            long ticks = ReferencePhases.meetsAt(meeting.maker());
            BigDecimal notional = instrument.notional(ticks, meeting.lots());
            boolean isInBase = order.isBuy && !instrument.feesInQuote;
            BigDecimal received = isInBase ? instrument.base(meeting.lots()) : notional;
            var terms = matching.control.fees.terms(order.account, instrument);
            BigDecimal fixed = terms.perLot().multiply(BigDecimal.valueOf(meeting.lots()));
            exact = exact.add(received.multiply(terms.taker()));
            if (instrument.feesInQuote) exact = exact.add(fixed);
            BigDecimal due = ReferenceInstrument.up(exact).subtract(charged);
            BigDecimal fee = order.isBuy ? due : due.min(received);
            charged = ReferenceInstrument.up(exact);
            int last = prices.size() - 1;
            boolean isSame = last >= 0 && prices.get(last).ticks == ticks;
            Foretold before = isSame ? prices.remove(last) : new Foretold(ticks, 0, ZERO, ZERO);
            long lots = before.lots + meeting.lots();
            prices.add(new Foretold(ticks, lots, before.notional.add(notional), before.fee.add(fee)));
        }
        return prices;
    }

    private Reason tried(Command operation) {
        try {
            alone.accept(operation);
            return NONE;
        } catch (Refusal refusal) {
            return refusal.reason;
        }
    }

    /** Orders that hang together: each judged for itself, then what they are to each other. */
    void accept(NewOrderList asked) {
        ReferenceLists.refuseCodes(asked);
        int size = ReferenceLists.size(asked);
        check(asked.account(), asked.legs(), size, size, false);
        List<ReferenceOrder> legs = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            try {
                legs.add(judgedLeg(asked, i, legs));
            } catch (Refusal refusal) {
                throw new Refusal(refusal.reason, 0).of(i, refusal.reason);
            }
        }
        trading.lists().accept(asked, legs);
    }

    private ReferenceOrder judgedLeg(NewOrderList asked, int place, List<ReferenceOrder> before) {
        boolean isPlain = asked.legs().get(place) instanceof NewOrder;
        NewOrder order = isPlain
                ? (NewOrder) asked.legs().get(place)
                : ((NewSpecialOrder) asked.legs().get(place)).order();
        SpecialTerms terms =
                isPlain ? SpecialTerms.PLAIN : ((NewSpecialOrder) asked.legs().get(place)).terms();
        boolean isPending = asked.childPolicy() != 0 && place > 0;
        ReferenceOrder leg = rehearsed(order, terms, place, isPending);
        if (!isPending) leg.judgedHold = trading.isKilled(leg) ? ZERO : matching.holdOf(leg);
        refuseIf(!isPending && !ReferenceLedger.fits(leg.judgedHold), VALUE_OVERFLOW);
        ReferenceLists.refuseLeg(asked, leg, place);
        String name = order.clientOrderId();
        var names = before.stream().map(one -> one.asked.clientOrderId());
        refuseIf(!name.isEmpty() && names.anyMatch(name::equals), DUPLICATE_CLIENT_ORDER_ID);
        return leg;
    }

    private void check(int account, List<Command> parts, int most, boolean mayChange) {
        check(account, parts, 1, most, mayChange);
    }

    private void check(int account, List<Command> parts, int least, int most, boolean mayChange) {
        refuseIf(!matching.owners.containsKey(account), UNKNOWN_ACCOUNT);
        for (int i = 0; i < parts.size(); i++) {
            boolean isOrder = parts.get(i) instanceof NewOrder || parts.get(i) instanceof NewSpecialOrder;
            boolean isChange = parts.get(i) instanceof CancelOrder || parts.get(i) instanceof AmendOrder;
            refuseIf(!isOrder && !(mayChange && isChange), i, PART_NOT_POSSIBLE);
            refuseIf(i >= most, WRONG_NUMBER_OF_PARTS);
        }
        refuseIf(parts.size() < least, WRONG_NUMBER_OF_PARTS);
        for (int i = 0; i < parts.size(); i++) refuseIf(owner(parts.get(i)) != account, i, PART_OF_ANOTHER_ACCOUNT);
    }

    static int owner(Command part) {
        if (part instanceof NewOrder order) return order.account();
        if (part instanceof NewSpecialOrder special) return special.order().account();
        return part instanceof CancelOrder cancel ? cancel.account() : ((AmendOrder) part).account();
    }

    private void judgeAll(List<Command> operations) {
        List<Intent> before = new ArrayList<>();
        for (int i = 0; i < operations.size(); i++) {
            try {
                before.add(judged(operations.get(i), before));
            } catch (Refusal refusal) {
                throw new Refusal(refusal.reason, 0).of(i, refusal.reason);
            }
        }
    }

    private Intent judged(Command operation, List<Intent> before) {
        if (operation instanceof CancelOrder cancel) {
            ReferenceOrder order = trading.find(cancel.account(), cancel.order());
            refuseIf(isTouched(order, before), OPERATIONS_COLLIDE);
            return new Intent(order, null, 0, order.hold.negate(), "");
        }
        if (operation instanceof AmendOrder asked) {
            var amend = rehearsed(asked);
            refuseIf(amend.order().isSpecial || amend.order().instrument.isContract(), NOT_IN_ATOMIC_BATCH);
            refuseIf(isTouched(amend.order(), before), OPERATIONS_COLLIDE);
            return funded(new Intent(amend.order(), amend.order(), amend.ticks(), amend.change(), ""), before);
        }
        boolean isPlain = operation instanceof NewOrder;
        NewOrder asked = isPlain ? (NewOrder) operation : ((NewSpecialOrder) operation).order();
        boolean isPossible = isPlain && asked.orderType() == 1 && asked.postOnly() != 2;
        refuseIf(!isPossible || isForContract(asked), NOT_IN_ATOMIC_BATCH);
        int ahead = (int) before.stream().filter(one -> one.named == null).count();
        ReferenceOrder order = rehearsed(asked, null, ahead);
        String name = asked.clientOrderId();
        boolean isNamed = !name.isEmpty() && before.stream().anyMatch(one -> one.name.equals(name));
        refuseIf(isNamed, DUPLICATE_CLIENT_ORDER_ID);
        BigDecimal hold = order.holdAt(order.priceTicks, order.openLots);
        return funded(new Intent(null, order, order.priceTicks, hold, name), before);
    }

    private boolean isForContract(NewOrder asked) {
        var instruments = matching.control.instruments;
        boolean isKnown = isIn(1, asked.instrument(), instruments.size());
        return isKnown && instruments.get(asked.instrument() - 1).isContract();
    }

    /** Judged as if so many orders stood before it, and nothing is counted. */
    private ReferenceOrder rehearsed(NewOrder asked, SpecialTerms terms, int ordersAhead) {
        return rehearsed(asked, terms, ordersAhead, false);
    }

    private ReferenceOrder rehearsed(NewOrder asked, SpecialTerms terms, int ordersAhead, boolean isPending) {
        matching.isRehearsal = true;
        matching.ordersAhead = ordersAhead;
        try {
            return judge.judged(asked, terms, isPending);
        } finally {
            matching.isRehearsal = false;
            matching.ordersAhead = 0;
        }
    }

    private ReferenceTrading.Amend rehearsed(AmendOrder asked) {
        matching.isRehearsal = true;
        try {
            return trading.judged(asked);
        } finally {
            matching.isRehearsal = false;
        }
    }

    private boolean isTouched(ReferenceOrder order, List<Intent> before) {
        return before.stream()
                .anyMatch(one -> one.named == order || order.isResting && one.wouldMeet(order, order.priceTicks));
    }

    /** With what those before would hold, and give back. */
    private Intent funded(Intent intent, List<Intent> before) {
        ReferenceOrder order = intent.stands;
        refuseIf(before.stream().anyMatch(one -> one.wouldMeet(order, intent.ticks)), OPERATIONS_COLLIDE);
        BigDecimal free = trading.free(order);
        for (Intent one : before) {
            ReferenceOrder its = one.stands == null ? one.named : one.stands;
            if (its.heldAsset == order.heldAsset) free = free.subtract(one.hold);
        }
        refuseIf(intent.hold.compareTo(free) > 0, INSUFFICIENT_FUNDS);
        return intent;
    }
}
