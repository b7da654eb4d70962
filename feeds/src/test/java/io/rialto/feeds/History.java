package io.rialto.feeds;

import io.rialto.feeds.Told.Order;
import io.rialto.protocol.Door;
import io.rialto.protocol.FeePolicy;
import io.rialto.protocol.ListInstrumentEncoder;
import io.rialto.protocol.MarketRemainder;
import io.rialto.protocol.NewOrderEncoder;
import io.rialto.protocol.OrderType;
import io.rialto.protocol.PostOnly;
import io.rialto.protocol.RequestEncoder;
import io.rialto.protocol.SelfTradePrevention;
import io.rialto.protocol.Side;
import io.rialto.protocol.TickEncoder;
import io.rialto.protocol.TimeInForce;
import io.rialto.protocol.frame.Frame;
import io.rialto.protocol.frame.FrameView;
import java.util.function.Consumer;

/**
 * Writes frames as the core would and shows them to feeds. Its small world: BTC is asset 1, USD asset 2, BTC-USD is
 * instrument 1; Alice, Bob and Carol hold accounts 100 to 102.
 */
final class History {
    static final int BTC = 1;
    static final int USD = 2;
    static final int BTC_USD = 1;
    static final int ALICE = 100;
    static final int BOB = 101;
    static final int CAROL = 102;
    static final long SECOND = 1_000_000_000L;

    final Feeds feeds;
    private final Frame frame = new Frame(1024);
    private final FrameView view = new FrameView();
    private long sequence;
    private long timeNanos;
    private long serial;
    private long trades;
    private Consumer<Frame> reader;

    History(FeedsOptions options) {
        this(options, MarketKept.usual());
    }

    History(FeedsOptions options, MarketKept kept) {
        feeds = new Feeds(options, kept);
        reader = written -> feeds.onFrame(view.wrap(written.buffer(), 0));
    }

    /** From here on the frames go elsewhere than straight into the feeds. */
    History into(Consumer<Frame> other) {
        reader = other;
        return this;
    }

    /** With the small world listed and no money in it. */
    static History listed() {
        return listed(FeedsOptions.defaults());
    }

    static History listed(FeedsOptions options) {
        return new History(options).lists();
    }

    History lists() {
        tick(told -> told.assetListed(BTC, "BTC", 8));
        tick(told -> told.assetListed(USD, "USD", 2));
        listInstrument(BTC_USD, "BTC-USD", 50L);
        tick(told -> told.accountOpened(ALICE, 1).accountOpened(BOB, 0).accountOpened(CAROL, 0));
        return this;
    }

    /** @param collarTicks null for none */
    void listInstrument(int number, String symbol, Long collarTicks) {
        frame.clear();
        ListInstrumentEncoder command = new ListInstrumentEncoder()
                .wrapAndApplyHeader(frame.buffer(), frame.commandOffset(), frame.partHeader())
                .symbol(symbol)
                .baseAsset(BTC)
                .quoteAsset(USD)
                .tickMantissa(1)
                .lotMantissa(5)
                .minQuantityLots(1)
                .maxQuantityLots(1_000_000)
                .minNotionalMinor(10)
                .collarTicks(collarTicks == null ? ListInstrumentEncoder.collarTicksNullValue() : collarTicks)
                .referencePriceTicks(ListInstrumentEncoder.referencePriceTicksNullValue())
                .makerFeeRate(-100)
                .takerFeeRate(10_000)
                .tickScale((short) 2)
                .lotScale((short) 3)
                .feePolicy(FeePolicy.RECEIVED)
                .marketRemainder(MarketRemainder.EXPIRE)
                .feeIncomeMayBeNegative((short) 1);
        frame.commandEncoded(ListInstrumentEncoder.TEMPLATE_ID, command.encodedLength());
        finish(told -> told.instrumentListed(number, symbol));
    }

    /** A frame whose command no feed looks into. */
    long tick(Consumer<Told> events) {
        frame.clear();
        return tickAfterRequest(events);
    }

    /** A frame that came with a request. */
    long request(int actor, long keyHigh, long keyLow, long bodyHash, Consumer<Told> events) {
        frame.clear();
        writeRequest(actor, keyHigh, keyLow, bodyHash);
        return tickAfterRequest(events);
    }

    void writeRequest(int actor, long keyHigh, long keyLow, long bodyHash) {
        RequestEncoder request = new RequestEncoder()
                .wrapAndApplyHeader(frame.buffer(), frame.requestOffset(), frame.partHeader())
                .keyHigh(keyHigh)
                .keyLow(keyLow)
                .bodyHash(bodyHash)
                .correlationHigh(1)
                .correlationLow(2)
                .actor(actor)
                .door(Door.HTTP)
                .trader(0)
                .key(0)
                .session(0);
        frame.requestEncoded(request.encodedLength());
    }

    private long tickAfterRequest(Consumer<Told> events) {
        new TickEncoder().wrapAndApplyHeader(frame.buffer(), frame.commandOffset(), frame.partHeader());
        frame.commandEncoded(TickEncoder.TEMPLATE_ID, TickEncoder.BLOCK_LENGTH);
        return finish(events);
    }

    Order buys(int account, long lots, long priceTicks) {
        return order(account, Side.BUY, lots, priceTicks);
    }

    Order sells(int account, long lots, long priceTicks) {
        return order(account, Side.SELL, lots, priceTicks);
    }

    /** Numbered as the core numbers: a serial, and a slot that is this order's alone. */
    Order order(int account, Side side, long lots, long priceTicks) {
        serial++;
        return new Order(serial << 27 | serial, account, BTC_USD, side, priceTicks, lots);
    }

    /** A NewOrder and what it caused. */
    long places(Order order, String clientOrderId, long quoteAmountMinor, Consumer<Told> events) {
        frame.clear();
        return placesAfterRequest(order, clientOrderId, quoteAmountMinor, events);
    }

    long placesAfterRequest(Order order, String clientOrderId, long quoteAmountMinor, Consumer<Told> events) {
        NewOrderEncoder command = new NewOrderEncoder()
                .wrapAndApplyHeader(frame.buffer(), frame.commandOffset(), frame.partHeader())
                .account(order.account())
                .instrument(order.instrument())
                .priceTicks(order.priceTicks())
                .quantityLots(order.lots())
                .quoteAmountMinor(quoteAmountMinor)
                .side(order.side())
                .orderType(OrderType.LIMIT)
                .timeInForce(TimeInForce.GTC)
                .postOnly(PostOnly.NO)
                .selfTradePrevention(SelfTradePrevention.ACCOUNT_DEFAULT)
                .clientOrderId(clientOrderId);
        frame.commandEncoded(NewOrderEncoder.TEMPLATE_ID, command.encodedLength());
        return finish(events);
    }

    /** The order is accepted and rests, without a hold. */
    Order rests(Order order) {
        places(order, "", 0, told -> told.accepted(order, 0).rested(order));
        return order;
    }

    long cancels(Order order, long openLots) {
        return tick(told -> told.cancelled(order, openLots, 0));
    }

    Frame cleared() {
        return frame.clear();
    }

    long nextTrade() {
        return ++trades;
    }

    void passes(long nanos) {
        timeNanos += nanos;
    }

    long timeNanos() {
        return timeNanos;
    }

    long sequence() {
        return sequence;
    }

    private long finish(Consumer<Told> events) {
        timeNanos += 1_000;
        frame.stampPlace(++sequence, timeNanos);
        events.accept(new Told(frame));
        frame.close();
        reader.accept(frame);
        return sequence;
    }
}
