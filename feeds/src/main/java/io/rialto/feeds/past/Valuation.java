package io.rialto.feeds.past;

import io.rialto.feeds.listing.Instrument;
import io.rialto.feeds.requirement.ContractValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.OptionalLong;

/** What things are worth at one moment's prices, in the asset in which the venue values; every value is rounded down. */
public abstract class Valuation {
    /** In which the venue values; 0 before anything is listed. */
    public abstract int asset();

    protected abstract int scale();

    /** Of one unit of an instrument; empty while nobody knows. */
    public abstract Optional<BigDecimal> mark(Instrument market);

    /** Of one whole unit of an asset; empty while it has none. */
    public abstract Optional<BigDecimal> ofAsset(int number);

    /** Of an amount of an asset, rounded down; empty while it has no price. */
    public final Optional<BigInteger> valueMinor(int number, int assetScale, BigInteger amountMinor) {
        if (number == asset()) return Optional.of(amountMinor);
        return ofAsset(number).map(price -> rounded(new BigDecimal(amountMinor, assetScale).multiply(price), scale()));
    }

    /** Of a position in an instrument at its mark, in its quote asset; a contract's counts from where its prices begin. */
    public final Optional<BigInteger> worthMinor(Instrument market, BigDecimal quantity) {
        if (market.contract().isPresent()) {
            OptionalLong mark = market.valuationTicks();
            return mark.isEmpty() ? Optional.empty() : Optional.of(contractMinor(market, mark.getAsLong(), quantity));
        }
        return mark(market)
                .map(price -> rounded(quantity.multiply(price), market.quote().scale()));
    }

    private static BigInteger contractMinor(Instrument market, long ticks, BigDecimal quantity) {
        BigDecimal lot = BigDecimal.valueOf(market.lotMantissa(), market.lotScale());
        BigInteger lots = quantity.divide(lot).toBigIntegerExact();
        return ContractValue.of(market)
                .lotTickMinor()
                .multiply(BigInteger.valueOf(ticks))
                .multiply(lots);
    }

    private static BigInteger rounded(BigDecimal money, int toScale) {
        return money.movePointRight(toScale).setScale(0, RoundingMode.FLOOR).unscaledValue();
    }
}
