package io.rialto.engine.rules;

import io.rialto.engine.reference.Command;
import io.rialto.protocol.CreditLimitSetDecoder;
import org.agrona.DirectBuffer;

/** Credit, as a broker would say it. */
final class CreditText {
    private CreditText() {}

    static boolean tells(int type) {
        return type == CreditLimitSetDecoder.TEMPLATE_ID;
    }

    static String line(DirectBuffer buffer, int at, int length, int version) {
        var event = new CreditLimitSetDecoder().wrap(buffer, at, length, version);
        String whom = event.scope() + " " + event.target() + (event.trader() == 0 ? "" : " trader " + event.trader());
        return "credit of " + whom + ": order " + limit(event.orderLimitMinor()) + " open "
                + limit(event.openLimitMinor()) + " day " + limit(event.dayLimitMinor());
    }

    private static String limit(long minor) {
        return minor == Command.NULL ? "-" : Long.toString(minor);
    }
}
