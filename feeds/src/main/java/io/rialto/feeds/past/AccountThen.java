package io.rialto.feeds.past;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * What an account had by then, whatever it was worth. The three sums are in the smallest unit of the asset in which the venue
 * values, as {@link io.rialto.feeds.portfolio.EquityPoint} tells them.
 *
 * @param sequence of the last frame before
 */
public record AccountThen(
        long sequence,
        List<Owned> assets,
        List<PositionThen> positions,
        BigInteger fees,
        BigInteger funding,
        BigInteger transfers) {
    /** Before there was anything. */
    public static final AccountThen NOTHING =
            new AccountThen(0, List.of(), List.of(), BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO);

    public AccountThen {
        assets = List.copyOf(assets);
        positions = List.copyOf(positions);
    }

    /** The same, with what has not changed since held once. @param before null for nothing */
    public AccountThen sharing(AccountThen before) {
        if (before == null) return this;
        List<PositionThen> shared = new ArrayList<>(positions);
        for (int i = 0; i < Math.min(shared.size(), before.positions.size()); i++) {
            PositionThen old = before.positions.get(i);
            if (old.equals(shared.get(i))) shared.set(i, old);
        }
        return new AccountThen(sequence, assets, shared, fees, funding, transfers);
    }

    /**
     * An asset's balance and margin together.
     *
     * @param broughtMinor what of the transfers was of it, at the prices of then
     */
    public record Owned(int asset, int scale, BigInteger amountMinor, BigInteger broughtMinor) {}
}
