package io.rialto.bench.journal;

import io.rialto.protocol.CommandRejectedEncoder;
import io.rialto.protocol.NewOrderEncoder;
import io.rialto.protocol.OrderType;
import io.rialto.protocol.PostOnly;
import io.rialto.protocol.SelfTradePrevention;
import io.rialto.protocol.Side;
import io.rialto.protocol.TimeInForce;
import io.rialto.protocol.frame.Frame;
import org.agrona.BitUtil;

/** A frame of about the size that an order with one fill has; only its place in line changes. */
final class SampleFrame {
    private static final int EVENT_BYTES = 104;

    private final Frame frame = new Frame(512);

    SampleFrame() {
        NewOrderEncoder order =
                new NewOrderEncoder().wrapAndApplyHeader(frame.buffer(), frame.commandOffset(), frame.partHeader());
        order.account(100).instrument(1).priceTicks(101).quantityLots(5).quoteAmountMinor(0);
        order.side(Side.BUY)
                .orderType(OrderType.LIMIT)
                .timeInForce(TimeInForce.GTC)
                .postOnly(PostOnly.NO);
        order.selfTradePrevention(SelfTradePrevention.ACCOUNT_DEFAULT).clientOrderId("sample-1");
        frame.commandEncoded(NewOrderEncoder.TEMPLATE_ID, order.encodedLength());
        for (int event = 0; event < 2; event++) {
            int block = frame.claimEvent(
                    CommandRejectedEncoder.TEMPLATE_ID,
                    EVENT_BYTES,
                    CommandRejectedEncoder.SCHEMA_ID,
                    CommandRejectedEncoder.SCHEMA_VERSION);
            for (int i = 0; i < EVENT_BYTES; i += BitUtil.SIZE_OF_LONG) {
                frame.buffer().putLong(block + i, (event + 1L) * 0x9E3779B97F4A7C15L * (i + 1));
            }
        }
        frame.close();
    }

    Frame at(long sequence) {
        frame.stampPlace(sequence, sequence);
        return frame;
    }
}
