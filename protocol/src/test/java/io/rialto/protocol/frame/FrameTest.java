package io.rialto.protocol.frame;

import static org.assertj.core.api.Assertions.assertThat;

import io.rialto.protocol.CommandRejectedEncoder;
import io.rialto.protocol.MessageHeaderDecoder;
import io.rialto.protocol.NewOrderDecoder;
import io.rialto.protocol.NewOrderEncoder;
import io.rialto.protocol.OrderType;
import io.rialto.protocol.PostOnly;
import io.rialto.protocol.Reason;
import io.rialto.protocol.SelfTradePrevention;
import io.rialto.protocol.Side;
import io.rialto.protocol.TimeInForce;
import java.nio.charset.StandardCharsets;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

class FrameTest {
    private final FrameCheck check = new FrameCheck();

    @Test
    void aFrameHoldsItsCommandAndItsEventsInOrder() {
        Frame frame = sealed(3);

        FrameView view = new FrameView().wrap(frame.buffer(), 0);
        NewOrderDecoder order = new NewOrderDecoder()
                .wrapAndApplyHeader(view.buffer(), view.commandOffset(), new MessageHeaderDecoder());
        assertThat(order.priceTicks()).isEqualTo(101);
        assertThat(order.clientOrderId()).isEqualTo("a-1");
        int events = 0;
        while (view.nextEvent()) {
            events++;
            assertThat(view.eventType()).isEqualTo(CommandRejectedEncoder.TEMPLATE_ID);
        }
        assertThat(events).isEqualTo(3);
        assertThat(check.check(frame.buffer(), 0, frame.length())).isEqualTo(FrameCheck.Fault.NONE);
    }

    @Test
    void everyFlippedBitIsFound() {
        Frame frame = sealed(2);
        UnsafeBuffer bytes = frame.buffer();
        for (int bit = 0; bit < frame.length() * 8; bit++) {
            byte whole = bytes.getByte(bit / 8);
            bytes.putByte(bit / 8, (byte) (whole ^ 1 << bit % 8));
            assertThat(check.check(bytes, 0, frame.length())).as("bit %d", bit).isNotEqualTo(FrameCheck.Fault.NONE);
            bytes.putByte(bit / 8, whole);
        }
        assertThat(check.check(bytes, 0, frame.length())).isEqualTo(FrameCheck.Fault.NONE);
    }

    @Test
    void everyTruncationIsFound() {
        Frame frame = sealed(2);
        for (int available = 0; available < frame.length(); available++) {
            assertThat(check.check(frame.buffer(), 0, available)).isNotEqualTo(FrameCheck.Fault.NONE);
        }
    }

    @Test
    void aFrameGrowsAndComesBackToItsSize() {
        Frame frame = sealed(4000);
        assertThat(check.check(frame.buffer(), 0, frame.length())).isEqualTo(FrameCheck.Fault.NONE);
        assertThat(frame.clear().buffer().capacity()).isEqualTo(512);
    }

    @Test
    void xxh64AgreesWithThePublishedValues() {
        assertThat(hash("")).isEqualTo(0xEF46DB3751D8E999L);
        assertThat(hash("a")).isEqualTo(0xD24EC4F1A98C6E5BL);
        assertThat(hash("abc")).isEqualTo(0x44BC2CF5AD770999L);
        assertThat(hash("Nobody inspects the spammish repetition")).isEqualTo(0xFBCEA83C8A378BF1L);
    }

    private static long hash(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        return Xxh64.hash(new UnsafeBuffer(bytes), 0, bytes.length);
    }

    private static Frame sealed(int events) {
        Frame frame = new Frame(512);
        NewOrderEncoder order =
                new NewOrderEncoder().wrapAndApplyHeader(frame.buffer(), frame.commandOffset(), frame.partHeader());
        order.account(100).instrument(1).priceTicks(101).quantityLots(5).quoteAmountMinor(0);
        order.side(Side.BUY)
                .orderType(OrderType.LIMIT)
                .timeInForce(TimeInForce.GTC)
                .postOnly(PostOnly.NO);
        order.selfTradePrevention(SelfTradePrevention.ACCOUNT_DEFAULT).clientOrderId("a-1");
        frame.commandEncoded(NewOrderEncoder.TEMPLATE_ID, order.encodedLength());
        frame.stampPlace(1, 1_000);
        CommandRejectedEncoder rejected = new CommandRejectedEncoder();
        for (int i = 0; i < events; i++) {
            frame.claimEvent(rejected).reason(Reason.UNKNOWN_ACCOUNT).originalSequence(i);
        }
        frame.close();
        new FrameSeal(0).seal(frame.buffer(), 0, frame.length(), 1, 0);
        return frame;
    }
}
