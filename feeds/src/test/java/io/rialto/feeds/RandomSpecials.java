package io.rialto.feeds;

import io.rialto.protocol.NewSpecialOrderEncoder;
import io.rialto.protocol.OrderType;
import io.rialto.protocol.PegReference;
import io.rialto.protocol.PostOnly;
import io.rialto.protocol.SelfTradePrevention;
import io.rialto.protocol.SetMarkPriceEncoder;
import io.rialto.protocol.Side;
import io.rialto.protocol.TimeInForce;
import io.rialto.protocol.TriggerSource;
import io.rialto.protocol.frame.Frame;
import java.util.Random;

/** Orders whose trigger or whose price follows from what trades: trailing stops, and market-to-limit orders. */
final class RandomSpecials {
    private RandomSpecials() {}

    static void order(Frame frame, Random random, int account, int instrument) {
        boolean trails = random.nextInt(4) > 0;
        boolean isInBps = trails && random.nextBoolean();
        boolean becomesLimit = trails && random.nextBoolean();
        boolean isFree = random.nextBoolean();
        OrderType type = trails ? OrderType.TRAILING_STOP : OrderType.MARKET_TO_LIMIT;
        NewSpecialOrderEncoder order = new NewSpecialOrderEncoder()
                .wrapAndApplyHeader(frame.buffer(), frame.commandOffset(), frame.partHeader())
                .account(account)
                .instrument(instrument)
                .priceTicks(becomesLimit ? price(random) : 0)
                .quantityLots(1 + random.nextInt(100))
                .quoteAmountMinor(0)
                .side(random.nextBoolean() ? Side.BUY : Side.SELL)
                .orderType(becomesLimit ? OrderType.TRAILING_STOP_LIMIT : type)
                .timeInForce(TimeInForce.GTC)
                .postOnly(PostOnly.NO)
                .selfTradePrevention(SelfTradePrevention.NONE)
                .triggerTicks(NewSpecialOrderEncoder.triggerTicksNullValue())
                .activationTicks(!trails || isFree ? NewSpecialOrderEncoder.activationTicksNullValue() : price(random))
                .trailingTicks(trails && !isInBps ? 1 + random.nextInt(20) : 0)
                .displayLots(0)
                .displayRangeLots(0)
                .minQuantityLots(0)
                .pegOffsetTicks(0)
                .expireTimeNanos(0)
                .trailingBps(isInBps ? 50 + random.nextInt(2_500) : 0)
                .triggerSource(trails ? TriggerSource.get((short) random.nextInt(4)) : TriggerSource.NONE)
                .pegReference(PegReference.NONE)
                .hidden((short) 0)
                .allOrNone((short) 0)
                .reduceOnly((short) 0)
                .exempt((short) 0)
                .clientOrderId("");
        frame.commandEncoded(NewSpecialOrderEncoder.TEMPLATE_ID, order.encodedLength());
    }

    static void markPrice(Frame frame, Random random, int instrument) {
        new SetMarkPriceEncoder()
                .wrapAndApplyHeader(frame.buffer(), frame.commandOffset(), frame.partHeader())
                .instrument(instrument)
                .priceTicks(price(random));
        frame.commandEncoded(SetMarkPriceEncoder.TEMPLATE_ID, SetMarkPriceEncoder.BLOCK_LENGTH);
    }

    private static long price(Random random) {
        return 88 + random.nextInt(24);
    }
}
