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

    /** All that users own together, which is what the outside world and a negative fee income owe, must fit. */
    void deposit(int account, int asset, BigInteger amount) {
        BigInteger owed = amount.subtract(total(WORLD, asset))
                .subtract(total(FEE_INCOME, asset).min(ZERO));
        Refusal.when(!fits(owed), Reason.VALUE_OVERFLOW);
        move(WORLD, account, asset, amount);
    }

    /** The most that a rebate can be: what fee income has, or may owe. */
    BigInteger payableRebate(int asset, boolean mayBeNegative) {
        BigInteger mayOwe = BigInteger.valueOf(Long.MAX_VALUE).add(total(WORLD, asset));
        BigInteger payable = total(FEE_INCOME, asset).add(mayBeNegative ? mayOwe : ZERO);
        return payable.max(ZERO);
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
