package io.rialto.engine.reference;

import static io.rialto.engine.reference.Refusal.refuseIf;
import static io.rialto.protocol.Reason.*;
import static java.math.BigDecimal.*;

import io.rialto.engine.reference.ControlCommand.ChangeAccountLimit;
import io.rialto.protocol.AccountLimit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Bands, limits, rates and repetitions, by the rulebook's sections 10 and 21. */
final class ReferenceLimits {
    private static final int LOTS = 1, MINOR = 2, OPEN = 3, RATE = 4, BURST = 5, WINDOW = 6, RESTRICTED = 7;
    private static final long NONE = Command.NULL;

    private record Place(int account, int instrument, int limit) {}

    private record Sent(Command.NewOrder order, long sequence, long nanos) {}

    /** Tokens that were there at a time, in whole microseconds. */
    private record Bucket(BigDecimal tokens, long micros) {}

    private final ReferenceMatching matching;
    private final Map<Place, Long> limits = new HashMap<>();
    private final Map<Integer, Bucket> buckets = new HashMap<>();
    private final List<Sent> sent = new ArrayList<>();

    ReferenceLimits(ReferenceMatching matching) {
        this.matching = matching;
    }

    long limit(int account, int instrument, int limit) {
        return limits.getOrDefault(new Place(account, instrument, limit), NONE);
    }

    boolean isRestricted(int account, int instrument) {
        return limit(account, instrument, RESTRICTED) == 1;
    }

    /** Account and instrument are known. */
    void check(ChangeAccountLimit asked) {
        int kind = asked.limit();
        refuseIf(kind < LOTS || kind > RESTRICTED, INVALID_PARAMETER);
        boolean isOfOne = kind == LOTS || kind == MINOR || kind == RESTRICTED;
        refuseIf(kind != OPEN && isOfOne == (asked.instrument() == 0), INVALID_COMBINATION);
        long value = asked.value();
        boolean isSound = switch (kind) {
            case RATE, BURST -> value >= 1 && value <= 1_000_000_000;
            case WINDOW -> value >= 1 && value <= 60_000_000_000L;
            case RESTRICTED -> value == 1;
            default -> value >= 0;
        };
        refuseIf(value != NONE && !isSound, INVALID_PARAMETER);
        refuseIf(value == limit(asked.account(), asked.instrument(), kind), WOULD_CHANGE_NOTHING);
    }

    /** Who loosens a limit needs a second one. */
    void checkAlone(ChangeAccountLimit asked) {
        check(asked);
        long old = limit(asked.account(), asked.instrument(), asked.limit());
        long rate = limit(asked.account(), 0, RATE);
        boolean isLooser = old != NONE && (asked.value() == NONE || asked.value() > old);
        if (asked.limit() == WINDOW) isLooser = old != NONE && asked.value() < old;
        if (asked.limit() == BURST) {
            long least = asked.value() == NONE ? rate : asked.value();
            isLooser = rate != NONE && least > (old == NONE ? rate : old);
        }
        refuseIf(isLooser, NEEDS_SECOND_ADMINISTRATOR);
    }

    void apply(ChangeAccountLimit asked) {
        long old = limit(asked.account(), asked.instrument(), asked.limit());
        limits.put(new Place(asked.account(), asked.instrument(), asked.limit()), asked.value());
        if (asked.limit() == RATE && old == NONE) {
            buckets.put(asked.account(), new Bucket(valueOf(burst(asked.account())), matching.nowNanos / 1000));
        }
        var name = AccountLimit.get((short) asked.limit());
        matching.events.add("AccountLimitChanged", asked.account(), asked.instrument(), old, asked.value(), name);
    }

    private long burst(int account) {
        long burst = limit(account, 0, BURST);
        return burst == NONE ? limit(account, 0, RATE) : burst;
    }

    /** All that a new order has to pass once its numbers are sound. */
    void admit(ReferenceOrder order) {
        admitByLimits(order);
        matching.control.risk.admit(order);
        matching.control.credit.admit(order);
    }

    /** An open order that is to go on otherwise, and not just smaller. */
    void amend(ReferenceOrder order, long ticks, long total) {
        checkSize(order, ticks, total);
        matching.control.risk.amend(order, ticks, total);
        matching.control.credit.amend(order, ticks, total);
    }

    private void admitByLimits(ReferenceOrder order) {
        checkSize(order, order.asked.priceTicks(), order.asked.quantityLots());
        for (int instrument : List.of(0, order.instrument.number)) {
            long most = limit(order.account, instrument, OPEN);
            boolean mayStay = order.asked.timeInForce() != 2 && order.asked.timeInForce() != 3;
            if (most == NONE || !mayStay) continue;
            long open = matching.open().stream()
                    .filter(one -> one.account == order.account)
                    .filter(one -> instrument == 0 || one.instrument.number == instrument)
                    .count();
            refuseIf(open + matching.ordersAhead + 1 > most, TOO_MANY_OPEN_ORDERS);
        }
        takeToken(order.account);
        long window = limit(order.account, 0, WINDOW);
        if (window == NONE) return;
        refuseIf(sent.stream().anyMatch(one -> isRepeated(one, order.asked, window)), DUPLICATE_ORDER);
        if (matching.isRehearsal) return;
        sent.add(new Sent(order.asked, matching.sequence, matching.nowNanos));
    }

    private void checkSize(ReferenceOrder order, long ticks, long lots) {
        var instrument = order.instrument;
        if (ticks != 0) checkBand(order, ticks);
        for (long most : new long[] {instrument.parameter(44), limit(order.account, instrument.number, LOTS)}) {
            refuseIf(most != NONE && lots > most, ORDER_QUANTITY_LIMIT);
        }
        for (long most : new long[] {instrument.parameter(45), limit(order.account, instrument.number, MINOR)}) {
            boolean isLimit = most != NONE && most != Long.MAX_VALUE; // the greatest number bounds nothing
            refuseIf(isLimit && worth(order, ticks, lots).compareTo(valueOf(most)) > 0, ORDER_VALUE_LIMIT);
        }
    }

    /** Of the reference price: the last trade, else the listed one; without any there is no band. */
    void checkBand(ReferenceOrder order, long ticks) {
        var instrument = order.instrument;
        long last = instrument.lastTradeTicks;
        long reference = last != 0 ? last : Math.max(0, instrument.terms.referenceTicks());
        if (reference == 0) return;
        long low = instrument.parameter(order.isBuy ? 40 : 42);
        long high = instrument.parameter(order.isBuy ? 41 : 43);
        BigDecimal share = valueOf(ticks).multiply(valueOf(10_000));
        refuseIf(low != NONE && share.compareTo(valueOf(reference).multiply(valueOf(low))) < 0, PRICE_OUTSIDE_BAND);
        refuseIf(high != NONE && share.compareTo(valueOf(reference).multiply(valueOf(high))) > 0, PRICE_OUTSIDE_BAND);
    }

    BigDecimal worth(ReferenceOrder order, long ticks, long lots) {
        if (order.isByAmount && !order.isResting) return valueOf(order.asked.quoteAmountMinor());
        long trigger = ticks != 0 ? ticks : order.valueTicks;
        long price = trigger != 0 ? trigger : matching.referenceTicks(order);
        return price == 0 ? ZERO : order.instrument.notional(price, lots);
    }

    private void takeToken(int account) {
        long rate = limit(account, 0, RATE);
        if (rate == NONE) return;
        Bucket bucket = buckets.get(account);
        long micros = matching.nowNanos / 1000;
        BigDecimal gained =
                valueOf(rate).multiply(valueOf(micros - bucket.micros)).movePointLeft(6);
        BigDecimal tokens = bucket.tokens.add(gained).min(valueOf(burst(account)));
        boolean isEnough = tokens.compareTo(valueOf(1 + matching.ordersAhead)) >= 0;
        boolean isTaken = isEnough && !matching.isRehearsal;
        buckets.put(account, new Bucket(isTaken ? tokens.subtract(ONE) : tokens, micros));
        refuseIf(!isEnough, ORDER_RATE_EXCEEDED);
    }

    private boolean isRepeated(Sent one, Command.NewOrder again, long window) {
        Command.NewOrder order = one.order;
        return one.sequence != matching.sequence
                && matching.nowNanos - one.nanos < window
                && order.account() == again.account()
                && order.instrument() == again.instrument()
                && order.side() == again.side()
                && order.priceTicks() == again.priceTicks()
                && order.quantityLots() == again.quantityLots()
                && order.quoteAmountMinor() == again.quoteAmountMinor();
    }
}
