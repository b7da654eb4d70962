package io.rialto.gateway.market;

import io.rialto.feeds.busts.Bust;
import io.rialto.feeds.market.Trade;
import io.rialto.gateway.form.Times;
import java.util.Optional;

/**
 * A line of the tape on the wire: as it was made, and whether it was taken back.
 *
 * @param takerSide null of a trade that is no longer kept, and so {@code time}
 * @param takenBack BUSTED, CORRECTED or REVERSED; null for a trade that stands
 * @param correction what stands in its place; null for nothing
 * @param sequence of the frame that made it; 0 when it is no longer kept
 */
public record TradeBody(
        String id,
        String price,
        String quantity,
        String takerSide,
        boolean liquidation,
        String takenBack,
        Correction correction,
        String time,
        long sequence) {
    /** Another trade in the place of one. */
    public record Correction(String id, String price, String quantity) {}

    /** @param terms as they were when it was made */
    public static TradeBody of(Trade trade, Optional<Bust> bust, Terms terms) {
        return new TradeBody(
                Long.toString(trade.number()),
                terms.price(trade.priceTicks()),
                terms.quantity(trade.quantityLots()),
                trade.takerSide().name(),
                trade.isLiquidation(),
                bust.map(each -> each.kind().name()).orElse(null),
                bust.map(each -> correction(each, terms)).orElse(null),
                Times.text(trade.timeNanos()),
                trade.sequence());
    }

    /** Of a trade of which only is known that it was taken back. */
    public static TradeBody of(Bust bust, Terms terms) {
        return new TradeBody(
                Long.toString(bust.first()),
                terms.price(bust.priceTicks()),
                terms.quantity(bust.quantityLots()),
                null,
                false,
                bust.kind().name(),
                correction(bust, terms),
                null,
                0);
    }

    private static Correction correction(Bust bust, Terms terms) {
        if (bust.kind() != Bust.Kind.CORRECTED) return null;
        return bust.replacement()
                .map(each -> new Correction(
                        Long.toString(each.trade()),
                        terms.price(each.priceTicks()),
                        terms.quantity(each.quantityLots())))
                .orElse(null);
    }
}
