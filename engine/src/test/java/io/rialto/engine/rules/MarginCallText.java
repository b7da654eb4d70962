package io.rialto.engine.rules;

import io.rialto.protocol.MarginCalledDecoder;
import org.agrona.DirectBuffer;

/** How close an account's equity has come to what its positions need, as a trader would say it. */
final class MarginCallText {
    private MarginCallText() {}

    static boolean tells(int type) {
        return type == MarginCalledDecoder.TEMPLATE_ID;
    }

    static String line(DirectBuffer buffer, int at, int length, int version) {
        var event = new MarginCalledDecoder().wrap(buffer, at, length, version);
        return event.account() + " called from " + event.oldPercent() + " to " + event.newPercent() + ": "
                + event.maintenanceMinor() + " of " + event.equityMinor();
    }
}
