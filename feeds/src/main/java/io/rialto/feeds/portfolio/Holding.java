package io.rialto.feeds.portfolio;

import io.rialto.feeds.past.AccountThen;
import java.math.BigInteger;
import java.util.Optional;

/** Something of an account's with an amount in an asset, and what that was worth when it was looked at last. */
final class Holding {
    final int asset;
    private final int assetScale;
    private BigInteger amountMinor = BigInteger.ZERO;
    private BigInteger broughtMinor = BigInteger.ZERO;
    private Optional<BigInteger> valueMinor = Optional.empty();

    Holding(int asset, int assetScale) {
        this.asset = asset;
        this.assetScale = assetScale;
    }

    BigInteger amountMinor() {
        return amountMinor;
    }

    void amountMinor(BigInteger now) {
        amountMinor = now;
    }

    /** What of it came from outside, at the price of then. */
    void brought(BigInteger worthMinor) {
        broughtMinor = broughtMinor.add(worthMinor);
    }

    AccountThen.Owned then() {
        return new AccountThen.Owned(asset, assetScale, amountMinor, broughtMinor);
    }

    boolean isValued() {
        return valueMinor.isPresent();
    }

    Optional<BigInteger> worthMinor(Prices prices) {
        return worthMinor(prices, amountMinor);
    }

    Optional<BigInteger> worthMinor(Prices prices, BigInteger ofAmountMinor) {
        return prices.valueMinor(asset, assetScale, ofAmountMinor);
    }

    /** How much more it is worth than when it was looked at last. */
    BigInteger gainMinor(Optional<BigInteger> worthMinor) {
        return worthMinor.orElse(BigInteger.ZERO).subtract(valueMinor.orElse(BigInteger.ZERO));
    }

    /** Looks at it; answers the same. */
    BigInteger look(Prices prices) {
        Optional<BigInteger> worth = worthMinor(prices);
        BigInteger gain = gainMinor(worth);
        valueMinor = worth;
        return gain;
    }
}
