package io.rialto.engine.reference;

import static io.rialto.engine.reference.ReferenceInstrument.isIn;
import static java.math.BigInteger.ZERO;
import static java.math.BigInteger.valueOf;

import io.rialto.engine.reference.Command.ListInstrument;
import io.rialto.engine.reference.MarginCommand.ListContract;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a contract has beyond its market: a multiplier and an end, tiers, leverages, and what positions cost. */
final class ReferenceContract {
    /** Rates in parts per 10^7. */
    record Tier(BigInteger upTo, BigInteger initialRate, BigInteger maintenanceRate) {}

    private static final BigInteger WHOLE = valueOf(10_000_000);
    private static final int FUTURE = 1, PERPETUAL = 2;

    final BigDecimal multiplier;
    /** How far below zero prices begin. */
    final BigDecimal floor;

    final boolean isPerpetual;
    final long expiryNanos;
    private final boolean isSound;
    List<Tier> tiers = List.of(new Tier(valueOf(1L << 62), WHOLE, WHOLE.shiftRight(1)));
    private final Map<Integer, Integer> leverages = new HashMap<>();
    /** By account: total cost, and what was ever realised. */
    private final Map<Integer, BigInteger> costs = new TreeMap<>();

    private BigInteger realised = ZERO;

    ReferenceContract(ListContract asked) {
        multiplier = BigDecimal.valueOf(asked.multiplierMantissa(), asked.multiplierScale());
        boolean ends = asked.kind() == FUTURE && asked.expiryNanos() > 0;
        boolean isEndless = asked.kind() == PERPETUAL && asked.expiryNanos() == 0;
        isPerpetual = asked.kind() == PERPETUAL;
        expiryNanos = asked.expiryNanos();
        floor = BigDecimal.valueOf(asked.floorMantissa(), asked.floorScale());
        boolean hasFloor = asked.floorMantissa() >= 0 && isIn(0, asked.floorScale(), 18);
        isSound = (ends || isEndless)
                && asked.multiplierMantissa() > 0
                && isIn(0, asked.multiplierScale(), 18)
                && hasFloor;
    }

    /** Its market's terms: fees are always charged in the asset that settles. */
    static ListInstrument market(ListContract asked) {
        return new ListInstrument(
                asked.symbol(),
                asked.underlyingAsset(),
                asked.settlementAsset(),
                asked.tickMantissa(),
                asked.lotMantissa(),
                asked.minLots(),
                asked.maxLots(),
                asked.minNotional(),
                asked.collarTicks(),
                asked.referenceTicks(),
                asked.makerFeeRate(),
                asked.takerFeeRate(),
                asked.tickScale(),
                asked.lotScale(),
                2,
                asked.marketRemainder(),
                asked.feeIncomeMayBeNegative());
    }

    boolean beginsAtATick(BigDecimal tick) {
        return tick.signum() > 0
                && floor.remainder(tick).signum() == 0
                && floor.divide(tick).compareTo(BigDecimal.valueOf(1L << 62)) <= 0;
    }

    boolean isSound() {
        return isSound;
    }

    int leverage(int account) {
        return leverages.getOrDefault(account, 0);
    }

    void lever(int account, int leverage) {
        leverages.put(account, leverage);
    }

    BigInteger cost(int account) {
        return costs.getOrDefault(account, ZERO);
    }

    BigInteger realised() {
        return realised;
    }

    void keep(int account, BigInteger cost, BigInteger newlyRealised) {
        costs.put(account, cost);
        realised = realised.add(newlyRealised);
    }

    /** The first tier that reaches up to the value, else the last. */
    Tier tier(BigInteger value) {
        for (Tier tier : tiers) if (value.compareTo(tier.upTo) <= 0) return tier;
        return last();
    }

    Tier last() {
        return tiers.get(tiers.size() - 1);
    }

    BigInteger initialMargin(int account, BigInteger value) {
        BigInteger byRate = up(value.multiply(tier(value).initialRate), WHOLE);
        int leverage = leverage(account);
        return leverage == 0 ? byRate : byRate.max(up(value, valueOf(leverage)));
    }

    /** Rounded up; neither part is below zero. */
    static BigInteger up(BigInteger whole, BigInteger by) {
        return whole.add(by).subtract(BigInteger.ONE).divide(by);
    }
}
