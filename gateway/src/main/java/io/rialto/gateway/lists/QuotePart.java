package io.rialto.gateway.lists;

import io.rialto.gateway.entry.Part;
import io.rialto.gateway.form.Field;
import io.rialto.gateway.form.Fields;
import io.rialto.gateway.form.Form;
import io.rialto.gateway.market.Listed;
import io.rialto.gateway.market.Terms;
import io.rialto.protocol.OrderAmendedDecoder;
import io.rialto.protocol.QuoteEncoder;
import io.rialto.protocol.Side;
import io.rialto.protocol.frame.Frame;

/** Both sides of one instrument; a side of zero lots is not quoted. */
record QuotePart(int instrument, long bidTicks, long bidLots, long askTicks, long askLots) implements Part {
    static final Fields FIELDS = Fields.of(
            Field.text("symbol"),
            Field.signed("bidPrice").optional(),
            Field.decimal("bidQuantity").optional(),
            Field.signed("askPrice").optional(),
            Field.decimal("askQuantity").optional());

    static QuotePart of(Form form, Listed instruments) {
        form.knows(FIELDS);
        Terms terms = instruments.terms(form.at("symbol"), form.text("symbol"));
        boolean hasBid = form.has("bidPrice") || form.has("bidQuantity");
        boolean hasAsk = form.has("askPrice") || form.has("askQuantity");
        return new QuotePart(
                terms.instrument().number(),
                hasBid ? terms.ticks(form.at("bidPrice"), form.text("bidPrice")) : 0,
                hasBid ? terms.lots(form.at("bidQuantity"), form.text("bidQuantity")) : 0,
                hasAsk ? terms.ticks(form.at("askPrice"), form.text("askPrice")) : 0,
                hasAsk ? terms.lots(form.at("askQuantity"), form.text("askQuantity")) : 0);
    }

    /** Whether an order that was amended is now one of its sides. */
    boolean asksFor(OrderAmendedDecoder order) {
        boolean isBid = order.side() == Side.BUY;
        return order.instrument() == instrument
                && order.newPriceTicks() == (isBid ? bidTicks : askTicks)
                && order.newOpenLots() == (isBid ? bidLots : askLots);
    }

    @Override
    public int type() {
        return QuoteEncoder.TEMPLATE_ID;
    }

    @Override
    public int write(Frame frame, int offset) {
        return new QuoteEncoder()
                .wrapAndApplyHeader(frame.buffer(), offset, frame.partHeader())
                .instrument(instrument)
                .bidTicks(bidTicks)
                .bidLots(bidLots)
                .askTicks(askTicks)
                .askLots(askLots)
                .encodedLength();
    }
}
