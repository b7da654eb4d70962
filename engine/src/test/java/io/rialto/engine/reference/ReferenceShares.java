package io.rialto.engine.reference;

import static java.math.BigInteger.valueOf;

import io.rialto.protocol.Phase;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** The rulebook's section 9, stage by stage: TOP, lead market makers, by time, by size, the rest by time. */
final class ReferenceShares {
    private static final BigInteger WHOLE = valueOf(10_000);

    private final List<BigInteger> left = new ArrayList<>();
    private final List<BigInteger> given = new ArrayList<>();
    private BigInteger wanted;

    private ReferenceShares(List<ReferenceOrder> orders, long wanted) {
        this.wanted = valueOf(wanted);
        for (ReferenceOrder order : orders) {
            left.add(valueOf(order.isIceberg() ? order.shownLots : order.openLots));
            given.add(BigInteger.ZERO);
        }
    }

    /** What each of the orders of one price gets, in the order in which they are given: oldest first. */
    static List<Long> of(ReferenceInstrument instrument, List<ReferenceOrder> orders, long wanted) {
        ReferenceShares shares = new ReferenceShares(orders, wanted);
        if (shares.total().compareTo(shares.wanted) > 0) shares.shareOut(instrument, orders);
        else shares.byTime(shares.wanted);
        return shares.given.stream().map(BigInteger::longValueExact).toList();
    }

    /** Whether it shows a better price than all that is shown on its side, where prices are shared. */
    static boolean betters(ReferenceOrder order, ReferenceMatching matching) {
        if (order.isHidden() || !order.instrument.sharesPrices()) return false;
        return matching.side(order.instrument, order.side).stream()
                .filter(other -> !other.isHidden())
                .allMatch(other ->
                        order.isBuy ? other.priceTicks < order.priceTicks : other.priceTicks > order.priceTicks);
    }

    /** Who betters its side ends another one's time, and is the TOP order itself if it is large enough. */
    static void settleTop(ReferenceOrder order, boolean betters) {
        var instrument = order.instrument;
        if (!instrument.sharesPrices()) return;
        long least = instrument.parameter(37);
        boolean isContinuous = instrument.session.phase == Phase.CONTINUOUS;
        boolean isLarge = isContinuous && least != Command.NULL && order.openLots >= least;
        if (betters || instrument.top.getOrDefault(order.side, 0L) == order.number) instrument.top.remove(order.side);
        if (betters && isLarge && order.leastLots() == 0) instrument.top.put(order.side, order.number);
    }

    private BigInteger total() {
        return left.stream().reduce(BigInteger.ZERO, BigInteger::add);
    }

    private void shareOut(ReferenceInstrument instrument, List<ReferenceOrder> orders) {
        for (int i = 0; i < orders.size(); i++) {
            ReferenceOrder order = orders.get(i);
            boolean isTop = instrument.top.getOrDefault(order.side, 0L) == order.number;
            long most = instrument.parameter(38);
            if (isTop) give(i, most == Command.NULL ? wanted : valueOf(most));
        }
        BigInteger afterTop = wanted;
        instrument.leads.forEach((account, bps) -> {
            BigInteger share = part(afterTop, valueOf(bps), WHOLE);
            for (int i = 0; i < orders.size(); i++) {
                if (orders.get(i).account == account) share = share.subtract(give(i, share));
            }
        });
        if (instrument.parameter(36) != Command.NULL) byTime(part(wanted, valueOf(instrument.parameter(36)), WHOLE));
        BigInteger forSize = wanted;
        BigInteger total = total();
        for (int i = 0; i < orders.size(); i++) {
            BigInteger share = part(forSize, left.get(i), total);
            boolean isEnough = share.compareTo(valueOf(instrument.parameter(35))) >= 0;
            if (isEnough) give(i, share);
        }
        byTime(wanted);
    }

    private void byTime(BigInteger lots) {
        BigInteger rest = lots;
        for (int i = 0; i < left.size(); i++) rest = rest.subtract(give(i, rest));
    }

    private BigInteger give(int order, BigInteger most) {
        BigInteger lots = most.min(wanted).min(left.get(order));
        left.set(order, left.get(order).subtract(lots));
        given.set(order, given.get(order).add(lots));
        wanted = wanted.subtract(lots);
        return lots;
    }

    private static BigInteger part(BigInteger whole, BigInteger part, BigInteger of) {
        return whole.multiply(part).divide(of);
    }
}
