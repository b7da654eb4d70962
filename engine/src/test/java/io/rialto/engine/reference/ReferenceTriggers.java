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

/** Orders that wait for a price: one flat list of those that wait, a list of the elected for each market. */
final class ReferenceTriggers {
    private static final int LAST = 1, MARK = 2, BEST = 3;
    private static final int HALF_A_FRAME = ReferenceMatching.MAX_EVENTS / 2;

    /** A price that was made: what buyers look at and what sellers look at, 0 for nothing. */
    private record Price(ReferenceInstrument instrument, int source, long buyers, long sellers) {}

    private record Elected(ReferenceOrder order, long byTicks) {}

    /** Of the elected of one market: who is next, how many arrived in a row, and from which price on. */
    private static final class Line {
        final Deque<Elected> elected = new ArrayDeque<>();
        int arrived;
        long firstTicks;
    }

    private final ReferenceMatching matching;
    private final ReferenceTrading trading;
    private final List<ReferenceInstrument> instruments;
    private final List<ReferenceOrder> waiting = new ArrayList<>();
    private final Map<ReferenceInstrument, Line> lines = new HashMap<>();
    private long sequences;

    ReferenceTriggers(ReferenceMatching matching, ReferenceTrading trading, List<ReferenceInstrument> instruments) {
        this.matching = matching;
        this.trading = trading;
        this.instruments = instruments;
        matching.triggers = this;
    }

    static boolean isTriggered(NewOrder asked) {
        return isIn(4, asked.orderType(), 9);
    }

    private static boolean isLimit(NewOrder asked) {
        return asked.orderType() == 5 || asked.orderType() == 7 || asked.orderType() == 9;
    }

    /** Stop: a buyer waits for the price to rise, a seller for it to fall. Take-profit: the other way round. */
    static boolean waitsForRise(ReferenceOrder order) {
        boolean isTakeProfit = isIn(6, order.asked.orderType(), 7);
        return order.isBuy != isTakeProfit;
    }

    private static boolean isReached(ReferenceOrder order, long ticks, long trigger) {
        return ticks != 0 && (waitsForRise(order) ? ticks >= trigger : ticks <= trigger);
    }

    static void refuseImpossible(NewOrder asked, SpecialTerms terms) {
        boolean hasTrail =
                terms.activationTicks() != Command.NULL || terms.trailingTicks() != 0 || terms.trailingBps() != 0;
        if (!isTriggered(asked)) {
            boolean hasTrigger = hasTrail || terms.triggerTicks() != Command.NULL || terms.triggerSource() != 0;
            refuseIf(hasTrigger, TRIGGER_NOT_EXPECTED);
            return;
        }
        refuseIf(ReferenceWaiting.isForAuction(asked), TRIGGER_NOT_FOR_AUCTION);
        refuseIf(asked.postOnly() != 0, TRIGGER_WITH_POST_ONLY);
        refuseIf(asked.quoteAmountMinor() != 0, TRIGGER_WITH_QUOTE_AMOUNT);
        refuseIf(terms.pegReference() != 0, TRIGGER_WITH_OTHER_TERMS);
        refuseIf(!isLimit(asked) && asked.priceTicks() != 0, PRICE_NOT_EXPECTED);
        if (asked.orderType() >= 8) {
            ReferenceTrail.refuseImpossible(terms);
            return;
        }
        refuseIf(hasTrail, TRIGGER_NOT_EXPECTED);
        refuseIf(terms.triggerTicks() <= 0, TRIGGER_MISSING);
    }

    /** The checks of a new one whose numbers are sound, up to the hold; answers the hold. */
    BigDecimal admit(ReferenceOrder order) {
        long trigger = order.terms.triggerTicks();
        refuseIf(order.trail == null && isReached(order, seen(order), trigger), WOULD_TRIGGER_AT_ONCE);
        if (order.isReduceOnly()) matching.positions.admit(order);
        return need(order, trigger, order.priceTicks, order.openLots);
    }

    void checkNumbers(ReferenceOrder order, long asked, long ticks, long lots) {
        long trigger = measure(order, asked);
        order.valueTicks = trigger;
        refuseIf(isLimit(order.asked) && ticks <= 0, PRICE_NOT_POSITIVE);
        trading.checkTerms(isLimit(order.asked) ? ticks : trigger, lots, order.instrument);
        refuseIf(!isLimit(order.asked) && !fits(dearest(order, trigger)), VALUE_OVERFLOW);
    }

    /** Its trigger; of a trailing stop, where it stands, or where it may be expected; 0 when nobody can tell. */
    private long measure(ReferenceOrder order, long trigger) {
        return order.trail == null ? trigger : order.trail.measure(seen(order), matching.referenceTicks(order));
    }

    /** What a buyer may have to pay: as far above his trigger as a market order may go. */
    private BigDecimal dearest(ReferenceOrder order, long trigger) {
        long from = measure(order, trigger);
        BigDecimal collar = valueOf(Math.max(0, order.instrument.terms.collarTicks()));
        return from == 0 ? ZERO : valueOf(from).add(order.isBuy ? collar : ZERO);
    }

    private long holdTicks(ReferenceOrder order, long trigger, long ticks) {
        return isLimit(order.asked) ? ticks : dearest(order, trigger).longValue();
    }

    private BigDecimal need(ReferenceOrder order, long trigger, long ticks, long open) {
        BigDecimal need = order.holdAt(holdTicks(order, trigger, ticks), open);
        refuseIf(!fits(need), VALUE_OVERFLOW);
        return need;
    }

    /** What the order looks at, now; 0 for nothing. A trailing stop waits for the next look at best prices. */
    private long seen(ReferenceOrder order) {
        if (order.trail != null && order.source() == BEST) return 0;
        return switch (order.source()) {
            case LAST -> order.instrument.lastTradeTicks;
            case MARK -> order.instrument.markTicks;
            default -> matching.bestTicks(order.instrument, order.opposite);
        };
    }

    void park(ReferenceOrder order) {
        order.isMarket = !isLimit(order.asked);
        order.stopTicks = order.trail == null ? order.terms.triggerTicks() : 0;
        if (order.trail != null && seen(order) != 0) order.trail.sees(seen(order));
        order.waitingTicks = holdTicks(order, order.stopTicks, order.priceTicks);
        order.electionSequence = ++sequences;
        waiting.add(order);
        matching.times.park(order);
        matching.events.add(
                "OrderParked", order.number, order.account, order.instrument.number, Parking.TRIGGER, order.side);
    }

    /** The best price that each active trailing stop has seen, by its number. */
    Map<Long, Long> extremes() {
        Map<Long, Long> extremes = new TreeMap<>();
        for (ReferenceOrder order : waiting) if (order.trail != null) extremes.put(order.number, order.trail.extreme);
        return extremes;
    }

    void traded(ReferenceInstrument instrument, long ticks) {
        elect(new Price(instrument, LAST, ticks, ticks));
    }

    /** It is no more open. */
    void leave(ReferenceOrder order) {
        matching.parked.remove(order);
        waiting.remove(order);
        for (Line line : lines.values()) {
            boolean wasElected = line.elected.removeIf(elected -> elected.order == order);
            if (wasElected && line.elected.isEmpty()) line.arrived = 0;
        }
    }

    void mark(ReferenceInstrument instrument, long ticks) {
        refuseIf(ticks <= 0, PRICE_NOT_POSITIVE);
        matching.events.add("MarkPriceSet", instrument.number, instrument.markTicks, ticks);
        instrument.markTicks = ticks;
        elect(new Price(instrument, MARK, ticks, ticks));
    }

    ReferenceTrading.Amend judged(ReferenceOrder order, long newTrigger, long newTicks, long newTotal) {
        refuseIf(!matching.parked.contains(order) || order.isPending, NOT_WAITING_FOR_TRIGGER);
        long trigger = newTrigger == Command.NULL ? order.stopTicks : newTrigger;
        long ticks = newTicks == Command.NULL ? order.priceTicks : newTicks;
        long total = newTotal == Command.NULL ? order.totalLots : newTotal;
        boolean isMoved = newTrigger != Command.NULL && (order.trail != null || trigger != order.stopTicks);
        refuseIf(!isMoved && ticks == order.priceTicks && total == order.totalLots, WOULD_CHANGE_NOTHING);
        trading.lists().pairs.refuse(order, newTrigger, ticks, total);
        boolean isSmaller = !isMoved && ticks == order.priceTicks && total < order.totalLots;
        matching.control.checkState(order.account, order.instrument, isSmaller);
        ReferenceDisplay.checkAmended(order, total);
        ReferencePhases.checkAmend(order.instrument, isSmaller);
        ReferencePhases.checkPrice(order.instrument, order.priceTicks, ticks);
        refuseIf(total <= order.totalLots - order.openLots, QUANTITY_NOT_ABOVE_EXECUTED);
        refuseIf(!waiting.contains(order), NOT_WAITING_FOR_TRIGGER);
        refuseIf(order.trail != null && isMoved, TRIGGER_NOT_EXPECTED);
        refuseIf(order.trail == null && trigger <= 0, TRIGGER_MISSING);
        refuseIf(ticks != 0 && !isLimit(order.asked), PRICE_NOT_EXPECTED);
        checkNumbers(order, trigger, ticks, total);
        if (!isSmaller) matching.control.limits.amend(order, ticks, total);
        refuseIf(isMoved && isReached(order, seen(order), trigger), WOULD_TRIGGER_AT_ONCE);
        long open = order.openLots + total - order.totalLots;
        BigDecimal change = need(order, trigger, ticks, open).subtract(order.hold);
        return new ReferenceTrading.Amend(order, trigger, ticks, total, open, change);
    }

    void amended(ReferenceTrading.Amend amend, boolean keepsTurn) {
        ReferenceOrder order = amend.order();
        var whose = List.of(order.account, order.instrument.number, order.side);
        if (amend.isMoved()) matching.events.add("TriggerMoved", order.number, order.stopTicks, amend.trigger(), whose);
        if (order.trail == null) order.stopTicks = amend.trigger();
        order.waitingTicks = holdTicks(order, amend.trigger(), amend.ticks());
        if (!keepsTurn) order.electionSequence = ++sequences;
    }

    /** All that follows from the prices that were made; false when the frame has no room for more of it. */
    boolean follow() {
        while (isFollowedByLists()) {
            ReferenceInstrument next = nextMarket();
            if (next == null) return true;
            if (matching.events.size() > HALF_A_FRAME) return false;
            step(next, lines.get(next));
        }
        return false;
    }

    /** Whoever is elected, by a trade or by a best price, is followed by his list before he arrives. */
    private boolean isFollowedByLists() {
        do {
            matching.times.endAll();
            if (!trading.follow()) return false;
        } while (isAnyoneElectedByBest());
        return true;
    }

    private ReferenceInstrument nextMarket() {
        for (ReferenceInstrument instrument : instruments) {
            Line line = lines.get(instrument);
            if (line != null && !line.elected.isEmpty() && instrument.session.phase == Phase.CONTINUOUS)
                return instrument;
        }
        return null;
    }

    private void step(ReferenceInstrument instrument, Line line) {
        if (line.arrived == 0) line.firstTicks = instrument.lastTradeTicks;
        if (isTooMuch(instrument, line)) {
            stop(instrument, line);
            return;
        }
        line.arrived++;
        arrive(line.elected.pop());
        isAnyoneElectedByBest();
        if (line.elected.isEmpty()) line.arrived = 0;
    }

    private static boolean isTooMuch(ReferenceInstrument instrument, Line line) {
        long most = instrument.parameter(60);
        long furthest = instrument.parameter(61);
        long way = Math.abs(instrument.lastTradeTicks - line.firstTicks);
        boolean isFar = furthest != Command.NULL && line.firstTicks != 0 && way > furthest;
        return isFar || line.arrived >= (most == Command.NULL ? 1000 : most);
    }

    private void stop(ReferenceInstrument instrument, Line line) {
        var what = List.of(instrument.number, line.arrived, line.elected.size());
        matching.events.add("CascadeStopped", what, line.firstTicks, instrument.lastTradeTicks);
        line.arrived = 0;
        matching.auction.cascaded(instrument);
    }

    private boolean isAnyoneElectedByBest() {
        int before = waiting.size();
        if (before == 0) return false;
        for (ReferenceInstrument instrument : instruments) {
            if (instrument.session.phase != Phase.CONTINUOUS) continue;
            long ask = matching.bestTicks(instrument, Side.SELL);
            elect(new Price(instrument, BEST, ask, matching.bestTicks(instrument, Side.BUY)));
        }
        return waiting.size() < before;
    }

    /** Buyers and sellers, for a rise and for a fall: each closest first, and taking turns by election sequence. */
    private void elect(Price price) {
        for (ReferenceOrder order : waiting) {
            long ticks = order.isBuy ? price.buyers : price.sellers;
            boolean looks = order.instrument == price.instrument && order.source() == price.source;
            if (!looks || order.trail == null || ticks == 0) continue;
            order.trail.sees(ticks);
            if (order.trail.isActive()) order.stopTicks = order.trail.trigger();
        }
        while (true) {
            Map<String, ReferenceOrder> firsts = new HashMap<>();
            for (ReferenceOrder order : waiting) {
                boolean looks = order.instrument == price.instrument && order.source() == price.source;
                long ticks = order.isBuy ? price.buyers : price.sellers;
                boolean isStill = order.trail != null && !order.trail.canTrigger();
                if (!looks || isStill || !isReached(order, ticks, order.stopTicks)) continue;
                firsts.merge(order.side + " " + waitsForRise(order), order, ReferenceTriggers::closer);
            }
            var bySequence = Comparator.comparingLong((ReferenceOrder order) -> order.electionSequence);
            var next = firsts.values().stream().min(bySequence);
            if (next.isEmpty()) return;
            waiting.remove(next.get());
            Line line = lines.computeIfAbsent(price.instrument, any -> new Line());
            line.elected.add(new Elected(next.get(), next.get().isBuy ? price.buyers : price.sellers));
            next.get().isElected = true;
            matching.touched.accept(next.get());
        }
    }

    private static ReferenceOrder closer(ReferenceOrder one, ReferenceOrder other) {
        long ahead = one.stopTicks - other.stopTicks;
        if (ahead == 0) return one.electionSequence < other.electionSequence ? one : other;
        return ahead < 0 == waitsForRise(one) ? one : other;
    }

    /** From step 6 of the order of checks on, as if it came in now. */
    private void arrive(Elected elected) {
        ReferenceOrder order = elected.order;
        matching.parked.remove(order);
        BigDecimal held = order.hold;
        order.waitingHold = null;
        order.valueTicks = 0;
        Reason end = Reason.NONE;
        long asked = order.openLots;
        try {
            if (order.isMarket) order.priceTicks = trading.collar(order);
            if (order.isReduceOnly()) order.openLots = matching.positions.kept(order, order.priceTicks, asked);
            boolean isKilled =
                    order.asked.timeInForce() == 3 && !matching.canFillWhole(order, matching.events.size() + 1);
            refuseIf(isKilled, FILL_OR_KILL);
            BigDecimal need = matching.holdOf(order);
            refuseIf(!fits(need), VALUE_OVERFLOW);
            matching.margin.ask(order, order.priceTicks, order.openLots);
            matching.hold(order, need.subtract(held));
        } catch (Refusal refusal) {
            end = refusal.reason;
        }
        long kept = order.openLots;
        if (end != Reason.NONE) order.openLots = asked;
        var prices = List.of(order.number, order.stopTicks, elected.byTicks, order.priceTicks, asked);
        var whose = List.of(order.account, order.instrument.number, order.side);
        var source = TriggerSource.get((short) order.source());
        matching.events.add("OrderTriggered", prices, order.hold.subtract(held), whose, source);
        if (end == Reason.NONE) {
            matching.positions.cutTo(order, asked, kept);
            matching.arrive(order);
        } else matching.end("OrderExpired", order, end);
    }
}
