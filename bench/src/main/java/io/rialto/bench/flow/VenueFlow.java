package io.rialto.bench.flow;

import io.rialto.protocol.AmendOrderEncoder;
import io.rialto.protocol.CancelOrderEncoder;
import io.rialto.protocol.NewOrderEncoder;
import io.rialto.protocol.OrderAcceptedDecoder;
import io.rialto.protocol.OrderType;
import io.rialto.protocol.PostOnly;
import io.rialto.protocol.SelfTradePrevention;
import io.rialto.protocol.Side;
import io.rialto.protocol.TimeInForce;
import io.rialto.protocol.TradeExecutedDecoder;
import io.rialto.protocol.frame.Frame;
import io.rialto.protocol.frame.FrameLayout;
import java.util.Arrays;
import org.agrona.DirectBuffer;

/**
 * A flow as a client of the whole venue sends it: commands in frames, order numbers as the venue gave them.
 *
 * <p>Usage: {@link #write} a command, have it decided, then {@link #heard} what it caused.
 *
 * <p>Threading: one thread. Allocates only while its tables grow to the venue's slots.
 */
public final class VenueFlow {
    /** The first account that a venue opens; the flow's owner 1. */
    public static final int FIRST_ACCOUNT = 100;

    private static final int SLOT_BITS = 27;
    private static final int SLOT_MASK = (1 << SLOT_BITS) - 1;

    private final OrderFlow flow;
    private final NewOrderEncoder newOrder = new NewOrderEncoder();
    private final CancelOrderEncoder cancel = new CancelOrderEncoder();
    private final AmendOrderEncoder amend = new AmendOrderEncoder();
    private final long[] numbers;
    private final int[] totals;
    private int[] idBySlot = new int[1 << 12];
    private long trades;
    private long quantity;
    private long hash;

    public VenueFlow(OrderFlow flow) {
        this.flow = flow;
        numbers = new long[flow.ids() + 1];
        totals = new int[flow.ids() + 1];
    }

    /** Writes the command at the index into the frame. */
    public void write(int index, Frame frame) {
        switch (flow.type(index)) {
            case OrderFlow.CANCEL -> cancel(index, frame);
            case OrderFlow.REDUCE, OrderFlow.MOVE -> amend(index, frame);
            default -> submit(index, frame);
        }
    }

    private void submit(int index, Frame frame) {
        int type = flow.type(index);
        boolean isMarket = type == OrderFlow.MARKET;
        totals[flow.id(index)] = flow.quantityLots(index);
        newOrder.wrapAndApplyHeader(frame.buffer(), frame.commandOffset(), frame.partHeader())
                .account(FIRST_ACCOUNT - 1 + flow.owner(index))
                .instrument(flow.symbol(index) + 1)
                .priceTicks(isMarket ? 0 : flow.priceTicks(index))
                .quantityLots(flow.quantityLots(index))
                .quoteAmountMinor(0)
                .side(flow.sells(index) ? Side.SELL : Side.BUY)
                .orderType(isMarket ? OrderType.MARKET : OrderType.LIMIT)
                .timeInForce(type == OrderFlow.NEW ? TimeInForce.GTC : TimeInForce.IOC)
                .postOnly(PostOnly.NO)
                .selfTradePrevention(SelfTradePrevention.NONE);
        newOrder.putClientOrderId(frame.buffer(), 0, 0);
        frame.commandEncoded(NewOrderEncoder.TEMPLATE_ID, newOrder.encodedLength());
    }

    private void cancel(int index, Frame frame) {
        cancel.wrapAndApplyHeader(frame.buffer(), frame.commandOffset(), frame.partHeader())
                .account(FIRST_ACCOUNT - 1 + flow.owner(index))
                .order(numbers[flow.id(index)]);
        frame.commandEncoded(CancelOrderEncoder.TEMPLATE_ID, cancel.encodedLength());
    }

    private void amend(int index, Frame frame) {
        int id = flow.id(index);
        boolean moves = flow.type(index) == OrderFlow.MOVE;
        if (!moves) totals[id] -= flow.quantityLots(index);
        amend.wrapAndApplyHeader(frame.buffer(), frame.commandOffset(), frame.partHeader())
                .account(FIRST_ACCOUNT - 1 + flow.owner(index))
                .order(numbers[id])
                .priceTicks(moves ? flow.priceTicks(index) : AmendOrderEncoder.priceTicksNullValue())
                .quantityLots(moves ? AmendOrderEncoder.quantityLotsNullValue() : totals[id]);
        frame.commandEncoded(AmendOrderEncoder.TEMPLATE_ID, amend.encodedLength());
    }

    /** Reads what the command at the index caused: the order's number, and every trade. */
    public void heard(int index, Frame frame) {
        DirectBuffer bytes = frame.buffer();
        int at = frame.eventsOffset();
        for (int left = frame.eventCount(); left > 0; left--) {
            int block = at + FrameLayout.PART_HEADER_LENGTH;
            int type = bytes.getShort(at + Short.BYTES) & 0xFFFF;
            if (type == TradeExecutedDecoder.TEMPLATE_ID) traded(bytes, block);
            else if (type == OrderAcceptedDecoder.TEMPLATE_ID) accepted(index, bytes, block);
            at = block + FrameLayout.aligned(bytes.getShort(at) & 0xFFFF);
        }
    }

    private void accepted(int index, DirectBuffer bytes, int block) {
        long number = bytes.getLong(block + OrderAcceptedDecoder.orderEncodingOffset());
        int slot = (int) number & SLOT_MASK;
        if (slot >= idBySlot.length) idBySlot = Arrays.copyOf(idBySlot, Math.max(slot + 1, idBySlot.length * 2));
        idBySlot[slot] = flow.id(index);
        numbers[flow.id(index)] = number;
    }

    private void traded(DirectBuffer bytes, int block) {
        long maker = bytes.getLong(block + TradeExecutedDecoder.makerOrderEncodingOffset());
        long priceTicks = bytes.getLong(block + TradeExecutedDecoder.priceTicksEncodingOffset());
        long lots = bytes.getLong(block + TradeExecutedDecoder.quantityLotsEncodingOffset());
        trades++;
        quantity += lots;
        hash = FlowAnswer.hash(hash, idBySlot[(int) maker & SLOT_MASK], priceTicks, lots);
    }

    /** What has traded so far. */
    public FlowAnswer answer() {
        return new FlowAnswer(trades, quantity, hash);
    }
}
