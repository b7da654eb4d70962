package io.rialto.feeds.trading;

import static io.rialto.protocol.frame.FrameLayout.PART_HEADER_LENGTH;

import io.rialto.protocol.MessageHeaderDecoder;
import io.rialto.protocol.NewOrderDecoder;
import io.rialto.protocol.NewSpecialOrderDecoder;
import io.rialto.protocol.OrderAcceptedDecoder;
import io.rialto.protocol.frame.FrameView;

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
    private long priceTicks;
    private long quoteAmountMinor;
    private String clientOrderId = "";

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

    AskedOrder read(FrameView frame, OrderAcceptedDecoder accepted) {
        switch (frame.commandType()) {
            case NewOrderDecoder.TEMPLATE_ID -> readPlain(frame);
            case NewSpecialOrderDecoder.TEMPLATE_ID -> readSpecial(frame);
            default -> fill(accepted.priceTicks(), 0, "");
        }
        return this;
    }

    private void readPlain(FrameView frame) {
        plain.wrap(frame.buffer(), block(frame), part.blockLength(), part.version());
        fill(plain.priceTicks(), plain.quoteAmountMinor(), plain.clientOrderId());
    }

    private void readSpecial(FrameView frame) {
        special.wrap(frame.buffer(), block(frame), part.blockLength(), part.version());
        fill(special.priceTicks(), special.quoteAmountMinor(), special.clientOrderId());
    }

    private int block(FrameView frame) {
        part.wrap(frame.buffer(), frame.offset() + frame.commandOffset());
        return part.offset() + PART_HEADER_LENGTH;
    }

    private void fill(long ticks, long amountMinor, String id) {
        priceTicks = ticks;
        quoteAmountMinor = amountMinor;
        clientOrderId = id;
    }
}
