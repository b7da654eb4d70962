package io.rialto.feeds.past;

import io.rialto.feeds.costs.CostMethod;
import io.rialto.feeds.costs.PositionCosts;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;

/**
 * What trades in one instrument had made by then; money in its quote asset, lists by the view of cost.
 *
 * @param quantity bought less sold
 * @param fundingMinor above zero was paid
 */
public record PositionThen(
        int instrument,
        BigDecimal quantity,
        List<BigInteger> costsMinor,
        List<BigInteger> realisedMinor,
        BigInteger feesMinor,
        BigInteger fundingMinor) {
    public static PositionThen of(int instrument, PositionCosts costs) {
        return new PositionThen(
                instrument,
                costs.by(CostMethod.AVERAGE).quantity(),
                Arrays.stream(CostMethod.values())
                        .map(method -> costs.by(method).costMinor())
                        .toList(),
                Arrays.stream(CostMethod.values())
                        .map(method -> costs.by(method).realisedMinor())
                        .toList(),
                costs.feesMinor(),
                costs.fundingMinor());
    }

    public BigInteger costMinor(CostMethod method) {
        return costsMinor.get(method.ordinal());
    }

    public BigInteger realisedMinor(CostMethod method) {
        return realisedMinor.get(method.ordinal());
    }

    /** What closing it for so much would realise. */
    public BigInteger unrealisedMinor(CostMethod method, BigInteger worthMinor) {
        BigInteger gain = worthMinor.abs().subtract(costMinor(method));
        return quantity.signum() < 0 ? gain.negate() : gain;
    }
}
