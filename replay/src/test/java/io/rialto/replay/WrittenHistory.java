package io.rialto.replay;

import io.rialto.engine.Core;
import io.rialto.engine.CoreOptions;
import io.rialto.journal.Durability;
import io.rialto.journal.Journal;
import io.rialto.journal.JournalOptions;
import io.rialto.journal.JournalReader;
import io.rialto.protocol.AmendOrderEncoder;
import io.rialto.protocol.CancelAfterEncoder;
import io.rialto.protocol.CancelOrderEncoder;
import io.rialto.protocol.ChangeInstrumentEncoder;
import io.rialto.protocol.DepositEncoder;
import io.rialto.protocol.FeePolicy;
import io.rialto.protocol.InstrumentParameter;
import io.rialto.protocol.ListAssetEncoder;
import io.rialto.protocol.ListInstrumentEncoder;
import io.rialto.protocol.MarketRemainder;
import io.rialto.protocol.NewOrderEncoder;
import io.rialto.protocol.OpenAccountEncoder;
import io.rialto.protocol.OrderRestedDecoder;
import io.rialto.protocol.OrderType;
import io.rialto.protocol.PostOnly;
import io.rialto.protocol.SelfTradePrevention;
import io.rialto.protocol.Side;
import io.rialto.protocol.TimeInForce;
import io.rialto.protocol.frame.Frame;
import io.rialto.protocol.frame.FrameView;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A real journal made by a real core: a small market with seeded orders, cancels and amends. */
public final class WrittenHistory implements AutoCloseable {
    public static final long FIRST_NANOS = 1_700_000_000_000_000_000L;

    private static final int ALICE = 100;
    private static final int BOB = 101;

    private final Core core = new Core(CoreOptions.defaults());
    private final Frame frame = new Frame(4096);
    private final Journal journal;
    private final Random random;
    private final List<Long> rested = new ArrayList<>();
    private final int batch;
    private long nanos = FIRST_NANOS;

    /**
     * Goes on where the directory's history ends.
     *
     * @param batch frames an excerpt
     */
    public WrittenHistory(Path data, long seed, int batch) {
        Path directory = data.resolve("journal");
        this.batch = batch;
        random = new Random(seed);
        try (JournalReader reader = JournalReader.open(directory)) {
            Rerun rerun = new Rerun(core);
            while (reader.next()) rerun.frame(reader);
            nanos = Math.max(nanos, core.timeNanos());
            journal = Journal.open(JournalOptions.in(directory).durability(Durability.JOURNALED), reader.end());
        }
    }

    /** A history of so many orders in a fresh directory; answers the core that made it. */
    public static Core write(Path data, long seed, int orders) {
        try (WrittenHistory history = new WrittenHistory(data, seed, 64)) {
            history.open();
            for (int i = 0; i < orders; i++) history.trade();
            return history.core;
        }
    }

    public Core core() {
        return core;
    }

    public void open() {
        asset("BTC", 8);
        asset("USD", 2);
        instrument();
        for (int account : new int[] {ALICE, BOB}) {
            openAccount();
            deposit(account, 1, 100_000_000_000L);
            deposit(account, 2, 100_000_000_000L);
        }
        journal.commit();
    }

    /** One seeded command: mostly new orders, some cancels and amends, some of them refused. */
    public void trade() {
        int what = random.nextInt(10);
        if (what < 7 || rested.isEmpty()) newOrder();
        else if (what < 9) cancel(takeOne());
        else amend(rested.get(random.nextInt(rested.size())));
        if (core.sequence() % batch == 0) journal.commit();
    }

    private long takeOne() {
        int at = random.nextInt(rested.size());
        long order = rested.get(at);
        rested.set(at, rested.get(rested.size() - 1));
        rested.remove(rested.size() - 1);
        return order;
    }

    private void newOrder() {
        NewOrderEncoder order = new NewOrderEncoder()
                .wrapAndApplyHeader(frame.clear().buffer(), frame.commandOffset(), frame.partHeader())
                .account(random.nextBoolean() ? ALICE : BOB)
                .instrument(1)
                .priceTicks(5_000_000 + random.nextInt(40))
                .quantityLots(1 + random.nextInt(50))
                .quoteAmountMinor(0)
                .side(random.nextBoolean() ? Side.BUY : Side.SELL)
                .orderType(OrderType.LIMIT)
                .timeInForce(random.nextInt(5) == 0 ? TimeInForce.IOC : TimeInForce.GTC)
                .postOnly(PostOnly.NO)
                .selfTradePrevention(SelfTradePrevention.NONE)
                .clientOrderId("");
        decide(NewOrderEncoder.TEMPLATE_ID, order.encodedLength());
        FrameView view = new FrameView().wrap(frame.buffer(), 0);
        OrderRestedDecoder resting = new OrderRestedDecoder();
        while (view.nextEvent()) {
            if (view.eventType() != OrderRestedDecoder.TEMPLATE_ID) continue;
            resting.wrap(view.buffer(), view.eventOffset(), view.eventBlockLength(), view.eventVersion());
            rested.add(resting.order());
        }
    }

    private void cancel(long order) {
        CancelOrderEncoder cancel = new CancelOrderEncoder()
                .wrapAndApplyHeader(frame.clear().buffer(), frame.commandOffset(), frame.partHeader())
                .account(ALICE)
                .order(order);
        decide(CancelOrderEncoder.TEMPLATE_ID, cancel.encodedLength());
    }

    private void amend(long order) {
        AmendOrderEncoder amend = new AmendOrderEncoder()
                .wrapAndApplyHeader(frame.clear().buffer(), frame.commandOffset(), frame.partHeader())
                .account(BOB)
                .order(order)
                .priceTicks(AmendOrderEncoder.priceTicksNullValue())
                .quantityLots(1 + random.nextInt(60));
        decide(AmendOrderEncoder.TEMPLATE_ID, amend.encodedLength());
    }

    private void asset(String code, int scale) {
        ListAssetEncoder list = new ListAssetEncoder()
                .wrapAndApplyHeader(frame.clear().buffer(), frame.commandOffset(), frame.partHeader())
                .code(code)
                .scale((short) scale);
        decide(ListAssetEncoder.TEMPLATE_ID, list.encodedLength());
    }

    private void instrument() {
        ListInstrumentEncoder list = new ListInstrumentEncoder()
                .wrapAndApplyHeader(frame.clear().buffer(), frame.commandOffset(), frame.partHeader())
                .symbol("BTC-USD")
                .baseAsset(1)
                .quoteAsset(2)
                .tickMantissa(1)
                .lotMantissa(1)
                .minQuantityLots(1)
                .maxQuantityLots(1_000_000)
                .minNotionalMinor(0)
                .collarTicks(ListInstrumentEncoder.collarTicksNullValue())
                .referencePriceTicks(ListInstrumentEncoder.referencePriceTicksNullValue())
                .makerFeeRate(1_000)
                .takerFeeRate(2_000)
                .tickScale((short) 2)
                .lotScale((short) 4)
                .feePolicy(FeePolicy.RECEIVED)
                .marketRemainder(MarketRemainder.EXPIRE)
                .feeIncomeMayBeNegative((short) 0);
        decide(ListInstrumentEncoder.TEMPLATE_ID, list.encodedLength());
    }

    private void openAccount() {
        OpenAccountEncoder open = new OpenAccountEncoder()
                .wrapAndApplyHeader(frame.clear().buffer(), frame.commandOffset(), frame.partHeader())
                .firm(0)
                .tradeGroup(0)
                .selfTradePrevention(SelfTradePrevention.NONE);
        decide(OpenAccountEncoder.TEMPLATE_ID, open.encodedLength());
    }

    private void deposit(int account, int asset, long amount) {
        DepositEncoder deposit = new DepositEncoder()
                .wrapAndApplyHeader(frame.clear().buffer(), frame.commandOffset(), frame.partHeader())
                .account(account)
                .asset(asset)
                .amountMinor(amount);
        decide(DepositEncoder.TEMPLATE_ID, deposit.encodedLength());
    }

    /** Of the first instrument. */
    public void change(InstrumentParameter parameter, long value) {
        ChangeInstrumentEncoder change = new ChangeInstrumentEncoder()
                .wrapAndApplyHeader(frame.clear().buffer(), frame.commandOffset(), frame.partHeader())
                .instrument(1)
                .value(value)
                .parameter(parameter);
        decide(ChangeInstrumentEncoder.TEMPLATE_ID, change.encodedLength());
        commit();
    }

    /** The account's dead man's switch over all instruments. */
    public void cancelAfter(int account, long timeoutNanos) {
        CancelAfterEncoder after = new CancelAfterEncoder()
                .wrapAndApplyHeader(frame.clear().buffer(), frame.commandOffset(), frame.partHeader())
                .timeoutNanos(timeoutNanos)
                .account(account)
                .instrument(0);
        decide(CancelAfterEncoder.TEMPLATE_ID, after.encodedLength());
        commit();
    }

    private void decide(int templateId, int encodedLength) {
        frame.commandEncoded(templateId, encodedLength);
        nanos += 1 + random.nextInt(1_000_000);
        frame.stampTime(nanos);
        core.decide(frame);
        journal.append(frame);
    }

    public void commit() {
        journal.commit();
    }

    @Override
    public void close() {
        journal.close();
    }
}
