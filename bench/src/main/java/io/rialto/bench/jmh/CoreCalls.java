package io.rialto.bench.jmh;

import io.rialto.bench.flow.VenueFlow;
import io.rialto.bench.flow.VenueSetup;
import io.rialto.engine.Core;
import io.rialto.engine.CoreOptions;
import io.rialto.protocol.CancelOrderEncoder;
import io.rialto.protocol.NewOrderEncoder;
import io.rialto.protocol.OrderAcceptedDecoder;
import io.rialto.protocol.OrderType;
import io.rialto.protocol.PostOnly;
import io.rialto.protocol.SelfTradePrevention;
import io.rialto.protocol.Side;
import io.rialto.protocol.TimeInForce;
import io.rialto.protocol.frame.Frame;
import io.rialto.protocol.frame.FrameLayout;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Whole commands through the whole core: decoded, checked, held, matched, settled, and every event encoded. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(
        value = 2,
        jvmArgsAppend = {"-Xms2g", "-Xmx2g", "-XX:+UseParallelGC", "-XX:+UseTransparentHugePages"})
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class CoreCalls {
    private static final int MAKER = VenueFlow.FIRST_ACCOUNT;
    private static final int TAKER = MAKER + 1;
    private static final int PRICES = 1 << 10;

    private final NewOrderEncoder newOrder = new NewOrderEncoder();
    private final CancelOrderEncoder cancel = new CancelOrderEncoder();
    private final Frame frame = new Frame(1 << 12);
    private Core core;
    private int turn;

    @Setup
    public void open() {
        core = new Core(new CoreOptions(1 << 16, 1 << 10));
        VenueSetup.oneMarket(writer -> {
                    writer.accept(frame.clear());
                    core.decide(frame);
                })
                .run();
    }

    /** An order comes to rest, and is cancelled: two commands. */
    @Benchmark
    public long placeAndCancel() {
        long order = place(MAKER, Side.BUY, 1 + (turn++ & PRICES - 1), TimeInForce.GTC);
        cancel.wrapAndApplyHeader(frame.clear().buffer(), frame.commandOffset(), frame.partHeader())
                .account(MAKER)
                .order(order);
        frame.commandEncoded(CancelOrderEncoder.TEMPLATE_ID, cancel.encodedLength());
        core.decide(frame);
        return order;
    }

    /** An order comes to rest, and another takes all of it: two commands, one trade. */
    @Benchmark
    public long placeAndTake() {
        long price = 1 + (turn++ & PRICES - 1);
        place(MAKER, Side.SELL, price, TimeInForce.GTC);
        return place(TAKER, Side.BUY, price, TimeInForce.IOC);
    }

    private long place(int account, Side side, long priceTicks, TimeInForce timeInForce) {
        newOrder.wrapAndApplyHeader(frame.clear().buffer(), frame.commandOffset(), frame.partHeader())
                .account(account)
                .instrument(1)
                .priceTicks(priceTicks)
                .quantityLots(5)
                .quoteAmountMinor(0)
                .side(side)
                .orderType(OrderType.LIMIT)
                .timeInForce(timeInForce)
                .postOnly(PostOnly.NO)
                .selfTradePrevention(SelfTradePrevention.NONE)
                .putClientOrderId(frame.buffer(), 0, 0);
        frame.commandEncoded(NewOrderEncoder.TEMPLATE_ID, newOrder.encodedLength());
        core.decide(frame);
        int accepted = frame.eventsOffset() + FrameLayout.PART_HEADER_LENGTH;
        return frame.buffer().getLong(accepted + OrderAcceptedDecoder.orderEncodingOffset());
    }
}
