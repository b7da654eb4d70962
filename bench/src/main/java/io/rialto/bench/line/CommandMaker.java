package io.rialto.bench.line;

import io.rialto.bench.recording.Instruction;
import io.rialto.bench.recording.Market;
import io.rialto.engine.ring.CommandWriter;
import io.rialto.protocol.AmendOrderEncoder;
import io.rialto.protocol.CancelOrderEncoder;
import io.rialto.protocol.NewOrderEncoder;
import io.rialto.protocol.OrderType;
import io.rialto.protocol.PostOnly;
import io.rialto.protocol.SelfTradePrevention;
import io.rialto.protocol.TimeInForce;
import java.util.function.LongUnaryOperator;
import org.agrona.collections.Long2LongHashMap;

/**
 * Makes venue commands of instructions: NEW rests until cancelled, MARKET is immediate-or-cancel bounded by its price,
 * REDUCE amends the total to a lower one. One thread.
 */
final class CommandMaker {
    private final Market market;
    private final Listed listed;
    private final LongUnaryOperator orderNumber;
    private final Long2LongHashMap totals = new Long2LongHashMap(0);
    private final NewOrderEncoder newOrder = new NewOrderEncoder();
    private final CancelOrderEncoder cancelOrder = new CancelOrderEncoder();
    private final AmendOrderEncoder amendOrder = new AmendOrderEncoder();

    /** @param orderNumber the venue's number of a recorded order */
    CommandMaker(Market market, Listed listed, LongUnaryOperator orderNumber) {
        this.market = market;
        this.listed = listed;
        this.orderNumber = orderNumber;
    }

    CommandWriter of(Instruction instruction) {
        return switch (instruction.kind()) {
            case NEW -> enter(instruction, listed.maker(), TimeInForce.GTC);
            case MARKET -> enter(instruction, listed.taker(), TimeInForce.IOC);
            case CANCEL -> cancel(orderNumber.applyAsLong(instruction.order()));
            case REDUCE -> amend(orderNumber.applyAsLong(instruction.order()), lowered(instruction));
        };
    }

    /** The new total: what was executed counts in it, so only reductions lower it. */
    private long lowered(Instruction instruction) {
        long total = totals.get(instruction.order()) - instruction.quantity();
        totals.put(instruction.order(), total);
        return total;
    }

    private CommandWriter enter(Instruction instruction, int account, TimeInForce timeInForce) {
        long ticks = market.ticks(instruction);
        totals.put(instruction.order(), instruction.quantity());
        return frame -> {
            newOrder.wrapAndApplyHeader(frame.buffer(), frame.commandOffset(), frame.partHeader())
                    .account(account)
                    .instrument(listed.instrument())
                    .priceTicks(ticks)
                    .quantityLots(instruction.quantity())
                    .quoteAmountMinor(0)
                    .side(instruction.side())
                    .orderType(OrderType.LIMIT)
                    .timeInForce(timeInForce)
                    .postOnly(PostOnly.NO)
                    .selfTradePrevention(SelfTradePrevention.NONE)
                    .clientOrderId("");
            frame.commandEncoded(NewOrderEncoder.TEMPLATE_ID, newOrder.encodedLength());
        };
    }

    private CommandWriter cancel(long order) {
        return frame -> {
            cancelOrder
                    .wrapAndApplyHeader(frame.buffer(), frame.commandOffset(), frame.partHeader())
                    .account(listed.maker())
                    .order(order);
            frame.commandEncoded(CancelOrderEncoder.TEMPLATE_ID, cancelOrder.encodedLength());
        };
    }

    private CommandWriter amend(long order, long totalLots) {
        return frame -> {
            amendOrder
                    .wrapAndApplyHeader(frame.buffer(), frame.commandOffset(), frame.partHeader())
                    .account(listed.maker())
                    .order(order)
                    .priceTicks(AmendOrderEncoder.priceTicksNullValue())
                    .quantityLots(totalLots);
            frame.commandEncoded(AmendOrderEncoder.TEMPLATE_ID, amendOrder.encodedLength());
        };
    }
}
