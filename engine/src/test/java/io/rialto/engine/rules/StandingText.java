package io.rialto.engine.rules;

import io.rialto.protocol.AccountStateChangedDecoder;
import org.agrona.DirectBuffer;

/** What accounts may do, as a trader would say it. */
final class StandingText {
    private StandingText() {}

    static boolean tells(int type) {
        return type == AccountStateChangedDecoder.TEMPLATE_ID;
    }

    static String line(DirectBuffer buffer, int at, int length, int version) {
        var event = new AccountStateChangedDecoder().wrap(buffer, at, length, version);
        return event.account() + " from " + event.oldState() + " to " + event.newState() + " by rule " + event.rule();
    }
}
