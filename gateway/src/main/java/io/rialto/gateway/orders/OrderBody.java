package io.rialto.gateway.orders;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.rialto.feeds.fills.Fill;
import io.rialto.feeds.orders.OrderView;
import io.rialto.gateway.form.Times;
import io.rialto.gateway.market.Listed;
import io.rialto.gateway.market.Terms;
import io.rialto.gateway.portfolio.FillBody;
import io.rialto.protocol.OrderType;
import io.rialto.protocol.Reason;
import io.rialto.protocol.TimeInForce;
import java.util.List;

/**
 * An order on the wire. Executed, prevented and remaining together are the quantity; a market order by quote amount has
 * neither quantity nor remaining.
 *
 * @param quote it is one side of a market maker's quote
 */
public record OrderBody(
        String id,
        String clientOrderId,
        String account,
        String symbol,
        String side,
        String type,
        String timeInForce,
        String postOnly,
        String selfTradePrevention,
        String price,
        String requestedPrice,
        String quantity,
        String quoteAmount,
        String executed,
        String prevented,
        String remaining,
        String averagePrice,
        String executedNotional,
        String status,
        String reason,
        @JsonUnwrapped SpecialBody special,
        String waitsFor,
        String listId,
        boolean quote,
        int version,
        List<FillBody> fills,
        long sequence,
        String ack,
        String createdAt,
        String updatedAt) {

    /** @param fills oldest first */
    public static OrderBody of(OrderView order, List<Fill> fills, Listed instruments, String ack) {
        Terms terms = instruments.terms(order.instrument(), order.sequence());
        boolean isByAmount = order.quoteAmountMinor() != 0;
        boolean isPlain = order.type() == OrderType.LIMIT;
        boolean hasLimit = isPlain || order.type() != OrderType.MARKET && order.requestedPriceTicks() != 0;
        boolean stays = order.timeInForce() != TimeInForce.IOC && order.timeInForce() != TimeInForce.FOK;
        boolean mayRest = stays && order.workingPriceTicks() != 0;
        boolean showsPrice = isPlain || mayRest || hasLimit && order.workingPriceTicks() != 0;
        return new OrderBody(
                Long.toString(order.order()),
                order.clientOrderId().isEmpty() ? null : order.clientOrderId(),
                Integer.toString(order.account()),
                terms.instrument().symbol(),
                order.side().name(),
                order.type().name(),
                order.timeInForce().name(),
                order.postOnly().name(),
                order.selfTradePrevention().name(),
                showsPrice ? terms.price(order.workingPriceTicks()) : null,
                hasLimit ? terms.price(order.requestedPriceTicks()) : null,
                isByAmount ? null : terms.quantity(order.quantityLots()),
                isByAmount ? terms.quote(order.quoteAmountMinor()) : null,
                terms.quantity(order.executedLots()),
                terms.quantity(order.preventedLots()),
                isByAmount ? null : terms.quantity(order.remainingLots()),
                order.executedLots() == 0
                        ? null
                        : terms.averagePrice(order.executedNotionalMinor(), order.executedLots()),
                terms.quote(order.executedNotionalMinor()),
                order.status().name(),
                order.reason() == Reason.NONE ? null : order.reason().name(),
                SpecialBody.of(order.special(), terms),
                order.parking().map(Enum::name).orElse(null),
                order.list() == 0 ? null : Long.toString(order.list()),
                order.isQuote(),
                order.version(),
                fills.stream()
                        .map(fill -> FillBody.of(fill, instruments.terms(fill.instrument(), fill.sequence())))
                        .toList(),
                order.sequence(),
                ack,
                Times.text(order.createdNanos()),
                Times.text(order.updatedNanos()));
    }
}
