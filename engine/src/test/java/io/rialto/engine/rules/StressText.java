package io.rialto.engine.rules;

import io.rialto.protocol.MarginStressedDecoder;
import org.agrona.DirectBuffer;

/** What would become of a margin, as a trader would say it. */
final class StressText {
    private StressText() {}

    static boolean tells(int type) {
        return type == MarginStressedDecoder.TEMPLATE_ID;
    }

    static String line(DirectBuffer buffer, int at, int length, int version) {
        var event = new MarginStressedDecoder().wrap(buffer, at, length, version);
        return event.shockBps() + " of " + event.instrument() + ": " + event.account() + " has " + event.equityMinor()
                + ", required " + event.requiredMinor() + ", maintenance " + event.maintenanceMinor() + ", call "
                + event.callPercent();
    }
}
