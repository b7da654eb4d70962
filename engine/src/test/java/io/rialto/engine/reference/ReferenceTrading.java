package io.rialto.engine.reference;

import static io.rialto.engine.reference.ReferenceInstrument.isIn;
import static io.rialto.engine.reference.ReferenceLedger.fits;
import static io.rialto.engine.reference.Refusal.refuseIf;
import static io.rialto.protocol.Reason.*;
import static java.math.BigDecimal.*;

import io.rialto.engine.reference.Command.*;
import io.rialto.protocol.*;
import java.math.BigDecimal;
import java.util.*;

/** Orders in, amended and out: the checks in their order, then the matching. */
final class ReferenceTrading {
    private final ReferenceMatching matching;
    private final ReferenceTriggers triggers;
    private final ReferencePegs pegs;
    private final ReferenceLists lists;
    private final ReferenceQuotes quotes;

    ReferenceTrading(ReferenceMatching matching, List<ReferenceInstrument> instruments) {
        this.matching = matching;
        triggers = new ReferenceTriggers(matching, this, instruments);
        lists = new ReferenceLists(matching, this);
        quotes = new ReferenceQuotes(matching, this);
        matching.control.elections = triggers::follow;
        pegs = new ReferencePegs(matching);
        matching.control.pegs = pegs;
    }

    ReferenceQuotes quotes() {
        return quotes;
    }

    ReferenceLists lists() {
        return lists;
    }

    /** What follows from fills and ends, before anybody who was elected arrives. */
    boolean follow() {
        return matching.positions.follow(lists);
    }

    ReferenceTriggers triggers() {
        return triggers;
    }

    /** @param terms null for a plain order, which is told in fewer words */
    void submit(
            NewOrder asked,
            SpecialTerms terms,
            SelfTradePrevention setting,
            ReferenceInstrument instrument,
            long sequence) {
        enter(judged(asked, terms, setting, instrument, sequence, false));
    }

    /** An order that was judged comes in, if the funds are there. */
    void enter(ReferenceOrder order) {
        BigDecimal need = isKilled(order) ? ZERO : matching.holdOf(order);
        refuseIf(!fits(need), VALUE_OVERFLOW);
        refuseIf(need.compareTo(free(order)) > 0, INSUFFICIENT_FUNDS);
        askMargin(order);
        order.number = matching.nextNumber();
        comeIn(order, need);
    }

    /** An order that comes in, if it could trade at once. */
    void askMargin(ReferenceOrder order) {
        boolean waits = order.waitingHold != null || order.isPending || order.isLost();
        if (!waits && !isKilled(order)) matching.margin.ask(order, order.priceTicks, order.openLots);
    }

    /** An open order that is to go on otherwise. */
    void askMargin(Amend amend) {
        ReferenceOrder order = amend.order;
        if (!order.isResting) return;
        boolean isReducing = order.isReduceOnly();
        long lots = isReducing ? matching.positions.kept(order, amend.ticks, amend.open) : amend.open;
        matching.margin.ask(order, amend.ticks, lots);
    }

    /** An order with a number is accepted, and goes where it has to. */
    void comeIn(ReferenceOrder order, BigDecimal need) {
        boolean isKilled = isKilled(order);
        matching.hold(order, need);
        accept(order, need);
        if (order.isSpecial) tell(order);
        matching.positions.cutTo(order, order.totalLots, order.openLots);
        if (order.isPegged()) pegs.accepted(order);
        if (order.isPending) park(order);
        else if (order.waitingHold != null) triggers.park(order);
        else if (order.isPegged() && order.priceTicks == 0) pegs.park(order);
        else if (ReferenceWaiting.waits(order)) matching.waiting.park(order);
        else if (isKilled) matching.end("OrderExpired", order, FILL_OR_KILL);
        else matching.arrive(order);
    }

    private void park(ReferenceOrder order) {
        matching.times.park(order);
        matching.events.add(
                "OrderParked", order.number, order.account, order.instrument.number, Parking.PARENT, order.side);
    }

    BigDecimal free(ReferenceOrder order) {
        BigDecimal held = matching.ledger.held(order.account, order.heldAsset);
        return matching.ledger.total(order.account, order.heldAsset).subtract(held);
    }

    boolean isKilled(ReferenceOrder order) {
        int said = matching.events.size() + (order.isSpecial ? 2 : 1) + (order.openLots < order.totalLots ? 1 : 0);
        return order.waitingHold == null && order.asked.timeInForce() == 3 && !matching.canFillWhole(order, said);
    }

    private void accept(ReferenceOrder order, BigDecimal hold) {
        NewOrder asked = order.asked;
        int number = order.instrument.number;
        var what = List.of(order.number, order.priceTicks, order.totalLots, hold, order.account, number);
        var type = OrderType.get((short) asked.orderType());
        var timeInForce = TimeInForce.get((short) asked.timeInForce());
        var postOnly = PostOnly.get((short) asked.postOnly());
        matching.events.add("OrderAccepted", what, order.side, type, timeInForce, postOnly, order.mode);
    }

    private void judgePeg(ReferenceOrder order) {
        refuseIf(order.priceTicks < 0, PRICE_NOT_POSITIVE);
        order.priceTicks = pegs.target(order);
        long limit = order.asked.priceTicks();
        checkTerms(limit != 0 ? limit : order.priceTicks, order.openLots, order.instrument);
        matching.control.limits.admit(order);
        reduce(order);
    }

    /** It comes in with as much as there is to reduce for it. */
    private void reduce(ReferenceOrder order) {
        if (order.isReduceOnly()) order.openLots = matching.positions.kept(order, order.priceTicks, order.openLots);
    }

    /** All that an order has to be, but funded. */
    ReferenceOrder judged(
            NewOrder asked,
            SpecialTerms terms,
            SelfTradePrevention setting,
            ReferenceInstrument instrument,
            long sequence,
            boolean isPending) {
        String id = asked.clientOrderId();
        var own = matching.open().stream().filter(open -> open.account == asked.account());
        refuseIf(
                !id.isEmpty() && own.anyMatch(open -> open.asked.clientOrderId().equals(id)),
                DUPLICATE_CLIENT_ORDER_ID);
        boolean isTriggered = terms != null && ReferenceTriggers.isTriggered(asked);
        boolean isPegged = terms != null && asked.orderType() == 10;
        boolean isToLimit = terms != null && asked.orderType() == 3;
        refuseIf(
                !ReferenceShapes.areCodes(asked, isTriggered, isPegged || isToLimit, terms != null),
                INVALID_COMBINATION);
        if (!isTriggered) ReferenceShapes.refuseFields(asked, isPegged, isToLimit);
        refuseIf(terms != null && !ReferenceShapes.areCodes(terms), INVALID_COMBINATION);
        if (terms != null) ReferenceTriggers.refuseImpossible(asked, terms);
        refuseIf(isToLimit && isIn(2, asked.timeInForce(), 3), MARKET_TO_LIMIT_MUST_REST);
        boolean isReducing = terms != null && terms.reduceOnly() == 1;
        refuseIf(isReducing && asked.quoteAmountMinor() != 0, REDUCE_ONLY_WITH_QUOTE_AMOUNT);
        if (terms != null) ReferenceShapes.refuseTerms(asked, terms);
        int code = asked.selfTradePrevention();
        var mode = code == 0 ? setting : SelfTradePrevention.get((short) code);
        ReferenceOrder order = new ReferenceOrder(asked, terms, instrument, mode);
        order.acceptedSequence = sequence;
        order.by = matching.caller;
        order.isPending = isPending;
        matching.contracts.admit(order);
        judgeNumbers(order, true);
        return order;
    }

    /** By the market as it stands; of one that waits for another order, only what no market can change. */
    void judgeNumbers(ReferenceOrder order, boolean isLimited) {
        var instrument = order.instrument;
        matching.control.checkState(order.account, instrument, false);
        ReferenceDisplay.check(order);
        ReferencePhases.checkNew(instrument, order);
        boolean isOver = order.asked.timeInForce() == 5 && order.terms.expireTimeNanos() <= matching.nowNanos;
        refuseIf(isOver, EXPIRE_TIME_PASSED);
        boolean isTriggered = order.isSpecial && ReferenceTriggers.isTriggered(order.asked);
        if (order.isPegged()) {
            judgePeg(order);
            return;
        }
        if (isTriggered) {
            triggers.checkNumbers(order, order.terms.triggerTicks(), order.priceTicks, order.openLots);
        } else {
            refuseIf(!order.isMarket && order.priceTicks <= 0, PRICE_NOT_POSITIVE);
            if (order.isMarket && !order.isPending) order.priceTicks = collarOf(order);
            else checkTerms(order.priceTicks, order.openLots, instrument);
        }
        if (isLimited) matching.control.limits.admit(order);
        if (order.isPending) {
            refuseIf(order.isReduceOnly() && !ReferencePositions.areTracked(instrument), REDUCE_ONLY_NOT_TRACKED);
            return;
        }
        if (isTriggered) order.waitingHold = triggers.admit(order);
        else if (order.asked.postOnly() != 0 && wouldTake(order, order.priceTicks)) order.priceTicks = slide(order);
        if (!isTriggered) reduce(order);
        new ReferenceRemainder(matching).bound(order);
    }

    private void tell(ReferenceOrder order) {
        SpecialTerms t = order.terms;
        var prices = List.of(order.number, t.triggerTicks(), t.activationTicks(), t.trailingTicks());
        var sizes = List.of(t.displayLots(), t.displayRangeLots(), t.minQuantityLots());
        var others = List.of(t.pegOffsetTicks(), t.expireTimeNanos(), t.trailingBps());
        var codes = List.of(TriggerSource.get((short) (order.stopsAt() ? order.source() : 0)), PegReference.get((short)
                t.pegReference()));
        var flags = List.of(t.hidden(), t.allOrNone(), t.reduceOnly(), t.exempt());
        matching.events.add("SpecialTermsAccepted", prices, sizes, others, codes, flags);
    }

    /** At a price of 0, that is none, there is no value to check. */
    void checkTerms(long ticks, long lots, ReferenceInstrument instrument) {
        refuseIf(lots < instrument.terms.minLots(), QUANTITY_BELOW_MINIMUM);
        refuseIf(lots > instrument.terms.maxLots(), QUANTITY_ABOVE_MAXIMUM);
        BigDecimal missing = valueOf(instrument.terms.minNotional()).subtract(instrument.notional(ticks, lots));
        refuseIf(ticks != 0 && missing.signum() > 0, NOTIONAL_BELOW_MINIMUM);
        refuseIf(
                ticks != 0 && !fits(instrument.cost(ticks, lots, ZERO)) || !fits(instrument.base(lots)),
                VALUE_OVERFLOW);
    }

    /** How far a market order may go, 0 for any price. */
    private long collarOf(ReferenceOrder order) {
        var instrument = order.instrument;
        long ticks = matching.referenceTicks(order);
        if (order.isByAmount) {
            refuseIf(order.isBuy && instrument.perLot().signum() > 0, QUOTE_AMOUNT_NOT_POSSIBLE);
            refuseIf(order.amountLeft.signum() < 0, INVALID_AMOUNT);
            refuseIf(order.asked.quoteAmountMinor() < instrument.terms.minNotional(), NOTIONAL_BELOW_MINIMUM);
        } else checkTerms(ticks, order.openLots, instrument);
        boolean isForAuction = ReferenceWaiting.isForAuction(order.asked);
        return isForAuction ? ReferenceWaiting.protection(order, ticks) : collar(order);
    }

    /** The same of an order whose size was checked before. */
    long collar(ReferenceOrder order) {
        var instrument = order.instrument;
        long ticks = matching.referenceTicks(order);
        boolean hasCollar = instrument.terms.collarTicks() != Command.NULL;
        refuseIf(hasCollar && ticks == 0 && instrument.terms.marketRemainder() == 2, NO_REFERENCE_PRICE);
        if (!hasCollar || ticks == 0) return 0;
        BigDecimal width = valueOf(instrument.terms.collarTicks());
        BigDecimal collar = valueOf(ticks).add(order.isBuy ? width : width.negate());
        refuseIf(!fits(collar), VALUE_OVERFLOW);
        return collar.max(ONE).longValue();
    }

    private boolean wouldTake(ReferenceOrder order, long ticks) {
        long best = matching.bestTicks(order.instrument, order.opposite);
        return best != 0 && (order.isBuy ? ticks >= best : ticks <= best);
    }

    /** To one tick short of the best opposite price. */
    private long slide(ReferenceOrder order) {
        long slid = matching.bestTicks(order.instrument, order.opposite) + (order.isBuy ? -1 : 1);
        refuseIf(order.asked.postOnly() == 1 || slid <= 0, POST_ONLY_WOULD_TAKE);
        checkTerms(slid, order.openLots, order.instrument);
        matching.control.limits.checkBand(order, slid);
        return slid;
    }

    void cancel(CancelOrder asked) {
        matching.end("OrderCancelled", find(asked.account(), asked.order()), REQUESTED_BY_OWNER);
    }

    void cancelAll(CancelAll asked) {
        refuseIf(asked.side() != 255 && !isIn(1, asked.side(), 2), INVALID_COMBINATION);
        List<ReferenceOrder> own = new ArrayList<>(matching.open());
        own.removeIf(order -> order.account != asked.account());
        own.removeIf(order -> asked.instrument() != 0 && order.instrument.number != asked.instrument());
        own.removeIf(order -> asked.side() != 255 && order.side.value() != asked.side());
        own.sort(Comparator.comparingLong(order -> order.number));
        int cancelled = Math.min(own.size(), ReferenceMatching.MAX_EVENTS - 1);
        own.subList(0, cancelled).forEach(order -> matching.end("OrderCancelled", order, MASS_CANCEL));
        matching.events.add("MassCancelled", asked.account(), cancelled, own.size() - cancelled);
    }

    /** An order, and on what terms it is to go on. */
    record Amend(ReferenceOrder order, long trigger, long ticks, long total, long open, BigDecimal change) {
        /** Of what trails its owner has no trigger to give; a trade of its fellow may have moved it since. */
        boolean isMoved() {
            return order.trail == null && trigger != order.stopTicks;
        }
    }

    void amend(AmendOrder asked) {
        lists.pairs.apply(judged(asked));
    }

    void amend(AmendTrigger asked) {
        ReferenceOrder order = find(asked.account(), asked.order());
        refuseIf(order.isPegged() || order.waitsForAuction, NOT_WAITING_FOR_TRIGGER);
        lists.pairs.apply(triggers.judged(order, asked.triggerTicks(), asked.priceTicks(), asked.quantityLots()));
    }

    void apply(Amend amend) {
        ReferenceOrder order = amend.order;
        matching.hold(order, amend.change);
        boolean keepsPriority = amend.ticks == order.priceTicks && amend.total < order.totalLots && !amend.isMoved();
        order.version++;
        var old = List.of(order.number, order.priceTicks, amend.ticks, order.openLots, amend.open);
        var what = List.of(amend.total, amend.change, order.account, order.instrument.number, order.version);
        matching.events.add("OrderAmended", old, what, order.side, keepsPriority ? 1 : 0);
        if (matching.parked.contains(order)) triggers.amended(amend, keepsPriority);
        boolean isReducing = order.isReduceOnly() && !matching.parked.contains(order);
        order.openLots = isReducing ? matching.positions.kept(order, amend.ticks, amend.open) : amend.open;
        order.priceTicks = amend.ticks;
        order.totalLots = amend.total;
        matching.positions.cutTo(order, amend.open, order.openLots);
        order.shownLots = Math.min(order.shownLots, order.openLots);
        if (keepsPriority || matching.parked.contains(order)) return;
        matching.resting.remove(order);
        order.isResting = false;
        order.isMarket = false;
        matching.arrive(order);
    }

    /** All that an amend has to be, but funded. */
    Amend judged(AmendOrder asked) {
        ReferenceOrder order = find(asked.account(), asked.order());
        boolean waits = matching.parked.contains(order);
        refuseIf(waits && order.isPegged(), PEG_PRICE_FOLLOWS);
        refuseIf(order.waitsForAuction, NOT_FOR_AUCTION);
        refuseIf(order.isPending && !order.isGone, LEG_CANNOT_CHANGE_SO);
        if (waits) return triggers.judged(order, Command.NULL, asked.priceTicks(), asked.quantityLots());
        long ticks = asked.priceTicks() == Command.NULL ? order.priceTicks : asked.priceTicks();
        long total = asked.quantityLots() == Command.NULL ? order.totalLots : asked.quantityLots();
        long open = order.openLots + total - order.totalLots;
        refuseIf(ticks == order.priceTicks && total == order.totalLots, WOULD_CHANGE_NOTHING);
        refuseIf(order.isPegged() && ticks != order.priceTicks, PEG_PRICE_FOLLOWS);
        lists.pairs.refuse(order, Command.NULL, ticks, total);
        boolean isSmaller = ticks == order.priceTicks && total < order.totalLots;
        matching.control.checkState(order.account, order.instrument, isSmaller);
        ReferenceDisplay.checkAmended(order, total);
        ReferencePhases.checkAmend(order.instrument, ticks == order.priceTicks && total < order.totalLots);
        ReferencePhases.checkPrice(order.instrument, order.priceTicks, ticks);
        refuseIf(total <= order.totalLots - order.openLots, QUANTITY_NOT_ABOVE_EXECUTED);
        refuseIf(ticks <= 0, PRICE_NOT_POSITIVE);
        checkTerms(ticks, total, order.instrument);
        if (!isSmaller) matching.control.limits.amend(order, ticks, total);
        refuseIf(order.asked.postOnly() != 0 && wouldTake(order, ticks), POST_ONLY_WOULD_TAKE);
        long kept = order.isReduceOnly() ? matching.positions.kept(order, ticks, open) : open;
        return new Amend(
                order,
                order.stopTicks,
                ticks,
                total,
                open,
                order.holdAt(ticks, kept).subtract(order.hold));
    }

    void amendDisplay(AmendDisplay asked) {
        ReferenceOrder order = find(asked.account(), asked.order());
        refuseIf(!order.isIceberg(), NOT_AN_ICEBERG);
        refuseIf(asked.displayLots() == order.displayLots, WOULD_CHANGE_NOTHING);
        ReferenceDisplay.checkPeak(order, asked.displayLots(), order.totalLots);
        boolean isParked = matching.parked.contains(order);
        boolean isLess = asked.displayLots() < order.displayLots;
        matching.control.checkState(order.account, order.instrument, isLess);
        ReferencePhases.checkAmend(order.instrument, isLess);
        order.version++;
        var what = List.of(order.number, order.displayLots, asked.displayLots(), order.account);
        matching.events.add(
                "DisplayAmended", what, order.instrument.number, order.version, order.side, isLess || isParked ? 1 : 0);
        order.displayLots = asked.displayLots();
        if (!isLess && !isParked) matching.restAgain(order);
    }

    ReferenceOrder find(int account, long number) {
        refuseIf(!matching.owners.containsKey(account), UNKNOWN_ACCOUNT);
        var found = matching.open().stream().filter(order -> order.number == number && order.account == account);
        return found.findFirst().orElseThrow(() -> new Refusal(UNKNOWN_ORDER, 0));
    }
}
