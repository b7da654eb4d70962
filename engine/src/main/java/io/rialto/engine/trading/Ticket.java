package io.rialto.engine.trading;

import io.rialto.protocol.NewOrderDecoder;
import io.rialto.protocol.OrderType;
import io.rialto.protocol.PostOnly;
import io.rialto.protocol.SelfTradePrevention;
import io.rialto.protocol.Side;
import io.rialto.protocol.TimeInForce;
import org.agrona.DirectBuffer;

/** The order that is being asked for, as it was written: any byte may stand where a code should. */
final class Ticket {
    private static final byte LIMIT = (byte) OrderType.LIMIT.value();
    private static final byte MARKET = (byte) OrderType.MARKET.value();
    private static final byte GTC = (byte) TimeInForce.GTC.value();
    private static final byte FOK = (byte) TimeInForce.FOK.value();
    private static final byte SLIDE = (byte) PostOnly.SLIDE.value();
    private static final byte BUY = (byte) Side.BUY.value();
    private static final byte SELL = (byte) Side.SELL.value();
    private static final byte LAST_PREVENTION = (byte) SelfTradePrevention.DECREMENT.value();

    int account;
    int instrument;
    long priceTicks;
    long quantityLots;
    long quoteAmountMinor;
    boolean buys;
    byte prevention;
    byte type;
    byte timeInForce;
    byte postOnly;
    int clientIdOffset;
    private byte side;

    void read(DirectBuffer buffer, int at) {
        account = buffer.getInt(at + NewOrderDecoder.accountEncodingOffset());
        instrument = buffer.getInt(at + NewOrderDecoder.instrumentEncodingOffset());
        priceTicks = buffer.getLong(at + NewOrderDecoder.priceTicksEncodingOffset());
        quantityLots = buffer.getLong(at + NewOrderDecoder.quantityLotsEncodingOffset());
        quoteAmountMinor = buffer.getLong(at + NewOrderDecoder.quoteAmountMinorEncodingOffset());
        side = buffer.getByte(at + NewOrderDecoder.sideEncodingOffset());
        type = buffer.getByte(at + NewOrderDecoder.orderTypeEncodingOffset());
        timeInForce = buffer.getByte(at + NewOrderDecoder.timeInForceEncodingOffset());
        postOnly = buffer.getByte(at + NewOrderDecoder.postOnlyEncodingOffset());
        prevention = buffer.getByte(at + NewOrderDecoder.selfTradePreventionEncodingOffset());
        clientIdOffset = at + NewOrderDecoder.BLOCK_LENGTH;
        buys = side == BUY;
    }

    /** Whether its codes exist and its fields can stand together. The sizes of its numbers are another question. */
    boolean standsTogether() {
        boolean areCodes = (side == BUY || side == SELL)
                && timeInForce >= GTC
                && timeInForce <= FOK
                && postOnly >= 0
                && postOnly <= SLIDE
                && prevention >= 0
                && prevention <= LAST_PREVENTION;
        if (!areCodes) return false;
        if (type == LIMIT) return quoteAmountMinor == 0 && (!isPostOnly() || timeInForce == GTC);
        return type == MARKET && priceTicks == 0 && !isPostOnly() && standsByAmount();
    }

    private boolean standsByAmount() {
        return !isByAmount() || quantityLots == 0 && timeInForce != FOK;
    }

    boolean isMarket() {
        return type == MARKET;
    }

    boolean isByAmount() {
        return quoteAmountMinor != 0;
    }

    boolean isFillOrKill() {
        return timeInForce == FOK;
    }

    boolean isPostOnly() {
        return postOnly != 0;
    }

    boolean slides() {
        return postOnly == SLIDE;
    }

    boolean mayRest() {
        return timeInForce == GTC;
    }

    boolean asksForAccountsPrevention() {
        return prevention == 0;
    }

    Side side() {
        return buys ? Side.BUY : Side.SELL;
    }
}
