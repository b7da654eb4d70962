package io.rialto.engine.rules;

import io.rialto.protocol.FundingPaidDecoder;
import io.rialto.protocol.InsuranceFundedDecoder;
import io.rialto.protocol.PositionsFundedDecoder;
import org.agrona.DirectBuffer;

/** What positions paid each other, as a trader would say it. */
final class FundingText {
    private FundingText() {}

    static boolean tells(int type) {
        return type == InsuranceFundedDecoder.TEMPLATE_ID
                || type == FundingPaidDecoder.TEMPLATE_ID
                || type == PositionsFundedDecoder.TEMPLATE_ID;
    }

    static String line(int type, DirectBuffer buffer, int at, int length, int version) {
        if (type == FundingPaidDecoder.TEMPLATE_ID) {
            var event = new FundingPaidDecoder().wrap(buffer, at, length, version);
            return event.account() + " pays " + event.amountMinor() + " for " + event.positionLots();
        }
        if (type == InsuranceFundedDecoder.TEMPLATE_ID) {
            var event = new InsuranceFundedDecoder().wrap(buffer, at, length, version);
            return "insurance " + event.amountMinor() + " to " + event.balanceMinor();
        }
        var event = new PositionsFundedDecoder().wrap(buffer, at, length, version);
        return "funded for " + event.plannedNanos() + " at " + event.markTicks() + " by " + event.fundingRate()
                + " paid " + event.paidMinor() + " received " + event.receivedMinor();
    }
}
