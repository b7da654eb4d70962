package io.rialto.engine.reference;

import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongUnaryOperator;
import java.util.function.Predicate;

/** Whom an arriving order meets next, and how much of that one. One course an arrival. */
final class ReferenceCourse {
    /** An order, and the lots of it that stand there at this meeting. */
    record Next(ReferenceOrder maker, long lots) {}

    /** An order as it stood; with its next peak it is another one. */
    private record Seen(long number, long publicNumber) {}

    private final Predicate<ReferenceOrder> isOwn;
    private final Set<Seen> passed = new HashSet<>();
    private final Deque<Next> planned = new ArrayDeque<>();
    private boolean isShort;

    ReferenceCourse(Predicate<ReferenceOrder> isOwn) {
        this.isOwn = isOwn;
    }

    /** Who asks for more than is wanted is passed over, and not asked again. */
    void pass(ReferenceOrder maker) {
        passed.add(new Seen(maker.number, maker.publicNumber));
    }

    /** Whether what it could take was shared out, and it was less than there was. */
    boolean isShort() {
        return isShort;
    }

    /** Null when nobody is left. */
    Next next(List<ReferenceOrder> inPriority, LongUnaryOperator wantedAt) {
        if (!planned.isEmpty() || isShort) return planned.poll();
        var left = inPriority.stream().filter(one -> !passed.contains(new Seen(one.number, one.publicNumber)));
        List<ReferenceOrder> others = left.toList();
        if (others.isEmpty()) return null;
        ReferenceOrder first = others.get(0);
        return first.instrument.sharesPrices() ? nextShare(others, wantedAt) : standing(first);
    }

    private Next nextShare(List<ReferenceOrder> others, LongUnaryOperator wantedAt) {
        ReferenceOrder first = others.get(0);
        var here = others.stream().filter(one -> one.priceTicks == first.priceTicks);
        List<ReferenceOrder> sharing = here.filter(
                        one -> !one.isHidden() && one.leastLots() == 0 && !one.isReduceOnly())
                .toList();
        var own = sharing.stream().filter(isOwn).findFirst();
        if (own.isPresent()) return standing(own.get());
        if (sharing.isEmpty()) return standing(first);
        long wanted = wantedAt.applyAsLong(first.priceTicks);
        if (wanted == 0) return standing(sharing.get(0));
        sharing.forEach(this::pass);
        isShort = sharing.stream()
                        .mapToLong(one -> standing(one).lots())
                        .mapToObj(BigInteger::valueOf)
                        .reduce(BigInteger.ZERO, BigInteger::add)
                        .compareTo(BigInteger.valueOf(wanted))
                > 0;
        List<Long> shares = ReferenceShares.of(first.instrument, sharing, wanted);
        for (int i = 0; i < shares.size(); i++) {
            if (shares.get(i) > 0) planned.add(new Next(sharing.get(i), shares.get(i)));
        }
        return planned.poll();
    }

    /** Of an iceberg its peak, but of an own one all. */
    private Next standing(ReferenceOrder maker) {
        return new Next(maker, maker.isIceberg() && !isOwn.test(maker) ? maker.shownLots : maker.openLots);
    }
}
