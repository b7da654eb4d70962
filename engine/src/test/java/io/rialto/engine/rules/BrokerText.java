package io.rialto.engine.rules;

import io.rialto.protocol.AccountRoleSetDecoder;
import io.rialto.protocol.ContractGiveUpAcceptedDecoder;
import io.rialto.protocol.GiveUpAcceptedDecoder;
import io.rialto.protocol.GiveUpEndedDecoder;
import io.rialto.protocol.GiveUpRequestedDecoder;
import io.rialto.protocol.GiveUpReversedDecoder;
import io.rialto.protocol.Side;
import org.agrona.DirectBuffer;

/** Roles and give-ups in words. Of an accepted one the value, the base, and what both hold otherwise. */
final class BrokerText {
    private BrokerText() {}

    static boolean tells(int type) {
        return type >= AccountRoleSetDecoder.TEMPLATE_ID && type <= ContractGiveUpAcceptedDecoder.TEMPLATE_ID;
    }

    static String line(int type, DirectBuffer buffer, int at, int length, int version) {
        switch (type) {
            case AccountRoleSetDecoder.TEMPLATE_ID -> {
                var event = new AccountRoleSetDecoder().wrap(buffer, at, length, version);
                return "role " + event.account() + " " + event.oldRole() + " to " + event.newRole() + ", "
                        + event.newCapacity();
            }
            case GiveUpRequestedDecoder.TEMPLATE_ID -> {
                var event = new GiveUpRequestedDecoder().wrap(buffer, at, length, version);
                return "offered " + event.giveUp() + ": " + event.account() + " to " + event.taker() + ", "
                        + side(event.side()) + event.quantityLots() + "@" + event.priceTicks() + " of trade "
                        + event.trade();
            }
            case GiveUpAcceptedDecoder.TEMPLATE_ID -> {
                var event = new GiveUpAcceptedDecoder().wrap(buffer, at, length, version);
                return "taken up " + event.giveUp() + " by " + event.answeredBy() + ": " + event.account() + " to "
                        + event.taker() + ", " + side(event.side()) + event.baseMinor() + " for "
                        + event.notionalMinor() + ", holds -" + event.giverHoldMinor() + " +" + event.takerHoldMinor()
                        + (event.giverFeeMinor() == 0 ? "" : ", fee " + event.giverFeeMinor())
                        + (event.takerFeeBackMinor() == 0 ? "" : ", fee back " + event.takerFeeBackMinor());
            }
            case ContractGiveUpAcceptedDecoder.TEMPLATE_ID -> {
                var event = new ContractGiveUpAcceptedDecoder().wrap(buffer, at, length, version);
                return "taken up " + event.giveUp() + " by " + event.answeredBy() + ": " + event.account() + " to "
                        + event.taker() + ", " + side(event.side()) + event.quantityLots() + "@" + event.priceTicks()
                        + " for " + event.notionalMinor();
            }
            case GiveUpEndedDecoder.TEMPLATE_ID -> {
                var event = new GiveUpEndedDecoder().wrap(buffer, at, length, version);
                return "give-up " + event.giveUp() + " " + event.ending() + " by " + event.answeredBy();
            }
            default -> {
                var event = new GiveUpReversedDecoder().wrap(buffer, at, length, version);
                return "given back " + event.account() + " to " + event.taker() + ", " + side(event.side())
                        + event.baseMinor() + " for " + event.notionalMinor() + ", holds -" + event.giverHoldMinor()
                        + " +" + event.takerHoldMinor()
                        + (event.takerFeeBackMinor() == 0 ? "" : ", fee back " + event.takerFeeBackMinor());
            }
        }
    }

    private static String side(Side side) {
        return side == Side.BUY ? "bought " : "sold ";
    }
}
