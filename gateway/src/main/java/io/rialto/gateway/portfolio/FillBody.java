package io.rialto.gateway.portfolio;

import io.rialto.feeds.fills.Fill;
import io.rialto.gateway.form.Times;
import io.rialto.gateway.market.Terms;

/** A fill on the wire. */
public record FillBody(
        String tradeId,
        String orderId,
        String symbol,
        String side,
        String price,
        String quantity,
        String notional,
        String fee,
        String feeAsset,
        String liquidity,
        String time,
        long sequence) {

    public static FillBody of(Fill fill, Terms terms) {
        return new FillBody(
                Long.toString(fill.trade()),
                Long.toString(fill.order()),
                terms.instrument().symbol(),
                fill.side().name(),
                terms.price(fill.priceTicks()),
                terms.quantity(fill.quantityLots()),
                terms.quote(fill.notionalMinor()),
                terms.amount(fill.feeAsset(), fill.feeMinor()),
                terms.assetCode(fill.feeAsset()),
                fill.liquidity().name(),
                Times.text(fill.timeNanos()),
                fill.sequence());
    }
}
