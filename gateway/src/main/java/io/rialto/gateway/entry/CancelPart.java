package io.rialto.gateway.entry;

import io.rialto.protocol.CancelOrderEncoder;
import io.rialto.protocol.frame.Frame;

/** Take an own order out. */
public record CancelPart(int account, long order) implements Part {
    @Override
    public int type() {
        return CancelOrderEncoder.TEMPLATE_ID;
    }

    @Override
    public int write(Frame frame, int offset) {
        return new CancelOrderEncoder()
                .wrapAndApplyHeader(frame.buffer(), offset, frame.partHeader())
                .account(account)
                .order(order)
                .encodedLength();
    }
}
