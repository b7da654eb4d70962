package io.rialto.replay.words;

import static org.assertj.core.api.Assertions.assertThat;

import io.rialto.protocol.AssetListedEncoder;
import io.rialto.protocol.Door;
import io.rialto.protocol.FeePolicy;
import io.rialto.protocol.InstrumentListedEncoder;
import io.rialto.protocol.ListAssetEncoder;
import io.rialto.protocol.ListInstrumentEncoder;
import io.rialto.protocol.MarketRemainder;
import io.rialto.protocol.NewOrderEncoder;
import io.rialto.protocol.OrderType;
import io.rialto.protocol.PostOnly;
import io.rialto.protocol.RequestEncoder;
import io.rialto.protocol.SelfTradePrevention;
import io.rialto.protocol.Side;
import io.rialto.protocol.TimeInForce;
import io.rialto.protocol.TradeExecutedEncoder;
import io.rialto.protocol.frame.Frame;
import io.rialto.protocol.frame.FrameView;
import org.junit.jupiter.api.Test;

class FrameWordsTest {
    private static final int UNKNOWN = 65_000;

    private static final long TIME = 1_700_000_000_000_000_001L;

    private final Frame frame = new Frame(4096);
    private final Terms terms = new Terms();

    @Test
    void aFrameReadsAsItsCommandAndWhatItCaused() {
        list("USD", 2);
        list("BTC", 8);
        listInstrument();
        FrameView trade = newOrderWithTrade();
        assertThat(new FrameWords(terms).of(trade)).isEqualTo("""
                        4 2023-11-14T22:13:20.000000001Z NewOrder account=100 instrument=1 (BTC-USD) priceTicks=5000050 \
                        (50000.50) quantityLots=25 (0.0025) quoteAmountMinor=0 (0.00 USD) side=BUY orderType=LIMIT \
                        timeInForce=GTC postOnly=NO selfTradePrevention=NONE clientOrderId=a-1 ← Request \
                        keyHigh=00000000000000ff keyLow=0000000000000000 bodyHash=0000000000000001 \
                        correlationHigh=0000000000000002 correlationLow=0000000000000003 actor=100 door=HTTP trader=0 key=0 session=0
                            → TradeExecuted trade=7 makerOrder=134217728 takerOrder=134217729 priceTicks=5000000 \
                        (50000.00) quantityLots=25 (0.0025) notionalMinor=12500 (125.00 USD) baseMinor=250000 \
                        (0.00250000 BTC) makerFeeMinor=-1 (-0.01 USD) takerFeeMinor=250 (0.00000250 BTC) \
                        makerReleasedMinor=0 (0.00000000 BTC) takerReleasedMinor=13 (0.13 USD) makerOpenLots=0 \
                        (0.0000) takerOpenLots=0 (0.0000) makerAccount=101 takerAccount=100 instrument=1 (BTC-USD) \
                        takerSide=BUY feePolicy=RECEIVED""");
    }

    @Test
    void jsonHoldsEveryFieldByNameInIntegerUnits() {
        assertThat(new FrameJson().of(newOrderWithTrade()))
                .startsWith("{\"sequence\":4,\"time\":\"2023-11-14T22:13:20.000000001Z\",\"timeNanos\":"
                        + "\"1700000000000000001\",")
                .contains("\"request\":{\"name\":\"Request\",\"keyHigh\":\"00000000000000ff\"")
                .contains("\"command\":{\"name\":\"NewOrder\",\"account\":100,\"instrument\":1,\"priceTicks\":5000050")
                .contains("\"clientOrderId\":\"a-1\"}")
                .contains("\"events\":[{\"name\":\"TradeExecuted\",\"trade\":\"7\",\"makerOrder\":\"134217728\"")
                .endsWith("\"takerSide\":\"BUY\",\"feePolicy\":\"RECEIVED\"}]}");
    }

    @Test
    void anUnknownMessageIsNamedByItsNumber() {
        frame.clear();
        frame.commandEncoded(UNKNOWN, 0);
        frame.partHeader()
                .wrap(frame.buffer(), frame.commandOffset())
                .blockLength(0)
                .templateId(UNKNOWN);
        frame.close();
        assertThat(new FrameWords(terms).command(view())).isEqualTo("Unknown65000");
    }

    private void list(String code, int scale) {
        frame.clear();
        ListAssetEncoder command =
                new ListAssetEncoder().wrapAndApplyHeader(frame.buffer(), frame.commandOffset(), frame.partHeader());
        frame.commandEncoded(
                ListAssetEncoder.TEMPLATE_ID,
                command.code(code).scale((short) scale).encodedLength());
        frame.claimEvent(new AssetListedEncoder())
                .asset(code.equals("USD") ? 1 : 2)
                .code(code)
                .scale((short) scale);
        frame.close();
        terms.onFrame(view());
    }

    private void listInstrument() {
        frame.clear();
        ListInstrumentEncoder command = new ListInstrumentEncoder()
                .wrapAndApplyHeader(frame.buffer(), frame.commandOffset(), frame.partHeader());
        command.symbol("BTC-USD")
                .baseAsset(2)
                .quoteAsset(1)
                .tickMantissa(1)
                .lotMantissa(1)
                .tickScale((short) 2)
                .lotScale((short) 4)
                .feePolicy(FeePolicy.RECEIVED)
                .marketRemainder(MarketRemainder.EXPIRE);
        frame.commandEncoded(ListInstrumentEncoder.TEMPLATE_ID, command.encodedLength());
        frame.claimEvent(new InstrumentListedEncoder()).instrument(1).symbol("BTC-USD");
        frame.close();
        terms.onFrame(view());
    }

    private FrameView newOrderWithTrade() {
        frame.clear();
        RequestEncoder request = new RequestEncoder()
                .wrapAndApplyHeader(frame.buffer(), frame.requestOffset(), frame.partHeader())
                .keyHigh(255)
                .keyLow(0)
                .bodyHash(1)
                .correlationHigh(2)
                .correlationLow(3)
                .actor(100)
                .door(Door.HTTP)
                .trader(0)
                .key(0)
                .session(0);
        frame.requestEncoded(request.encodedLength());
        NewOrderEncoder order = new NewOrderEncoder()
                .wrapAndApplyHeader(frame.buffer(), frame.commandOffset(), frame.partHeader())
                .account(100)
                .instrument(1)
                .priceTicks(5_000_050)
                .quantityLots(25)
                .quoteAmountMinor(0)
                .side(Side.BUY)
                .orderType(OrderType.LIMIT)
                .timeInForce(TimeInForce.GTC)
                .postOnly(PostOnly.NO)
                .selfTradePrevention(SelfTradePrevention.NONE)
                .clientOrderId("a-1");
        frame.commandEncoded(NewOrderEncoder.TEMPLATE_ID, order.encodedLength());
        frame.stampPlace(4, TIME);
        trade();
        frame.close();
        return view();
    }

    private void trade() {
        frame.claimEvent(new TradeExecutedEncoder())
                .trade(7)
                .makerOrder(134_217_728)
                .takerOrder(134_217_729)
                .priceTicks(5_000_000)
                .quantityLots(25)
                .notionalMinor(12_500)
                .baseMinor(250_000)
                .makerFeeMinor(-1)
                .takerFeeMinor(250)
                .makerReleasedMinor(0)
                .takerReleasedMinor(13)
                .makerOpenLots(0)
                .takerOpenLots(0)
                .makerAccount(101)
                .takerAccount(100)
                .instrument(1)
                .takerSide(Side.BUY)
                .feePolicy(FeePolicy.RECEIVED);
    }

    private FrameView view() {
        return new FrameView().wrap(frame.buffer(), 0);
    }
}
