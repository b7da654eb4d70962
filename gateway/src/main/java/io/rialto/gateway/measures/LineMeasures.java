package io.rialto.gateway.measures;

import io.rialto.gateway.ingress.Ingress;
import io.rialto.gateway.ingress.KeptFrame;
import io.rialto.gateway.ingress.LineTimes;
import io.rialto.protocol.AmendOrderEncoder;
import io.rialto.protocol.CancelAllOrdersEncoder;
import io.rialto.protocol.CancelOrderEncoder;
import io.rialto.protocol.MassQuoteEncoder;
import io.rialto.protocol.NewOrderEncoder;
import io.rialto.protocol.NewOrderListEncoder;
import io.rialto.protocol.NewSpecialOrderEncoder;
import io.rialto.protocol.OrderAcceptedDecoder;
import io.rialto.protocol.OrderBatchEncoder;
import io.rialto.protocol.QuoteEncoder;
import io.rialto.protocol.ReplaceOrderEncoder;
import io.rialto.protocol.RunSettlementEncoder;
import io.rialto.protocol.TradeExecutedDecoder;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;

/** What decided commands say about the line: how long it took, how many there were, how many orders found another. */
public final class LineMeasures implements Ingress.Watch {
    private static final Set<Integer> NEW_ORDER =
            Set.of(NewOrderEncoder.TEMPLATE_ID, NewSpecialOrderEncoder.TEMPLATE_ID);
    private static final Set<Integer> OF_ORDERS = Set.of(
            NewOrderEncoder.TEMPLATE_ID,
            NewSpecialOrderEncoder.TEMPLATE_ID,
            CancelOrderEncoder.TEMPLATE_ID,
            CancelAllOrdersEncoder.TEMPLATE_ID,
            AmendOrderEncoder.TEMPLATE_ID,
            ReplaceOrderEncoder.TEMPLATE_ID,
            OrderBatchEncoder.TEMPLATE_ID,
            NewOrderListEncoder.TEMPLATE_ID,
            QuoteEncoder.TEMPLATE_ID,
            MassQuoteEncoder.TEMPLATE_ID);
    private static final long THOUSAND = 1_000;

    private final Measures measures;
    private final LongAdder orders = new LongAdder();

    public LineMeasures(Measures measures) {
        this.measures = measures;
        measures.sample(Measure.ORDER_THROUGHPUT, this::perSecond);
    }

    @Override
    public void decided(KeptFrame frame, LineTimes times) {
        int command = frame.view().commandType();
        if (OF_ORDERS.contains(command)) {
            orders.increment();
            measures.record(Measure.ORDER_MATCHING_LATENCY, times.ringNanos() + times.decideNanos());
        }
        if (NEW_ORDER.contains(command)
                && frame.event(OrderAcceptedDecoder.TEMPLATE_ID).isPresent()) {
            boolean hasTraded = frame.event(TradeExecutedDecoder.TEMPLATE_ID).isPresent();
            measures.record(Measure.FILL_RATE, hasTraded ? 1 : 0);
        }
        if (command == RunSettlementEncoder.TEMPLATE_ID) {
            measures.record(Measure.SETTLEMENT_DURATION, times.totalNanos());
        }
    }

    /** In thousandths. */
    private long perSecond(long sinceMillis) {
        return orders.sumThenReset() * THOUSAND * THOUSAND / sinceMillis;
    }
}
