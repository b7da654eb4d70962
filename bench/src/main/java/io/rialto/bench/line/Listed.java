package io.rialto.bench.line;

import io.rialto.bench.recording.Market;
import io.rialto.engine.ring.CommandWriter;
import io.rialto.protocol.AccountOpenedDecoder;
import io.rialto.protocol.AssetListedDecoder;
import io.rialto.protocol.DepositEncoder;
import io.rialto.protocol.FeePolicy;
import io.rialto.protocol.FundsDepositedDecoder;
import io.rialto.protocol.InstrumentListedDecoder;
import io.rialto.protocol.ListAssetEncoder;
import io.rialto.protocol.ListInstrumentEncoder;
import io.rialto.protocol.MarketRemainder;
import io.rialto.protocol.OpenAccountEncoder;
import io.rialto.protocol.SelfTradePrevention;
import io.rialto.protocol.frame.Frame;
import io.rialto.protocol.frame.FrameView;
import java.util.function.Function;

/**
 * What the venue made of the market's first commands: the instrument, and two rich accounts.
 *
 * @param maker owns what rests
 * @param taker owns what comes in and never rests
 */
record Listed(int instrument, int maker, int taker) {
    private static final long RICH = 1_000_000_000_000_000_000L;
    private static final long MOST_LOTS = 1_000_000_000_000L;

    /** Sends one command and answers the first event that it caused. */
    interface Asking extends Function<CommandWriter, Answer> {}

    /** The first event of a frame: its type, and the number that it begins with, as all listing events do. */
    record Answer(int eventType, int number) {
        static Answer of(Frame frame) {
            FrameView view = new FrameView().wrap(frame.buffer(), 0);
            view.nextEvent();
            return new Answer(view.eventType(), view.buffer().getInt(view.eventOffset()));
        }

        int expect(int type, String what) {
            if (eventType != type) {
                throw new IllegalStateException(what + " was not granted: event type " + eventType);
            }
            return number;
        }
    }

    static Listed in(Market market, Asking venue) {
        int base = venue.apply(asset(baseOf(market), 0)).expect(AssetListedDecoder.TEMPLATE_ID, "base asset");
        int quote = venue.apply(asset("USD", Market.PRICE_SCALE)).expect(AssetListedDecoder.TEMPLATE_ID, "quote asset");
        int instrument =
                venue.apply(instrument(market, base, quote)).expect(InstrumentListedDecoder.TEMPLATE_ID, "instrument");
        int maker = account(venue, base, quote);
        return new Listed(instrument, maker, account(venue, base, quote));
    }

    private static String baseOf(Market market) {
        int dash = market.symbol().indexOf('-');
        String base = dash < 0 ? market.symbol() : market.symbol().substring(0, dash);
        return base.length() > 16 ? base.substring(0, 16) : base;
    }

    private static int account(Asking venue, int base, int quote) {
        int account = venue.apply(frame -> {
                    OpenAccountEncoder open = new OpenAccountEncoder()
                            .wrapAndApplyHeader(frame.buffer(), frame.commandOffset(), frame.partHeader())
                            .firm(0)
                            .tradeGroup(0)
                            .selfTradePrevention(SelfTradePrevention.NONE);
                    frame.commandEncoded(OpenAccountEncoder.TEMPLATE_ID, open.encodedLength());
                })
                .expect(AccountOpenedDecoder.TEMPLATE_ID, "account");
        venue.apply(deposit(account, base)).expect(FundsDepositedDecoder.TEMPLATE_ID, "deposit");
        venue.apply(deposit(account, quote)).expect(FundsDepositedDecoder.TEMPLATE_ID, "deposit");
        return account;
    }

    private static CommandWriter asset(String code, int scale) {
        return frame -> {
            ListAssetEncoder list = new ListAssetEncoder()
                    .wrapAndApplyHeader(frame.buffer(), frame.commandOffset(), frame.partHeader())
                    .code(code)
                    .scale((short) scale);
            frame.commandEncoded(ListAssetEncoder.TEMPLATE_ID, list.encodedLength());
        };
    }

    private static CommandWriter deposit(int account, int asset) {
        return frame -> {
            DepositEncoder deposit = new DepositEncoder()
                    .wrapAndApplyHeader(frame.buffer(), frame.commandOffset(), frame.partHeader())
                    .account(account)
                    .asset(asset)
                    .amountMinor(RICH);
            frame.commandEncoded(DepositEncoder.TEMPLATE_ID, deposit.encodedLength());
        };
    }

    private static CommandWriter instrument(Market market, int base, int quote) {
        return frame -> {
            ListInstrumentEncoder list = new ListInstrumentEncoder()
                    .wrapAndApplyHeader(frame.buffer(), frame.commandOffset(), frame.partHeader())
                    .symbol(market.symbol())
                    .baseAsset(base)
                    .quoteAsset(quote)
                    .tickMantissa(market.tick())
                    .lotMantissa(1)
                    .minQuantityLots(1)
                    .maxQuantityLots(MOST_LOTS)
                    .minNotionalMinor(0)
                    .collarTicks(ListInstrumentEncoder.collarTicksNullValue())
                    .referencePriceTicks(ListInstrumentEncoder.referencePriceTicksNullValue())
                    .makerFeeRate(0)
                    .takerFeeRate(0)
                    .tickScale((short) Market.PRICE_SCALE)
                    .lotScale((short) 0)
                    .feePolicy(FeePolicy.QUOTE)
                    .marketRemainder(MarketRemainder.EXPIRE)
                    .feeIncomeMayBeNegative((short) 0);
            frame.commandEncoded(ListInstrumentEncoder.TEMPLATE_ID, list.encodedLength());
        };
    }
}
