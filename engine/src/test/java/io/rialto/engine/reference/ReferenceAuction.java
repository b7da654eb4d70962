package io.rialto.engine.reference;

import static io.rialto.engine.reference.ReferenceInstrument.isIn;
import static io.rialto.engine.reference.Refusal.refuseIf;
import static io.rialto.protocol.Reason.*;
import static java.math.BigDecimal.*;

import io.rialto.engine.reference.Command.*;
import io.rialto.protocol.CallKind;
import io.rialto.protocol.InterruptionCause;
import io.rialto.protocol.Phase;
import io.rialto.protocol.Side;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.*;
import java.util.function.LongFunction;
import java.util.stream.Stream;

/** Phases and auctions: every candidate price is tried, over all orders, by the four steps as they are written. */
final class ReferenceAuction {
    /** What an auction would be, or is; without a price, 0, nothing trades. */
    record Outcome(long ticks, BigDecimal volume, BigDecimal surplus) {
        Object side() {
            return surplus.signum() == 0 ? Side.NULL_VAL : surplus.signum() > 0 ? Side.BUY : Side.SELL;
        }
    }

    private static final int CALL_END = 5;
    static final Outcome NOTHING = new Outcome(0, ZERO, ZERO);

    private final ReferenceMatching matching;
    private final ReferenceOwnOrders own;
    private final List<ReferenceInstrument> instruments;

    ReferenceAuction(ReferenceMatching matching, List<ReferenceInstrument> instruments) {
        this.matching = matching;
        this.instruments = instruments;
        own = new ReferenceOwnOrders(matching);
        matching.auction = this;
    }

    /** Continuous trading stops, and a call collects what cannot trade now. */
    void interrupt(ReferenceOrder by, ReferenceInterruption.Way way) {
        way.tell(matching.events, by.number);
        startCall(by.instrument, way.callNanos());
    }

    void cascaded(ReferenceInstrument market) {
        var what = List.of(market.number, 0, market.lastTradeTicks, 0, 0);
        matching.events.add("VolatilityInterrupted", what, InterruptionCause.CASCADE);
        startCall(market, market.prices.extensionNanos());
    }

    private void startCall(ReferenceInstrument market, long nanos) {
        market.session.begin(CallKind.VOLATILITY, Phase.CONTINUOUS);
        market.session.earliestNanos = matching.nowNanos + nanos;
        move(market, Phase.CALL, 0);
        tellCall(market);
        endsAt(market, market.session.earliestNanos);
    }

    /** The call goes on instead of trading there. */
    private void extend(ReferenceInstrument market, long ticks) {
        ReferenceSession session = market.session;
        int extensions = session.extensions + 1;
        session.begin(session.kind, session.next);
        session.extensions = extensions;
        session.earliestNanos = matching.nowNanos + market.prices.extensionNanos();
        endsAt(market, session.earliestNanos);
        matching.events.add("CallExtended", market.number, ticks, session.earliestNanos);
    }

    void change(ReferenceInstrument market, ChangePhase asked) {
        ReferenceSession session = market.session;
        ReferencePhases.checkWay(session.phase, asked.phase());
        Phase to = Phase.get((short) asked.phase());
        refuseIf(session.isHaltedByHand && asked.plannedNanos() != 0 && to != Phase.CLOSED, MARKET_HALTED);
        boolean wasCall = session.phase == Phase.CALL;
        boolean isCutOff = to == Phase.HALT || to == Phase.CANCEL_ONLY;
        if (wasCall && (to == Phase.POST_CLOSE || to == Phase.CLOSED)) {
            preventOwn(market);
            long ticks = outcome(market).ticks;
            isCutOff = ticks != 0 && market.prices.isExtended(ticks);
        }
        long bid = matching.bestTicks(market, Side.BUY);
        long ask = matching.bestTicks(market, Side.SELL);
        boolean isCrossed = bid != 0 && ask != 0 && bid >= ask || outcome(market).ticks != 0;
        if (wasCall && !isCutOff || to == Phase.CONTINUOUS && isCrossed) {
            uncross(market, to, asked.plannedNanos());
            return;
        }
        move(market, to, asked.plannedNanos());
        if (wasCall) session.begin(CallKind.NONE, Phase.CONTINUOUS);
        if (to != Phase.CALL) return;
        session.begin(session.hasOpened ? CallKind.INTRADAY : CallKind.OPENING, Phase.CONTINUOUS);
        tellCall(market);
    }

    void start(ReferenceInstrument market, StartCall asked, long nowNanos) {
        BigDecimal end = valueOf(nowNanos).add(valueOf(asked.durationNanos())).add(valueOf(asked.windowNanos()));
        boolean isTimed = asked.durationNanos() >= 0 && asked.windowNanos() >= 0 && ReferenceLedger.fits(end);
        long[] hash = {asked.seedHash1(), asked.seedHash2(), asked.seedHash3(), asked.seedHash4()};
        boolean isHashed = Arrays.stream(hash).anyMatch(part -> part != 0);
        boolean hasNext = List.of(0, 6, 7).contains(asked.next());
        boolean isSound = isIn(1, asked.kind(), 4) && isTimed && hasNext && isHashed == asked.windowNanos() > 0;
        refuseIf(!isSound, INVALID_CALL);
        ReferencePhases.checkWay(market.session.phase, Phase.CALL.value());
        ReferenceSession session = market.session;
        session.begin(CallKind.get((short) asked.kind()), Phase.get((short) asked.next()));
        boolean isEndless = asked.durationNanos() == 0 && asked.windowNanos() == 0;
        session.earliestNanos = isEndless ? ReferenceSession.NEVER : nowNanos + asked.durationNanos();
        session.windowNanos = asked.windowNanos();
        session.seedHash = hash;
        if (asked.windowNanos() > 0) {
            session.promise = Optional.of(new ReferenceSession.Promise(
                    hash, session.calls, nowNanos + asked.durationNanos(), asked.windowNanos()));
        }
        move(market, Phase.CALL, 0);
        tellCall(market);
        if (!isEndless) endsAt(market, session.earliestNanos + session.windowNanos);
    }

    void reveal(ReferenceInstrument market, RevealSeed asked, long nowNanos) {
        ReferenceSession session = market.session;
        refuseIf(session.promise.isEmpty(), SEED_NOT_EXPECTED);
        ReferenceSession.Promise promise = session.promise.get();
        byte[] seed = ByteBuffer.allocate(16)
                .putLong(asked.seedHigh())
                .putLong(asked.seedLow())
                .array();
        refuseIf(!Arrays.equals(hashOf(seed), promise.hash()), SEED_DOES_NOT_MATCH);
        session.promise = Optional.empty();
        BigInteger low = new BigInteger(1, Arrays.copyOfRange(seed, 8, 16));
        BigInteger extra = low.mod(BigInteger.valueOf(promise.windowNanos()));
        long end = promise.fromNanos() + extra.longValueExact();
        matching.events.add("SeedRevealed", market.number, asked.seedHigh(), asked.seedLow(), end);
        if (session.phase != Phase.CALL || session.calls != promise.call()) return;
        endsAt(market, end);
        if (end <= nowNanos) uncross(market, session.next, end);
    }

    private static long[] hashOf(byte[] seed) {
        try {
            ByteBuffer hash =
                    ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(seed));
            return new long[] {hash.getLong(), hash.getLong(), hash.getLong(), hash.getLong()};
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }

    /** By itself, if it is still the same call. */
    private void endsAt(ReferenceInstrument market, long nanos) {
        ReferenceSession session = market.session;
        session.endNanos = nanos;
        long call = session.calls;
        matching.agenda.add(nanos, CALL_END, (long) market.number << 32 | call, () -> {
            boolean isSame = session.phase == Phase.CALL && session.calls == call;
            if (isSame) uncross(market, session.next, session.endNanos);
            return true;
        });
    }

    /** What calls would trade now, where that is not what was said last. */
    void indicate() {
        for (ReferenceInstrument market : instruments) {
            if (market.session.phase != Phase.CALL) continue;
            Outcome outcome = outcome(market);
            if (outcome.equals(market.session.indicated)) continue;
            market.session.indicated = outcome;
            var what = List.of(market.number, outcome.ticks, outcome.volume, outcome.surplus.abs());
            matching.events.add("AuctionIndicated", what, outcome.side());
        }
    }

    private void tellCall(ReferenceInstrument market) {
        ReferenceSession session = market.session;
        session.indicated = NOTHING;
        if (session.kind == CallKind.CLOSING) matching.waiting.closingBegan(market);
        if (session.kind != CallKind.OPENING) matching.times.otherCallBegan(market);
        long[] hash = session.seedHash;
        var times = List.of(market.number, session.earliestNanos, session.windowNanos);
        var hashes = List.of(hash[0], hash[1], hash[2], hash[3]);
        matching.events.add("CallStarted", times, hashes, session.kind, session.next);
    }

    private void move(ReferenceInstrument market, Phase to, long plannedNanos) {
        ReferenceSession session = market.session;
        matching.events.add("PhaseChanged", market.number, plannedNanos, session.phase, to);
        Phase from = session.phase;
        session.phase = to;
        matching.times.moved(market, from, to);
        session.isHaltedByHand = to == Phase.HALT && plannedNanos == 0;
        if (to == Phase.CONTINUOUS) session.hasOpened = true;
        if (to == Phase.PRE_OPEN || to == Phase.CLOSED) session.hasOpened = false;
        if (to == Phase.POST_CLOSE) session.closingTicks = referenceOf(market);
    }

    private static long referenceOf(ReferenceInstrument market) {
        return market.lastTradeTicks != 0 ? market.lastTradeTicks : Math.max(0, market.terms.referenceTicks());
    }

    private void uncross(ReferenceInstrument market, Phase next, long plannedNanos) {
        ReferenceSession session = market.session;
        boolean wasCall = session.phase == Phase.CALL;
        CallKind onTheWay = session.hasOpened ? CallKind.NONE : CallKind.OPENING;
        CallKind kind = wasCall ? session.kind : onTheWay;
        preventOwn(market);
        Outcome outcome = outcome(market);
        long reference = referenceOf(market);
        if (wasCall && outcome.ticks != 0 && market.prices.isExtended(outcome.ticks)) {
            extend(market, outcome.ticks);
            return;
        }
        if (outcome.ticks != 0) market.prices.auctionTicks = outcome.ticks;
        move(market, Phase.UNCROSS, plannedNanos);
        var what = List.of(market.number, outcome.ticks, outcome.volume, outcome.surplus.abs(), reference);
        matching.events.add("AuctionUncrossed", what, outcome.side(), kind);
        long left = outcome.volume.longValueExact();
        while (left > 0) left -= tradeFirst(market, outcome.ticks, left);
        for (Side side : List.of(Side.BUY, Side.SELL)) {
            for (ReferenceOrder order : takingPart(market, side)) {
                boolean isUsedUp = order.isIceberg() && order.isResting && order.shownLots <= 0;
                if (isUsedUp) matching.taken(order, 0);
            }
        }
        move(market, next, plannedNanos);
        session.begin(CallKind.NONE, Phase.CONTINUOUS);
    }

    private void preventOwn(ReferenceInstrument market) {
        List<ReferenceOrder> orders = takingPart(market, Side.BUY);
        orders.addAll(takingPart(market, Side.SELL));
        if (market.parameter(21) == 1) own.prevent(orders);
    }

    /** The first in line of both sides trade; the older of the two is called the maker. */
    private long tradeFirst(ReferenceInstrument market, long ticks, long left) {
        ReferenceOrder buy = firstAble(market, Side.BUY);
        ReferenceOrder sell = firstAble(market, Side.SELL);
        var positions = matching.positions.in(market);
        long most = Math.min(ReferencePositions.mostLots(positions, buy), ReferencePositions.mostLots(positions, sell));
        long lots = Math.min(Math.min(left, most), Math.min(buy.openLots, sell.openLots));
        boolean isBuyOlder = buy.number < sell.number;
        ReferenceOrder maker = isBuyOlder ? buy : sell;
        ReferenceOrder taker = isBuyOlder ? sell : buy;
        long fees = market.parameter(20);
        BigDecimal makerRate = fees == 2 ? maker.takerRate() : maker.makerRate();
        BigDecimal takerRate = fees == 1 ? taker.makerRate() : taker.takerRate();
        if (fees == 3) makerRate = takerRate = null;
        matching.trade(taker, maker, lots, ticks, makerRate, takerRate);
        own.flag(market, taker, maker);
        for (ReferenceOrder order : List.of(maker, taker)) {
            if (order.openLots == 0) matching.parked.remove(order);
            if (order.openLots == 0) matching.free(order);
            if (order.isIceberg()) order.shownLots -= lots;
        }
        return lots;
    }

    /** Whose turn comes with nothing left to reduce is out. */
    private ReferenceOrder firstAble(ReferenceInstrument market, Side side) {
        while (true) {
            ReferenceOrder first = takingPart(market, side).get(0);
            if (ReferencePositions.mostLots(matching.positions.in(market), first) > 0) return first;
            matching.end("OrderCancelled", first, REDUCE_ONLY_NO_POSITION);
        }
    }

    /** By price, for market orders the one that protects them, and these first; then as in the book. */
    private List<ReferenceOrder> takingPart(ReferenceInstrument market, Side side) {
        List<ReferenceOrder> orders = matching.waiting.atMarket(market, side);
        orders.addAll(limited(market, side));
        orders.sort(Comparator.comparingLong(order -> side == Side.BUY ? -order.priceTicks : order.priceTicks));
        return orders;
    }

    private List<ReferenceOrder> limited(ReferenceInstrument market, Side side) {
        List<ReferenceOrder> orders = matching.side(market, side);
        orders.removeIf(order -> order.leastLots() > 0);
        return orders;
    }

    /** By whole orders; where positions keep some of that from trading, by what would trade. */
    private Outcome outcome(ReferenceInstrument market) {
        Outcome whole = chosen(market, ticks -> outcomeAt(market, ticks));
        if (whole.ticks == 0 || !ReferencePositions.areTracked(market)) return whole;
        Outcome foreseen = foreseenAt(market, whole);
        boolean isTraded = foreseen.volume.compareTo(whole.volume) == 0;
        return isTraded ? foreseen : chosen(market, ticks -> foreseenAt(market, outcomeAt(market, ticks)));
    }

    private Outcome foreseenAt(ReferenceInstrument market, Outcome whole) {
        List<ReferenceOrder> buys = takingPart(market, Side.BUY);
        List<ReferenceOrder> sells = takingPart(market, Side.SELL);
        for (List<ReferenceOrder> orders : List.of(buys, sells)) orders.removeIf(order -> !order.crosses(whole.ticks));
        boolean isBound = Stream.concat(buys.stream(), sells.stream()).anyMatch(ReferenceOrder::isReduceOnly);
        return isBound ? ReferenceForesight.of(whole, matching.positions.in(market), buys, sells) : whole;
    }

    /** The four steps. */
    private Outcome chosen(ReferenceInstrument market, LongFunction<Outcome> at) {
        SortedSet<Long> candidates = new TreeSet<>();
        for (Side side : List.of(Side.BUY, Side.SELL)) {
            limited(market, side).forEach(order -> candidates.add(order.priceTicks));
        }
        long reference = referenceOf(market);
        if (reference != 0) candidates.add(reference);
        List<Outcome> outcomes = new ArrayList<>();
        candidates.forEach(ticks -> outcomes.add(at.apply(ticks)));
        BigDecimal most = outcomes.stream()
                .map(Outcome::volume)
                .max(Comparator.naturalOrder())
                .orElse(ZERO);
        if (most.signum() == 0) return NOTHING;
        outcomes.removeIf(one -> one.volume.compareTo(most) < 0);
        BigDecimal least = outcomes.stream()
                .map(one -> one.surplus.abs())
                .min(Comparator.naturalOrder())
                .get();
        outcomes.removeIf(one -> one.surplus.abs().compareTo(least) > 0);
        Outcome lowest = outcomes.get(0);
        Outcome highest = outcomes.get(outcomes.size() - 1);
        if (outcomes.stream().allMatch(one -> one.surplus.signum() > 0)) return highest;
        if (outcomes.stream().allMatch(one -> one.surplus.signum() < 0)) return lowest;
        BigDecimal middle = valueOf(lowest.ticks).add(valueOf(highest.ticks)).divideToIntegralValue(valueOf(2));
        if (reference == 0) return at.apply(middle.longValueExact());
        return Collections.min(outcomes, Comparator.comparingLong(one -> Math.abs(one.ticks - reference)));
    }

    /** A sum beyond 63 bits counts as the greatest that fits. */
    private Outcome outcomeAt(ReferenceInstrument market, long ticks) {
        BigDecimal buys = ZERO;
        BigDecimal sells = ZERO;
        for (ReferenceOrder order : takingPart(market, Side.BUY)) {
            if (order.crosses(ticks)) buys = buys.add(valueOf(order.openLots));
        }
        for (ReferenceOrder order : takingPart(market, Side.SELL)) {
            if (order.crosses(ticks)) sells = sells.add(valueOf(order.openLots));
        }
        buys = buys.min(ReferenceLedger.MOST);
        sells = sells.min(ReferenceLedger.MOST);
        return new Outcome(ticks, buys.min(sells), buys.subtract(sells));
    }
}
