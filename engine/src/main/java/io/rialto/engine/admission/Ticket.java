package io.rialto.engine.admission;

import io.rialto.engine.book.OrderPool;
import io.rialto.engine.listing.Instrument;
import io.rialto.engine.orders.OpenOrders;
import io.rialto.engine.orders.Special;
import io.rialto.engine.pricing.LotValue;
import io.rialto.protocol.NewOrderDecoder;
import io.rialto.protocol.NewSpecialOrderDecoder;
import io.rialto.protocol.OrderType;
import io.rialto.protocol.PostOnly;
import io.rialto.protocol.Reason;
import io.rialto.protocol.SelfTradePrevention;
import io.rialto.protocol.Side;
import io.rialto.protocol.TimeInForce;
import io.rialto.protocol.frame.CommandParts;
import org.agrona.DirectBuffer;

/**
 * The order that is being asked for, as it was written: any byte may stand where a code should.
 *
 * <p>One object, filled again for every order; its fields are open to the checks. Threading: the core's thread only.
 */
public final class Ticket {
    private static final byte LIMIT = (byte) OrderType.LIMIT.value();
    private static final byte MARKET = (byte) OrderType.MARKET.value();
    private static final byte MARKET_TO_LIMIT = (byte) OrderType.MARKET_TO_LIMIT.value();
    private static final byte STOP = (byte) OrderType.STOP.value();
    private static final byte TRAILING_STOP_LIMIT = (byte) OrderType.TRAILING_STOP_LIMIT.value();
    private static final byte PEGGED = (byte) OrderType.PEGGED.value();
    private static final byte GTC = (byte) TimeInForce.GTC.value();
    private static final byte IOC = (byte) TimeInForce.IOC.value();
    private static final byte FOK = (byte) TimeInForce.FOK.value();
    private static final byte DAY = (byte) TimeInForce.DAY.value();
    private static final byte GTD = (byte) TimeInForce.GTD.value();
    private static final byte AT_OPEN = (byte) TimeInForce.AT_OPEN.value();
    private static final byte AT_CLOSE = (byte) TimeInForce.AT_CLOSE.value();
    private static final byte FOR_AUCTION = (byte) TimeInForce.GOOD_FOR_AUCTION.value();
    private static final byte LAST_TIME_IN_FORCE = (byte) TimeInForce.GOOD_FOR_CONTINUOUS.value();
    private static final byte SLIDE = (byte) PostOnly.SLIDE.value();
    private static final byte BUY = (byte) Side.BUY.value();
    private static final byte SELL = (byte) Side.SELL.value();
    private static final byte LAST_PREVENTION = (byte) SelfTradePrevention.DECREMENT.value();

    public int account;
    public int instrument;
    public long priceTicks;
    public long quantityLots;
    public long quoteAmountMinor;
    public boolean buys;
    public byte prevention;
    public byte type;
    public byte timeInForce;
    public byte postOnly;
    public int clientIdOffset;
    public boolean isSpecial;
    /** It is one side of a market maker's quote, and has no name. */
    public boolean isQuote;
    /** Of the open order that is to be amended; {@link OpenOrders#NONE} for a new one. */
    public int slot = OpenOrders.NONE;
    /** It is only asked what would become of it: whatever counts orders does not count this one. */
    public boolean isRehearsal;
    /** How many orders of the same command come before a rehearsed one, and are not counted yet. */
    public int ordersAhead;

    public final Special terms = new Special();
    private byte side;
    private boolean areFlags;

    public void read(DirectBuffer buffer, int at) {
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
        isSpecial = false;
        isQuote = false;
        slot = OpenOrders.NONE;
    }

    public void readSpecial(DirectBuffer buffer, int at) {
        read(buffer, at);
        clientIdOffset = at + NewSpecialOrderDecoder.BLOCK_LENGTH;
        isSpecial = true;
        areFlags = true;
        Special t = terms;
        t.triggerTicks = buffer.getLong(at + NewSpecialOrderDecoder.triggerTicksEncodingOffset());
        t.activationTicks = buffer.getLong(at + NewSpecialOrderDecoder.activationTicksEncodingOffset());
        t.trailingTicks = buffer.getLong(at + NewSpecialOrderDecoder.trailingTicksEncodingOffset());
        t.displayLots = buffer.getLong(at + NewSpecialOrderDecoder.displayLotsEncodingOffset());
        t.displayRangeLots = buffer.getLong(at + NewSpecialOrderDecoder.displayRangeLotsEncodingOffset());
        t.minQuantityLots = buffer.getLong(at + NewSpecialOrderDecoder.minQuantityLotsEncodingOffset());
        t.pegOffsetTicks = buffer.getLong(at + NewSpecialOrderDecoder.pegOffsetTicksEncodingOffset());
        t.expireTimeNanos = buffer.getLong(at + NewSpecialOrderDecoder.expireTimeNanosEncodingOffset());
        t.trailingBps = buffer.getInt(at + NewSpecialOrderDecoder.trailingBpsEncodingOffset());
        t.triggerSource = buffer.getByte(at + NewSpecialOrderDecoder.triggerSourceEncodingOffset());
        t.pegReference = buffer.getByte(at + NewSpecialOrderDecoder.pegReferenceEncodingOffset());
        t.isHidden = isSet(buffer, at + NewSpecialOrderDecoder.hiddenEncodingOffset());
        t.isAllOrNone = isSet(buffer, at + NewSpecialOrderDecoder.allOrNoneEncodingOffset());
        t.isReduceOnly = isSet(buffer, at + NewSpecialOrderDecoder.reduceOnlyEncodingOffset());
        t.isExempt = isSet(buffer, at + NewSpecialOrderDecoder.exemptEncodingOffset());
        t.type = type;
        t.timeInForce = timeInForce;
    }

    /** An open order as it would be on new terms. */
    public void readAmended(OpenOrders orders, int amended, long newPriceTicks, long newQuantityLots) {
        slot = amended;
        OrderPool pool = orders.pool();
        account = pool.account(slot);
        instrument = pool.instrument(slot);
        priceTicks = newPriceTicks;
        quantityLots = newQuantityLots;
        quoteAmountMinor = 0;
        buys = !pool.sells(slot);
        side = buys ? BUY : SELL;
        isSpecial = orders.isSpecial(slot);
        isQuote = false;
        if (isSpecial) terms.begin(orders.special(slot));
        type = isSpecial ? orders.special(slot).type : LIMIT;
        timeInForce = isSpecial ? orders.special(slot).timeInForce : GTC;
        postOnly = (byte) (orders.isPostOnly(slot) ? PostOnly.REJECT.value() : PostOnly.NO.value());
        prevention = orders.selfTradePrevention(slot);
    }

    /** What it is worth: at its limit or trigger, else by its amount, else at the reference price, without any 0. */
    public long valueMinor(Instrument market) {
        if (isByAmount()) return quoteAmountMinor;
        long ticks = priceTicks != 0 ? priceTicks : terms.stopTicks;
        if (ticks == 0 || !isTriggered() && priceTicks == 0) ticks = MarketTerms.reference(market, this);
        if (ticks == Instrument.NONE) return 0;
        long valueMinor = market.lotValue().traded(ticks, quantityLots);
        return valueMinor == LotValue.OVERFLOW ? Long.MAX_VALUE : valueMinor;
    }

    /** One side of a market maker's quote. */
    public void quote(int owner, int market, boolean isBuy, long ticks, long lots) {
        account = owner;
        instrument = market;
        slot = OpenOrders.NONE;
        priceTicks = ticks;
        quantityLots = lots;
        quoteAmountMinor = 0;
        buys = isBuy;
        side = isBuy ? BUY : SELL;
        type = LIMIT;
        timeInForce = GTC;
        postOnly = 0;
        prevention = 0;
        terms.clear(type, timeInForce);
        isSpecial = true;
        isQuote = true;
        areFlags = true;
    }

    /** An order of either kind that is part of a larger command. */
    public void read(DirectBuffer buffer, CommandParts part) {
        if (part.type() == NewOrderDecoder.TEMPLATE_ID) read(buffer, part.blockOffset());
        else readSpecial(buffer, part.blockOffset());
    }

    /** The same for a leg of a list: a plain order is a special one without terms. */
    public void readLeg(DirectBuffer buffer, CommandParts part) {
        read(buffer, part);
        if (isSpecial) return;
        terms.clear(type, timeInForce);
        isSpecial = true;
        areFlags = true;
    }

    /** Why the terms of its own cannot stand together, with each other or with the rest; NONE when they can. */
    public Reason termsRefusal() {
        return areFlags ? SpecialCheck.refusal(this) : Reason.INVALID_COMBINATION;
    }

    private boolean isSet(DirectBuffer buffer, int at) {
        byte flag = buffer.getByte(at);
        areFlags &= flag == 0 || flag == 1;
        return flag == 1;
    }

    /** Why its fields cannot stand together; NONE when they can. The sizes of its numbers are another question. */
    public Reason fieldsRefusal() {
        if (!areCodes()) return Reason.INVALID_COMBINATION;
        if (isTriggered()) return Reason.NONE; // its terms are the special check's
        if (isByAmount() && !mayBeByAmount()) return Reason.QUOTE_AMOUNT_NOT_POSSIBLE;
        if (isPegged()) return Reason.NONE;
        if (isMarket() && priceTicks != 0) return Reason.PRICE_NOT_EXPECTED;
        return !isPostOnly() || isLimit() && stays() ? Reason.NONE : Reason.POST_ONLY_MUST_REST;
    }

    private boolean areCodes() {
        boolean isType = isLimit() || isMarket() || isTriggered() || isPegged();
        return isType
                && (side == BUY || side == SELL)
                && timeInForce >= GTC
                && timeInForce <= (isSpecial ? LAST_TIME_IN_FORCE : FOK)
                && postOnly >= 0
                && postOnly <= SLIDE
                && prevention >= 0
                && prevention <= LAST_PREVENTION;
    }

    /** Whether it takes part in auctions alone. */
    public boolean isForAuction() {
        return timeInForce >= AT_OPEN && timeInForce <= FOR_AUCTION;
    }

    public boolean isAtClose() {
        return timeInForce == AT_CLOSE;
    }

    /** Whether it may wait in the book for its whole life. */
    public boolean stays() {
        return timeInForce == GTC || timeInForce == DAY || timeInForce == GTD || timeInForce == LAST_TIME_IN_FORCE;
    }

    private boolean mayBeByAmount() {
        return type == MARKET && quantityLots == 0 && timeInForce != FOK;
    }

    public boolean isLimit() {
        return type == LIMIT;
    }

    /** Whether it takes what the market gives, whatever becomes of the rest. */
    public boolean isMarket() {
        return type == MARKET || isMarketToLimit();
    }

    /** Whether what is left of it is a limit order at the price that it traded at last. */
    public boolean isMarketToLimit() {
        return isSpecial && type == MARKET_TO_LIMIT;
    }

    /** Whether it first waits for a price. */
    public boolean isTriggered() {
        return isSpecial && type >= STOP && type <= TRAILING_STOP_LIMIT;
    }

    /** Whether it takes what the market gives, now or once a price elects it. */
    public boolean becomesMarket() {
        return isMarket() || isTriggered() && !terms.becomesLimit();
    }

    /** Whether its price follows the book. */
    public boolean isPegged() {
        return isSpecial && type == PEGGED;
    }

    public boolean isByAmount() {
        return quoteAmountMinor != 0;
    }

    public boolean isFillOrKill() {
        return timeInForce == FOK;
    }

    public boolean isPostOnly() {
        return postOnly != 0;
    }

    public boolean slides() {
        return postOnly == SLIDE;
    }

    /** What it cannot take at once ends, whatever else it asks for. */
    public boolean isImmediate() {
        return timeInForce == IOC || timeInForce == FOK;
    }

    public boolean mayRest() {
        return mayRest(timeInForce);
    }

    /** Whether what an order of this time in force does not trade at once may wait in the book. */
    public static boolean mayRest(byte timeInForce) {
        return timeInForce != IOC && timeInForce != FOK;
    }

    /** It may only bring its account's position closer to zero. */
    public boolean isReduceOnly() {
        return isSpecial && terms.isReduceOnly;
    }

    /** Until a time of its own. */
    public boolean isGoodTillTime() {
        return timeInForce == GTD;
    }

    public boolean asksForAccountsPrevention() {
        return prevention == 0;
    }

    public Side side() {
        return buys ? Side.BUY : Side.SELL;
    }
}
