package io.rialto.feeds.costs;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayDeque;

/**
 * One position by one view of cost: parcels of quantity with what they cost, all on one side. Money in minor units, whole;
 * a part of a parcel takes its share of the cost rounded down, the last part all that is left.
 *
 * <p>Beyond {@value #MOST_PARCELS} parcels the two oldest are merged into one.
 *
 * <p>Threading: one thread.
 */
public final class CostBook {
    private static final int MOST_PARCELS = 10_000;

    private final CostMethod method;
    private final ArrayDeque<Parcel> parcels = new ArrayDeque<>(2);
    private BigDecimal quantity = BigDecimal.ZERO;
    private BigInteger costMinor = BigInteger.ZERO;
    private BigInteger realisedMinor = BigInteger.ZERO;

    private record Parcel(BigDecimal size, BigInteger costMinor) {
        Parcel and(Parcel other) {
            return new Parcel(size.add(other.size), costMinor.add(other.costMinor));
        }
    }

    public CostBook(CostMethod method) {
        this.method = method;
    }

    /** One that goes on from where this stands, on its own. */
    public CostBook copy() {
        CostBook copy = new CostBook(method);
        copy.parcels.addAll(parcels);
        copy.quantity = quantity;
        copy.costMinor = costMinor;
        copy.realisedMinor = realisedMinor;
        return copy;
    }

    /** Bought less sold. */
    public BigDecimal quantity() {
        return quantity;
    }

    public BigInteger costMinor() {
        return costMinor;
    }

    public BigInteger realisedMinor() {
        return realisedMinor;
    }

    /** What it would realise to close all of it for this. */
    public BigInteger unrealisedMinor(BigInteger valueMinor) {
        return gain(valueMinor, costMinor);
    }

    /** So much bought, or below zero sold, for a value: first what that closes, then what it opens. */
    public void trade(BigDecimal by, BigInteger valueMinor) {
        boolean grows = quantity.signum() == 0 || quantity.signum() == by.signum();
        BigDecimal size = by.abs();
        BigDecimal closed = grows ? BigDecimal.ZERO : size.min(quantity.abs());
        BigInteger closedMinor = share(valueMinor, closed, size);
        if (closed.signum() > 0) close(closed, closedMinor);
        BigDecimal opened = size.subtract(closed);
        if (opened.signum() > 0) {
            open(by.signum() > 0 ? opened : opened.negate(), valueMinor.subtract(closedMinor));
        }
    }

    /** More on the side that it is on. */
    public void open(BigDecimal by, BigInteger valueMinor) {
        Parcel parcel = new Parcel(by.abs(), valueMinor);
        boolean merges = method == CostMethod.AVERAGE && !parcels.isEmpty();
        parcels.addLast(merges ? parcels.removeLast().and(parcel) : parcel);
        if (parcels.size() > MOST_PARCELS)
            parcels.addFirst(parcels.removeFirst().and(parcels.removeFirst()));
        quantity = quantity.add(by);
        costMinor = costMinor.add(valueMinor);
    }

    /** @param size at most what there is */
    void close(BigDecimal size, BigInteger valueMinor) {
        BigInteger taken = BigInteger.ZERO;
        BigDecimal left = size;
        while (left.signum() > 0) {
            Parcel parcel = method == CostMethod.LIFO ? parcels.removeLast() : parcels.removeFirst();
            BigDecimal part = left.min(parcel.size);
            BigInteger share = share(parcel.costMinor, part, parcel.size);
            if (part.compareTo(parcel.size) < 0) {
                giveBack(new Parcel(parcel.size.subtract(part), parcel.costMinor.subtract(share)));
            }
            taken = taken.add(share);
            left = left.subtract(part);
        }
        realisedMinor = realisedMinor.add(gain(valueMinor, taken));
        costMinor = costMinor.subtract(taken);
        quantity = quantity.signum() > 0 ? quantity.subtract(size) : quantity.add(size);
    }

    private void giveBack(Parcel rest) {
        if (method == CostMethod.LIFO) parcels.addLast(rest);
        else parcels.addFirst(rest);
    }

    private BigInteger gain(BigInteger valueMinor, BigInteger ofCostMinor) {
        return quantity.signum() < 0 ? ofCostMinor.subtract(valueMinor) : valueMinor.subtract(ofCostMinor);
    }

    private static BigInteger share(BigInteger whole, BigDecimal part, BigDecimal of) {
        if (part.compareTo(of) == 0) return whole;
        if (part.signum() == 0) return BigInteger.ZERO;
        int scale = Math.max(part.scale(), of.scale());
        BigInteger parts = part.setScale(scale).unscaledValue();
        return whole.multiply(parts).divide(of.setScale(scale).unscaledValue());
    }
}
