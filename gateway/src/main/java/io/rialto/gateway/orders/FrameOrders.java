package io.rialto.gateway.orders;

import io.rialto.feeds.fills.Fill;
import io.rialto.feeds.orders.OrderStatus;
import io.rialto.feeds.orders.OrderView;
import io.rialto.gateway.market.Listed;
import io.rialto.gateway.market.Terms;
import io.rialto.protocol.MessageHeaderDecoder;
import io.rialto.protocol.NewOrderDecoder;
import io.rialto.protocol.OrderAcceptedDecoder;
import io.rialto.protocol.OrderAmendedDecoder;
import io.rialto.protocol.frame.FrameView;
import java.util.List;
import java.util.stream.Stream;

/**
 * Orders as one frame left them, rebuilt from that frame: so the answer to a request is the same whenever it is asked
 * for again.
 */
final class FrameOrders {
    private final Listed instruments;
    private final String ack;

    FrameOrders(Listed instruments, String ack) {
        this.instruments = instruments;
        this.ack = ack;
    }

    /** The order that a NewOrder made; the frame must hold an acceptance. */
    OrderBody placed(FrameView frame) {
        NewOrderDecoder asked = new NewOrderDecoder()
                .wrapAndApplyHeader(frame.buffer(), frame.offset() + frame.commandOffset(), new MessageHeaderDecoder());
        frame.rewind().nextEvent();
        OrderAcceptedDecoder accepted = new OrderAcceptedDecoder()
                .wrap(frame.buffer(), frame.eventOffset(), frame.eventBlockLength(), frame.eventVersion());
        Terms terms = instruments.terms(accepted.instrument());
        Aggressor came = new Aggressor(accepted.order(), terms.instrument(), accepted.priceTicks()).read(frame);
        Sums sums = Sums.of(came.fills);
        long quantityLots = accepted.quantityLots();
        OrderView order = new OrderView(
                accepted.order(),
                asked.clientOrderId(),
                accepted.account(),
                accepted.instrument(),
                accepted.side(),
                accepted.orderType(),
                accepted.timeInForce(),
                accepted.postOnly(),
                accepted.selfTradePrevention(),
                asked.priceTicks(),
                came.workingPriceTicks,
                quantityLots,
                asked.quoteAmountMinor(),
                sums.lots,
                came.preventedLots,
                quantityLots == 0 ? 0 : quantityLots - sums.lots - came.preventedLots,
                sums.notionalMinor,
                came.status(sums.lots),
                came.reason,
                1,
                frame.timeNanos(),
                frame.timeNanos(),
                frame.sequence(),
                frame.sequence());
        return OrderBody.of(order, came.fills, terms, ack);
    }

    /**
     * The order as an amendment left it.
     *
     * @param known the order as it is known now: what an amendment cannot change is taken from it
     * @param before its fills of frames before this one, oldest first
     */
    OrderBody amended(FrameView frame, OrderView known, List<Fill> before) {
        frame.rewind().nextEvent();
        OrderAmendedDecoder amended = new OrderAmendedDecoder()
                .wrap(frame.buffer(), frame.eventOffset(), frame.eventBlockLength(), frame.eventVersion());
        Terms terms = instruments.terms(amended.instrument());
        Aggressor came = new Aggressor(known.order(), terms.instrument(), amended.newPriceTicks()).read(frame);
        List<Fill> fills = Stream.concat(before.stream(), came.fills.stream()).toList();
        Sums sums = Sums.of(fills);
        long preventedLots =
                amended.newQuantityLots() - amended.newOpenLots() - Sums.of(before).lots + came.preventedLots;
        boolean isKept = amended.priorityKept() != 0;
        OrderStatus open = sums.lots == 0 ? OrderStatus.NEW : OrderStatus.PARTIALLY_FILLED;
        OrderView order = new OrderView(
                known.order(),
                known.clientOrderId(),
                known.account(),
                known.instrument(),
                known.side(),
                known.type(),
                known.timeInForce(),
                known.postOnly(),
                known.selfTradePrevention(),
                amended.newPriceTicks(),
                came.workingPriceTicks,
                amended.newQuantityLots(),
                known.quoteAmountMinor(),
                sums.lots,
                preventedLots,
                amended.newQuantityLots() - sums.lots - preventedLots,
                sums.notionalMinor,
                isKept ? open : came.status(sums.lots),
                came.reason,
                amended.version(),
                known.createdNanos(),
                frame.timeNanos(),
                known.createdSequence(),
                frame.sequence());
        return OrderBody.of(order, fills, terms, ack);
    }

    private record Sums(long lots, long notionalMinor) {
        static Sums of(List<Fill> fills) {
            long lots = 0;
            long notionalMinor = 0;
            for (Fill fill : fills) {
                lots += fill.quantityLots();
                notionalMinor += fill.notionalMinor();
            }
            return new Sums(lots, notionalMinor);
        }
    }
}
