package io.rialto.gateway.entry;

import io.rialto.gateway.ingress.Command;
import io.rialto.protocol.AmendDisplayEncoder;
import io.rialto.protocol.AmendTriggerEncoder;
import io.rialto.protocol.CancelAfterEncoder;
import io.rialto.protocol.CancelAllOrdersEncoder;
import io.rialto.protocol.CancelOrdersEncoder;
import io.rialto.protocol.Side;
import java.util.Optional;
import java.util.OptionalLong;

/** The commands of trading that are not a new order. */
public final class OrderCommands {
    private OrderCommands() {}

    public static Command cancel(int account, long order) {
        return new CancelPart(account, order).alone();
    }

    /** @param instrument 0 for every one */
    public static Command cancelAll(int account, int instrument, Optional<Side> side) {
        return frame -> {
            CancelAllOrdersEncoder command = new CancelAllOrdersEncoder()
                    .wrapAndApplyHeader(frame.buffer(), frame.commandOffset(), frame.partHeader());
            command.account(account).instrument(instrument).side(side.orElse(Side.NULL_VAL));
            frame.commandEncoded(CancelAllOrdersEncoder.TEMPLATE_ID, command.encodedLength());
        };
    }

    public static Command amend(int account, long order, OptionalLong priceTicks, OptionalLong quantityLots) {
        return new AmendPart(account, order, priceTicks, quantityLots).alone();
    }

    /** Of an order that waits for its trigger. */
    public static Command amendTrigger(
            int account, long order, OptionalLong triggerTicks, OptionalLong priceTicks, OptionalLong quantityLots) {
        return frame -> {
            AmendTriggerEncoder command = new AmendTriggerEncoder()
                    .wrapAndApplyHeader(frame.buffer(), frame.commandOffset(), frame.partHeader());
            command.account(account)
                    .order(order)
                    .triggerTicks(triggerTicks.orElse(AmendTriggerEncoder.triggerTicksNullValue()))
                    .priceTicks(priceTicks.orElse(AmendTriggerEncoder.priceTicksNullValue()))
                    .quantityLots(quantityLots.orElse(AmendTriggerEncoder.quantityLotsNullValue()));
            frame.commandEncoded(AmendTriggerEncoder.TEMPLATE_ID, command.encodedLength());
        };
    }

    /** Of an iceberg. */
    public static Command amendDisplay(int account, long order, long displayLots) {
        return frame -> {
            AmendDisplayEncoder command = new AmendDisplayEncoder()
                    .wrapAndApplyHeader(frame.buffer(), frame.commandOffset(), frame.partHeader());
            command.account(account).order(order).displayLots(displayLots);
            frame.commandEncoded(AmendDisplayEncoder.TEMPLATE_ID, command.encodedLength());
        };
    }

    /** @param account 0 for every one; @param instrument 0 for every one, then without prices */
    public static Command cancelOrders(
            int account, int instrument, Optional<Side> side, OptionalLong lowestTicks, OptionalLong highestTicks) {
        return frame -> {
            CancelOrdersEncoder command = new CancelOrdersEncoder()
                    .wrapAndApplyHeader(frame.buffer(), frame.commandOffset(), frame.partHeader());
            command.account(account)
                    .instrument(instrument)
                    .lowestTicks(lowestTicks.orElse(CancelOrdersEncoder.lowestTicksNullValue()))
                    .highestTicks(highestTicks.orElse(CancelOrdersEncoder.highestTicksNullValue()))
                    .side(side.orElse(Side.NULL_VAL));
            frame.commandEncoded(CancelOrdersEncoder.TEMPLATE_ID, command.encodedLength());
        };
    }

    /** The dead man's switch. @param timeoutNanos 0 turns it off */
    public static Command cancelAfter(int account, int instrument, long timeoutNanos) {
        return frame -> {
            CancelAfterEncoder command = new CancelAfterEncoder()
                    .wrapAndApplyHeader(frame.buffer(), frame.commandOffset(), frame.partHeader());
            command.timeoutNanos(timeoutNanos).account(account).instrument(instrument);
            frame.commandEncoded(CancelAfterEncoder.TEMPLATE_ID, command.encodedLength());
        };
    }
}
