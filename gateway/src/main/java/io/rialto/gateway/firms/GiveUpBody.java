package io.rialto.gateway.firms;

import io.rialto.feeds.firms.GiveUp;
import io.rialto.feeds.firms.GiveUpStatus;
import io.rialto.gateway.form.Decimals;
import io.rialto.gateway.form.Times;
import io.rialto.gateway.market.Listed;
import io.rialto.gateway.market.Terms;
import io.rialto.protocol.Side;

/** A give-up as clients read it. @param side of the trade @param amount what it came to, once it was accepted, or null */
record GiveUpBody(
        String id,
        String tradeId,
        String symbol,
        Side side,
        String price,
        String quantity,
        String account,
        String taker,
        GiveUpStatus status,
        String amount,
        String answeredBy,
        String requestedAt,
        String changedAt,
        long sequence) {
    static GiveUpBody of(GiveUp one, Listed listed) {
        Terms terms = listed.terms(one.instrument(), one.sequence());
        boolean isTaken = one.status() == GiveUpStatus.ACCEPTED || one.status() == GiveUpStatus.REVERSED;
        return new GiveUpBody(
                Long.toString(one.number()),
                Long.toString(one.trade()),
                terms.instrument().symbol(),
                one.side(),
                terms.price(one.priceTicks()),
                terms.quantity(one.lots()),
                Integer.toString(one.account()),
                Integer.toString(one.taker()),
                one.status(),
                isTaken
                        ? Decimals.text(
                                one.notionalMinor(), terms.instrument().quote().scale())
                        : null,
                one.answeredBy() == 0 ? null : Integer.toString(one.answeredBy()),
                Times.text(one.requestedNanos()),
                Times.text(one.changedNanos()),
                one.sequence());
    }
}
