package io.rialto.feeds.portfolio;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;

/** One account in one instrument, by all three views of cost. */
final class PositionCosts {
    private final Map<CostMethod, CostBook> books = new EnumMap<>(CostMethod.class);
    private BigInteger feesMinor = BigInteger.ZERO;
    private BigInteger fundingMinor = BigInteger.ZERO;
    long changedSequence;

    PositionCosts() {
        for (CostMethod method : CostMethod.values()) books.put(method, new CostBook(method));
    }

    CostBook by(CostMethod method) {
        return books.get(method);
    }

    BigInteger feesMinor() {
        return feesMinor;
    }

    BigInteger fundingMinor() {
        return fundingMinor;
    }

    void trade(BigDecimal by, BigInteger valueMinor) {
        if (by.signum() != 0) all(book -> book.trade(by, valueMinor));
    }

    /** As the average goes, so the value was: what a contract's position and its cost became, and what that realised. */
    void became(BigDecimal quantity, BigInteger costMinor, BigInteger realisedMinor) {
        CostBook average = by(CostMethod.AVERAGE);
        BigDecimal before = average.quantity();
        BigInteger costBefore = average.costMinor();
        boolean isSameSide = before.signum() * quantity.signum() > 0;
        boolean grows = before.signum() == 0 || isSameSide && quantity.abs().compareTo(before.abs()) > 0;
        if (grows) {
            all(book -> book.open(quantity.subtract(before), costMinor.subtract(costBefore)));
            return;
        }
        BigDecimal closed = isSameSide ? before.abs().subtract(quantity.abs()) : before.abs();
        BigInteger taken = isSameSide ? costBefore.subtract(costMinor) : costBefore;
        BigInteger value = before.signum() > 0 ? taken.add(realisedMinor) : taken.subtract(realisedMinor);
        if (closed.signum() > 0) all(book -> book.close(closed, value));
        if (!isSameSide && quantity.signum() != 0) all(book -> book.open(quantity, costMinor));
    }

    void paid(BigInteger feeMinor) {
        feesMinor = feesMinor.add(feeMinor);
    }

    void funded(BigInteger amountMinor) {
        fundingMinor = fundingMinor.add(amountMinor);
    }

    private void all(Consumer<CostBook> change) {
        books.values().forEach(change);
    }
}
