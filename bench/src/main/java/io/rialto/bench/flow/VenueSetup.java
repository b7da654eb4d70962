package io.rialto.bench.flow;

import io.rialto.protocol.DepositEncoder;
import io.rialto.protocol.FeePolicy;
import io.rialto.protocol.ListAssetEncoder;
import io.rialto.protocol.ListInstrumentEncoder;
import io.rialto.protocol.MarketRemainder;
import io.rialto.protocol.OpenAccountEncoder;
import io.rialto.protocol.SelfTradePrevention;
import io.rialto.protocol.frame.Frame;
import java.util.function.Consumer;

/**
 * What a venue needs before a flow can trade on it: two assets, the flow's instruments (a tick and a lot of one), and a
 * thousand accounts that never run out of money.
 */
public final class VenueSetup {
    private static final int OWNERS = 1_000;
    private static final long RICHES = 1L << 50;
    private static final int BASE = 1;
    private static final int QUOTE = 2;

    private final Consumer<Consumer<Frame>> line;
    private final int symbols;

    /** @param line takes each command's writer, and has the command decided before it returns */
    public VenueSetup(FlowShape shape, Consumer<Consumer<Frame>> line) {
        this(shape.symbols(), line);
    }

    private VenueSetup(int symbols, Consumer<Consumer<Frame>> line) {
        this.symbols = symbols;
        this.line = line;
    }

    /** A venue with a single market. */
    public static VenueSetup oneMarket(Consumer<Consumer<Frame>> line) {
        return new VenueSetup(1, line);
    }

    public void run() {
        line.accept(frame -> asset(frame, "BASE"));
        line.accept(frame -> asset(frame, "QUOTE"));
        for (int i = 0; i < symbols; i++) {
            String symbol = "FLOW-" + i;
            line.accept(frame -> instrument(frame, symbol));
        }
        for (int i = 0; i < OWNERS; i++) {
            int account = VenueFlow.FIRST_ACCOUNT + i;
            line.accept(VenueSetup::account);
            line.accept(frame -> deposit(frame, account, BASE));
            line.accept(frame -> deposit(frame, account, QUOTE));
        }
    }

    private static void asset(Frame frame, String code) {
        ListAssetEncoder asset = new ListAssetEncoder()
                .wrapAndApplyHeader(frame.buffer(), frame.commandOffset(), frame.partHeader())
                .code(code)
                .scale((short) 0);
        frame.commandEncoded(ListAssetEncoder.TEMPLATE_ID, asset.encodedLength());
    }

    private static void instrument(Frame frame, String symbol) {
        ListInstrumentEncoder terms = new ListInstrumentEncoder()
                .wrapAndApplyHeader(frame.buffer(), frame.commandOffset(), frame.partHeader())
                .symbol(symbol)
                .baseAsset(BASE)
                .quoteAsset(QUOTE)
                .tickMantissa(1)
                .lotMantissa(1)
                .minQuantityLots(1)
                .maxQuantityLots(1_000_000)
                .minNotionalMinor(0)
                .collarTicks(ListInstrumentEncoder.collarTicksNullValue())
                .referencePriceTicks(ListInstrumentEncoder.referencePriceTicksNullValue())
                .makerFeeRate(0)
                .takerFeeRate(0)
                .tickScale((short) 0)
                .lotScale((short) 0)
                .feePolicy(FeePolicy.RECEIVED)
                .marketRemainder(MarketRemainder.EXPIRE)
                .feeIncomeMayBeNegative((short) 0);
        frame.commandEncoded(ListInstrumentEncoder.TEMPLATE_ID, terms.encodedLength());
    }

    private static void account(Frame frame) {
        OpenAccountEncoder account = new OpenAccountEncoder()
                .wrapAndApplyHeader(frame.buffer(), frame.commandOffset(), frame.partHeader())
                .firm(0)
                .tradeGroup(0)
                .selfTradePrevention(SelfTradePrevention.NONE);
        frame.commandEncoded(OpenAccountEncoder.TEMPLATE_ID, account.encodedLength());
    }

    private static void deposit(Frame frame, int account, int asset) {
        DepositEncoder deposit = new DepositEncoder()
                .wrapAndApplyHeader(frame.buffer(), frame.commandOffset(), frame.partHeader())
                .account(account)
                .asset(asset)
                .amountMinor(RICHES);
        frame.commandEncoded(DepositEncoder.TEMPLATE_ID, deposit.encodedLength());
    }
}
