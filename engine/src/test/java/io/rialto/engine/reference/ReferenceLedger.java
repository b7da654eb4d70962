package io.rialto.engine.reference;

import static java.math.BigInteger.ZERO;

import io.rialto.protocol.Reason;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;

/** What every account has, and how much of it is held. */
final class ReferenceLedger {
    static final int WORLD = 1;
    static final int FEE_INCOME = 2;

    private record Holding(int account, int asset) {}

    private final Map<Holding, BigInteger> totals = new HashMap<>();
    private final Map<Holding, BigInteger> helds = new HashMap<>();

    BigInteger total(int account, int asset) {
        return totals.getOrDefault(new Holding(account, asset), ZERO);
    }

    BigInteger held(int account, int asset) {
        return helds.getOrDefault(new Holding(account, asset), ZERO);
    }

    void move(int from, int to, int asset, BigInteger amount) {
        totals.merge(new Holding(from, asset), amount.negate(), BigInteger::add);
        totals.merge(new Holding(to, asset), amount, BigInteger::add);
    }

    /** Only the free part can be held. */
    void hold(int account, int asset, BigInteger amount) {
        BigInteger free = total(account, asset).subtract(held(account, asset));
        Refusal.when(amount.signum() > 0 && amount.compareTo(free) > 0, Reason.INSUFFICIENT_FUNDS);
        helds.merge(new Holding(account, asset), amount, BigInteger::add);
    }

    /** Money from outside must fit in the account and in the outside world's own total. */
    void deposit(int account, int asset, BigInteger amount) {
        Refusal.when(!fits(total(account, asset).add(amount)), Reason.VALUE_OVERFLOW);
        Refusal.when(!fits(total(WORLD, asset).subtract(amount)), Reason.VALUE_OVERFLOW);
        move(WORLD, account, asset, amount);
    }

    BigInteger sum(int asset) {
        return totals.entrySet().stream()
                .filter(entry -> entry.getKey().asset == asset)
                .map(Map.Entry::getValue)
                .reduce(ZERO, BigInteger::add);
    }

    static boolean fits(BigInteger value) {
        return value.bitLength() <= 63;
    }
}
