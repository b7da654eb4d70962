package io.rialto.gateway.orders;

import io.rialto.feeds.fills.Fill;
import io.rialto.feeds.orders.OrderView;
import io.rialto.feeds.trading.SpecialTerms;
import io.rialto.gateway.form.Times;
import io.rialto.gateway.market.Terms;
import io.rialto.gateway.portfolio.FillBody;
import io.rialto.protocol.OrderType;
import io.rialto.protocol.PegReference;
import io.rialto.protocol.Reason;
import io.rialto.protocol.TimeInForce;
import io.rialto.protocol.TriggerSource;
import java.util.List;
import java.util.OptionalLong;

/**
 * An order on the wire. Executed, prevented and remaining together are the quantity; a market order by quote amount has
 * neither quantity nor remaining.
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
        String triggerPrice,
        String triggerSource,
        String activationPrice,
        Long trailingTicks,
        Integer trailingBps,
        String displayQuantity,
        String displayRange,
        String minQuantity,
        String pegReference,
        Long pegOffsetTicks,
        String expireTime,
        boolean hidden,
        boolean allOrNone,
        boolean reduceOnly,
        boolean exempt,
        String waitsFor,
        String listId,
        int version,
        List<FillBody> fills,
        long sequence,
        String ack,
        String createdAt,
        String updatedAt) {

    /** @param fills oldest first */
    static OrderBody of(OrderView order, List<Fill> fills, Terms terms, String ack) {
        boolean isByAmount = order.quoteAmountMinor() != 0;
        boolean isPlain = order.type() == OrderType.LIMIT;
        boolean hasLimit = isPlain || order.type() != OrderType.MARKET && order.requestedPriceTicks() != 0;
        boolean mayRest = order.timeInForce() == TimeInForce.GTC && order.workingPriceTicks() != 0;
        boolean showsPrice = isPlain || mayRest || hasLimit && order.workingPriceTicks() != 0;
        SpecialTerms special = order.special();
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
                price(special.triggerTicks(), terms),
                special.triggerSource() == TriggerSource.NONE
                        ? null
                        : special.triggerSource().name(),
                price(special.activationTicks(), terms),
                special.trailingTicks() == 0 ? null : special.trailingTicks(),
                special.trailingBps() == 0 ? null : special.trailingBps(),
                quantity(special.displayLots(), terms),
                quantity(special.displayRangeLots(), terms),
                quantity(special.minQuantityLots(), terms),
                special.pegReference() == PegReference.NONE
                        ? null
                        : special.pegReference().name(),
                special.pegReference() == PegReference.NONE ? null : special.pegOffsetTicks(),
                special.expireTimeNanos() == 0 ? null : Times.text(special.expireTimeNanos()),
                special.isHidden(),
                special.isAllOrNone(),
                special.isReduceOnly(),
                special.isExempt(),
                order.parking().map(Enum::name).orElse(null),
                order.list() == 0 ? null : Long.toString(order.list()),
                order.version(),
                fills.stream().map(fill -> FillBody.of(fill, terms)).toList(),
                order.sequence(),
                ack,
                Times.text(order.createdNanos()),
                Times.text(order.updatedNanos()));
    }

    private static String price(OptionalLong ticks, Terms terms) {
        return ticks.isPresent() ? terms.price(ticks.getAsLong()) : null;
    }

    private static String quantity(long lots, Terms terms) {
        return lots == 0 ? null : terms.quantity(lots);
    }
}
