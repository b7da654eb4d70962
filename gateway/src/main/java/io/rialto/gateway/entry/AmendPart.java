package io.rialto.gateway.entry;

import io.rialto.protocol.AmendOrderEncoder;
import io.rialto.protocol.frame.Frame;
import java.util.OptionalLong;

/** Change price or total quantity of an own order; what is empty stays as it is. */
public record AmendPart(int account, long order, OptionalLong priceTicks, OptionalLong quantityLots) implements Part {
    @Override
    public int type() {
        return AmendOrderEncoder.TEMPLATE_ID;
    }

    @Override
    public int write(Frame frame, int offset) {
        return new AmendOrderEncoder()
                .wrapAndApplyHeader(frame.buffer(), offset, frame.partHeader())
                .account(account)
                .order(order)
                .priceTicks(priceTicks.orElse(AmendOrderEncoder.priceTicksNullValue()))
                .quantityLots(quantityLots.orElse(AmendOrderEncoder.quantityLotsNullValue()))
                .encodedLength();
    }
}
