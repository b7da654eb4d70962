package io.rialto.gateway.entry;

import io.rialto.feeds.trading.SpecialTerms;
import io.rialto.protocol.NewSpecialOrderEncoder;
import io.rialto.protocol.frame.Frame;

/** An order with any term beyond the plain ones. */
record SpecialPart(OrderForm order, int account) implements Part {
    @Override
    public int type() {
        return NewSpecialOrderEncoder.TEMPLATE_ID;
    }

    @Override
    public int write(Frame frame, int offset) {
        NewSpecialOrderEncoder message =
                new NewSpecialOrderEncoder().wrapAndApplyHeader(frame.buffer(), offset, frame.partHeader());
        message.account(account)
                .instrument(order.terms().instrument().number())
                .priceTicks(order.priceTicks())
                .quantityLots(order.quantityLots())
                .quoteAmountMinor(order.quoteAmountMinor())
                .side(order.side())
                .orderType(order.type())
                .timeInForce(order.timeInForce())
                .postOnly(order.postOnly())
                .selfTradePrevention(order.selfTradePrevention());
        writeTerms(message, order.special());
        message.clientOrderId(order.clientOrderId());
        return message.encodedLength();
    }

    private static void writeTerms(NewSpecialOrderEncoder message, SpecialTerms terms) {
        message.triggerTicks(terms.triggerTicks().orElse(NewSpecialOrderEncoder.triggerTicksNullValue()))
                .activationTicks(terms.activationTicks().orElse(NewSpecialOrderEncoder.activationTicksNullValue()))
                .trailingTicks(terms.trailingTicks())
                .displayLots(terms.displayLots())
                .displayRangeLots(terms.displayRangeLots())
                .minQuantityLots(terms.minQuantityLots())
                .pegOffsetTicks(terms.pegOffsetTicks())
                .expireTimeNanos(terms.expireTimeNanos())
                .trailingBps(terms.trailingBps())
                .triggerSource(terms.triggerSource())
                .pegReference(terms.pegReference())
                .hidden(flag(terms.isHidden()))
                .allOrNone(flag(terms.isAllOrNone()))
                .reduceOnly(flag(terms.isReduceOnly()))
                .exempt(flag(terms.isExempt()));
    }

    private static short flag(boolean isSet) {
        return (short) (isSet ? 1 : 0);
    }
}
