package io.rialto.engine.correction;

import io.rialto.engine.listing.Instrument;
import io.rialto.engine.pricing.LotValue;
import io.rialto.engine.settlement.KeptTrades.Trade;
import java.math.BigInteger;

/** What a trade comes to at another price or quantity: its fees in the proportion of what they are on, rounded up. */
final class Correction {
    final long priceTicks;
    final long lots;
    final long notionalMinor;
    final long baseMinor;
    long buyerOwes;
    long buyerReceives;
    long sellerReceives;
    boolean isPromised;
    private boolean fits;

    Correction(Instrument market, Trade trade, long priceTicks, long lots) {
        this.priceTicks = priceTicks;
        this.lots = lots;
        notionalMinor = market.lotValue().traded(priceTicks, lots);
        baseMinor = LotValue.product(lots, market.lotBaseMinor());
        fits = notionalMinor != LotValue.OVERFLOW && baseMinor != LotValue.OVERFLOW;
        if (fits) charge(trade);
    }

    private void charge(Trade trade) {
        buyerOwes = sum(notionalMinor, fee(trade.buyerOwes - trade.notionalMinor, notionalMinor, trade.notionalMinor));
        buyerReceives = sum(baseMinor, -fee(trade.sellerOwes - trade.buyerReceives, baseMinor, trade.sellerOwes));
        long sellerFee = fee(trade.notionalMinor - trade.sellerReceives, notionalMinor, trade.notionalMinor);
        sellerReceives = sum(notionalMinor, -sellerFee);
    }

    private long fee(long feeMinor, long onMinor, long wasOnMinor) {
        if (feeMinor == 0 || wasOnMinor == 0) return 0;
        BigInteger fee = proportion(feeMinor, onMinor, wasOnMinor);
        fits &= fee.bitLength() < Long.SIZE;
        return fee.longValue();
    }

    /** Rounded up. */
    static BigInteger proportion(long feeMinor, long onMinor, long wasOnMinor) {
        BigInteger[] parts = BigInteger.valueOf(feeMinor)
                .multiply(BigInteger.valueOf(onMinor))
                .divideAndRemainder(BigInteger.valueOf(wasOnMinor));
        return parts[1].signum() > 0 ? parts[0].add(BigInteger.ONE) : parts[0];
    }

    private long sum(long one, long other) {
        long sum = one + other;
        fits &= ((one ^ sum) & (other ^ sum)) >= 0;
        return sum;
    }

    /** Whether every part of it is a number of 63 bits. */
    boolean fits() {
        return fits;
    }
}
