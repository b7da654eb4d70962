package io.rialto.engine;

import io.rialto.protocol.AmendOrderEncoder;
import io.rialto.protocol.CancelAllOrdersEncoder;
import io.rialto.protocol.CancelOrderEncoder;
import io.rialto.protocol.DepositEncoder;
import io.rialto.protocol.Door;
import io.rialto.protocol.FeePolicy;
import io.rialto.protocol.ListAssetEncoder;
import io.rialto.protocol.ListInstrumentEncoder;
import io.rialto.protocol.MarketRemainder;
import io.rialto.protocol.NewOrderEncoder;
import io.rialto.protocol.OpenAccountEncoder;
import io.rialto.protocol.OrderAcceptedDecoder;
import io.rialto.protocol.OrderType;
import io.rialto.protocol.PostOnly;
import io.rialto.protocol.RequestEncoder;
import io.rialto.protocol.SelfTradePrevention;
import io.rialto.protocol.Side;
import io.rialto.protocol.TimeInForce;
import io.rialto.protocol.frame.Frame;

/**
 * A seeded flow of every kind of trading command around one price, written without allocating. It learns the numbers of
 * orders from the frames that it is shown.
 */
final class RandomFlow {
    static final int ACCOUNTS = 8;

    private static final int REMEMBERED = 256;
    private static final int SETUP = 4 + ACCOUNTS * 3;
    private static final SelfTradePrevention[] MODES = {
        SelfTradePrevention.ACCOUNT_DEFAULT,
        SelfTradePrevention.NONE,
        SelfTradePrevention.CANCEL_OLDEST,
        SelfTradePrevention.CANCEL_BOTH,
        SelfTradePrevention.DECREMENT
    };

    private final NewOrderEncoder newOrder = new NewOrderEncoder();
    private final CancelOrderEncoder cancel = new CancelOrderEncoder();
    private final AmendOrderEncoder amend = new AmendOrderEncoder();
    private final CancelAllOrdersEncoder cancelAll = new CancelAllOrdersEncoder();
    private final DepositEncoder deposit = new DepositEncoder();
    private final RequestEncoder request = new RequestEncoder();
    private final byte[] name = new byte[4];
    private final long[] orders = new long[REMEMBERED];
    private final int[] owners = new int[REMEMBERED];
    private long state;
    private int step;
    private long timeNanos;

    RandomFlow(long seed) {
        state = seed;
    }

    /** The next command; the first ones list two instruments and open rich accounts. */
    void next(Frame frame) {
        frame.clear();
        timeNanos += 1_000;
        frame.stampTime(timeNanos);
        if (step < SETUP) setUp(frame, step);
        else trade(frame);
        step++;
    }

    /** Learns from what the core made of it. */
    void learn(Frame frame) {
        int at = frame.eventsOffset();
        boolean isOrder = (frame.buffer().getShort(at + 2) & 0xFFFF) == OrderAcceptedDecoder.TEMPLATE_ID;
        if (!isOrder) return;
        int place = below(REMEMBERED);
        orders[place] = frame.buffer().getLong(at + 8);
        owners[place] = frame.buffer().getInt(at + 8 + OrderAcceptedDecoder.accountEncodingOffset());
    }

    private void setUp(Frame frame, int at) {
        if (at < 2) {
            ListAssetEncoder asset = new ListAssetEncoder()
                    .wrapAndApplyHeader(frame.buffer(), frame.commandOffset(), frame.partHeader());
            asset.code(at == 0 ? "BASE" : "QUOTE").scale((short) 2);
            frame.commandEncoded(ListAssetEncoder.TEMPLATE_ID, asset.encodedLength());
        } else if (at < 4) {
            listInstrument(frame, at);
        } else if (at < 4 + ACCOUNTS) {
            OpenAccountEncoder account = new OpenAccountEncoder()
                    .wrapAndApplyHeader(frame.buffer(), frame.commandOffset(), frame.partHeader());
            account.firm(0).tradeGroup(at % 3).selfTradePrevention(MODES[at % MODES.length]);
            frame.commandEncoded(OpenAccountEncoder.TEMPLATE_ID, account.encodedLength());
        } else {
            deposit(frame, 100 + (at - 4 - ACCOUNTS) / 2, 1 + at % 2, 1L << 50);
        }
    }

    private void listInstrument(Frame frame, int at) {
        ListInstrumentEncoder terms = new ListInstrumentEncoder()
                .wrapAndApplyHeader(frame.buffer(), frame.commandOffset(), frame.partHeader());
        terms.symbol(at == 2 ? "PLAIN" : "COARSE").baseAsset(1).quoteAsset(2);
        terms.tickMantissa(at == 2 ? 1 : 7).lotMantissa(1).minQuantityLots(1).maxQuantityLots(1000);
        terms.minNotionalMinor(0).collarTicks(at == 2 ? 5 : Long.MIN_VALUE).referencePriceTicks(1000);
        terms.makerFeeRate(at == 2 ? 10_000 : -3_333).takerFeeRate(20_000);
        terms.tickScale((short) (at == 2 ? 2 : 4)).lotScale((short) 0);
        terms.feePolicy(at == 2 ? FeePolicy.RECEIVED : FeePolicy.QUOTE);
        terms.marketRemainder(at == 2 ? MarketRemainder.REST_AT_LIMIT : MarketRemainder.EXPIRE);
        terms.feeIncomeMayBeNegative((short) 0);
        frame.commandEncoded(ListInstrumentEncoder.TEMPLATE_ID, terms.encodedLength());
    }

    private void trade(Frame frame) {
        if (below(10) == 0) ask(frame);
        int kind = below(100);
        if (kind < 60) order(frame);
        else if (kind < 85) cancel(frame);
        else if (kind < 98) amend(frame);
        else if (kind < 99) deposit(frame, 100 + below(ACCOUNTS), 1 + below(2), 1 + below(100));
        else cancelAll(frame);
    }

    private void ask(Frame frame) {
        request.wrapAndApplyHeader(frame.buffer(), frame.requestOffset(), frame.partHeader());
        request.keyHigh(below(16))
                .keyLow(1 + below(16))
                .bodyHash(below(2))
                .correlationHigh(1)
                .correlationLow(2);
        request.actor(100 + below(ACCOUNTS)).door(Door.HTTP).trader(0).key(0).session(0);
        frame.requestEncoded(request.encodedLength());
    }

    private void order(Frame frame) {
        newOrder.wrapAndApplyHeader(frame.buffer(), frame.commandOffset(), frame.partHeader());
        boolean isMarket = below(10) == 0;
        boolean isByAmount = isMarket && below(2) == 0;
        boolean isPassive = !isMarket && below(4) == 0;
        boolean isResting = isPassive || below(4) != 0;
        newOrder.account(100 + below(ACCOUNTS)).instrument(1 + below(2));
        newOrder.priceTicks(isMarket ? 0 : 990 + below(20)).quantityLots(isByAmount ? 0 : 1 + below(50));
        newOrder.quoteAmountMinor(isByAmount ? 1 + below(100_000) : 0).side(below(2) == 0 ? Side.BUY : Side.SELL);
        newOrder.orderType(isMarket ? OrderType.MARKET : OrderType.LIMIT);
        newOrder.timeInForce(isResting ? TimeInForce.GTC : below(2) == 0 ? TimeInForce.IOC : TimeInForce.FOK);
        newOrder.postOnly(isPassive ? (below(2) == 0 ? PostOnly.REJECT : PostOnly.SLIDE) : PostOnly.NO);
        newOrder.selfTradePrevention(MODES[below(MODES.length)]);
        for (int i = 0; i < name.length; i++) name[i] = (byte) ('a' + below(20));
        newOrder.putClientOrderId(name, 0, below(2) * name.length);
        frame.commandEncoded(NewOrderEncoder.TEMPLATE_ID, newOrder.encodedLength());
    }

    private void cancel(Frame frame) {
        int place = below(REMEMBERED);
        cancel.wrapAndApplyHeader(frame.buffer(), frame.commandOffset(), frame.partHeader());
        cancel.account(owners[place]).order(orders[place]);
        frame.commandEncoded(CancelOrderEncoder.TEMPLATE_ID, cancel.encodedLength());
    }

    private void amend(Frame frame) {
        int place = below(REMEMBERED);
        amend.wrapAndApplyHeader(frame.buffer(), frame.commandOffset(), frame.partHeader());
        amend.account(owners[place]).order(orders[place]);
        amend.priceTicks(below(2) == 0 ? Long.MIN_VALUE : 990 + below(20));
        amend.quantityLots(below(2) == 0 ? Long.MIN_VALUE : 1 + below(50));
        frame.commandEncoded(AmendOrderEncoder.TEMPLATE_ID, amend.encodedLength());
    }

    private void cancelAll(Frame frame) {
        cancelAll.wrapAndApplyHeader(frame.buffer(), frame.commandOffset(), frame.partHeader());
        cancelAll.account(100 + below(ACCOUNTS)).instrument(0).side(Side.NULL_VAL);
        frame.commandEncoded(CancelAllOrdersEncoder.TEMPLATE_ID, cancelAll.encodedLength());
    }

    private void deposit(Frame frame, int account, int asset, long amountMinor) {
        deposit.wrapAndApplyHeader(frame.buffer(), frame.commandOffset(), frame.partHeader());
        deposit.account(account).asset(asset).amountMinor(amountMinor);
        frame.commandEncoded(DepositEncoder.TEMPLATE_ID, deposit.encodedLength());
    }

    private int below(int bound) {
        return (int) ((random() >>> 33) % bound);
    }

    long random() {
        state += 0x9E37_79B9_7F4A_7C15L;
        long z = (state ^ state >>> 30) * 0xBF58_476D_1CE4_E5B9L;
        z = (z ^ z >>> 27) * 0x94D0_49BB_1331_11EBL;
        return z ^ z >>> 31;
    }
}
