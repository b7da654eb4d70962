package io.rialto.gateway.entry;

import io.rialto.protocol.NewOrderEncoder;
import io.rialto.protocol.frame.Frame;

/** An order that says everything by price, quantity and a plain time in force. */
record PlainPart(OrderForm order, int account) implements Part {
    @Override
    public int type() {
        return NewOrderEncoder.TEMPLATE_ID;
    }

    @Override
    public int write(Frame frame, int offset) {
        NewOrderEncoder message = new NewOrderEncoder().wrapAndApplyHeader(frame.buffer(), offset, frame.partHeader());
        message.account(account)
                .instrument(order.terms().instrument().number())
                .priceTicks(order.priceTicks())
                .quantityLots(order.quantityLots())
                .quoteAmountMinor(order.quoteAmountMinor())
                .side(order.side())
                .orderType(order.type())
                .timeInForce(order.timeInForce())
                .postOnly(order.postOnly())
                .selfTradePrevention(order.selfTradePrevention())
                .clientOrderId(order.clientOrderId());
        return message.encodedLength();
    }
}
