package io.rialto.feeds.trading;

import static io.rialto.protocol.frame.FrameLayout.PART_HEADER_LENGTH;

import io.rialto.protocol.ClosingCause;
import io.rialto.protocol.ClosingOrderMadeDecoder;
import io.rialto.protocol.MassQuoteDecoder;
import io.rialto.protocol.MessageHeaderDecoder;
import io.rialto.protocol.NewOrderDecoder;
import io.rialto.protocol.NewOrderListDecoder;
import io.rialto.protocol.NewSpecialOrderDecoder;
import io.rialto.protocol.OrderAcceptedDecoder;
import io.rialto.protocol.OrderBatchDecoder;
import io.rialto.protocol.OrderListAcceptedDecoder;
import io.rialto.protocol.ReplaceOrderDecoder;
import io.rialto.protocol.frame.CommandParts;
import io.rialto.protocol.frame.FrameView;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * What a command said of an order that it made, and its acceptance does not repeat. One object is filled in anew for
 * each acceptance.
 *
 * <p>An order of a command that is not known here has what its acceptance says, and no name.
 */
public final class AskedOrder {
    private final MessageHeaderDecoder part = new MessageHeaderDecoder();
    private final NewOrderDecoder plain = new NewOrderDecoder();
    private final NewSpecialOrderDecoder special = new NewSpecialOrderDecoder();
    private final UnsafeBuffer whole = new UnsafeBuffer(0, 0);
    private final CommandParts parts = new CommandParts();
    private final long[] legs = new long[3];
    private int operation;
    private boolean isQuote;
    private long closingOrder;
    private boolean isClosing;
    private boolean isLiquidating;
    private long priceTicks;
    private long quoteAmountMinor;
    private String clientOrderId = "";

    /** Whether it is one side of a market maker's quote. */
    public boolean isQuote() {
        return isQuote;
    }

    /** Whether nobody asked for it but the venue, to bring a position closer to zero. */
    public boolean isClosing() {
        return isClosing;
    }

    /** Whether it does so because the account is being liquidated. */
    public boolean isLiquidating() {
        return isClosing && isLiquidating;
    }

    /** The limit that was asked for; 0 for none. */
    public long priceTicks() {
        return priceTicks;
    }

    /** 0 when by quantity. */
    public long quoteAmountMinor() {
        return quoteAmountMinor;
    }

    /** Empty for none. */
    public String clientOrderId() {
        return clientOrderId;
    }

    /** The order that is accepted next is of the venue's own making. */
    void onClosing(ClosingOrderMadeDecoder event) {
        closingOrder = event.order();
        isLiquidating = event.cause() == ClosingCause.LIQUIDATION;
    }

    /** Of a batch: the operation that what follows is of. */
    void onOperation(int number) {
        operation = number;
    }

    /** Of a list: legs are accepted in another order than they were written in. */
    void onList(OrderListAcceptedDecoder list) {
        legs[0] = list.firstOrder();
        legs[1] = list.secondOrder();
        legs[2] = list.thirdOrder();
    }

    private int place(FrameView frame, long order) {
        switch (frame.commandType()) {
            case OrderBatchDecoder.TEMPLATE_ID -> {
                return operation;
            }
            case NewOrderListDecoder.TEMPLATE_ID -> {
                return order == legs[0] ? 0 : order == legs[1] ? 1 : 2;
            }
            default -> {
                return 0;
            }
        }
    }

    AskedOrder read(FrameView frame, OrderAcceptedDecoder accepted) {
        isClosing = accepted.order() == closingOrder;
        closingOrder = 0;
        isQuote = !isClosing && frame.commandType() == MassQuoteDecoder.TEMPLATE_ID;
        if (isClosing) fill(accepted.priceTicks(), 0, "");
        else readAsked(frame, accepted);
        return this;
    }

    private void readAsked(FrameView frame, OrderAcceptedDecoder accepted) {
        int place = place(frame, accepted.order());
        int command = frame.offset() + frame.commandOffset();
        switch (frame.commandType()) {
            case NewOrderDecoder.TEMPLATE_ID, NewSpecialOrderDecoder.TEMPLATE_ID -> readPart(frame, command, accepted);
            case OrderBatchDecoder.TEMPLATE_ID, NewOrderListDecoder.TEMPLATE_ID, ReplaceOrderDecoder.TEMPLATE_ID ->
                readPart(frame, partOf(frame, command, place), accepted);
            default -> fill(accepted.priceTicks(), 0, "");
        }
    }

    /**
     * Where the part of that place starts; the command itself when there is none. Parts are aligned from the frame's
     * start, which in a journal's file stands anywhere.
     */
    private int partOf(FrameView frame, int command, int place) {
        whole.wrap(frame.buffer(), frame.offset(), frame.length());
        parts.wrap(whole, frame.commandOffset(), frame.eventsOffset());
        for (int i = 0; i <= place; i++) {
            if (!parts.next()) return command;
        }
        return frame.offset() + parts.offset();
    }

    private void readPart(FrameView frame, int offset, OrderAcceptedDecoder accepted) {
        part.wrap(frame.buffer(), offset);
        int block = offset + PART_HEADER_LENGTH;
        if (part.templateId() == NewOrderDecoder.TEMPLATE_ID) {
            plain.wrap(frame.buffer(), block, part.blockLength(), part.version());
            fill(plain.priceTicks(), plain.quoteAmountMinor(), plain.clientOrderId());
        } else if (part.templateId() == NewSpecialOrderDecoder.TEMPLATE_ID) {
            special.wrap(frame.buffer(), block, part.blockLength(), part.version());
            fill(special.priceTicks(), special.quoteAmountMinor(), special.clientOrderId());
        } else {
            fill(accepted.priceTicks(), 0, "");
        }
    }

    private void fill(long ticks, long amountMinor, String id) {
        priceTicks = ticks;
        quoteAmountMinor = amountMinor;
        clientOrderId = id;
    }
}
