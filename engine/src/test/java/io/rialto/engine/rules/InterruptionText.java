package io.rialto.engine.rules;

import io.rialto.protocol.VolatilityInterruptedDecoder;
import org.agrona.DirectBuffer;

/** What stopped continuous trading, as a trader would say it. */
final class InterruptionText {
    private InterruptionText() {}

    static boolean tells(int type) {
        return type == VolatilityInterruptedDecoder.TEMPLATE_ID;
    }

    static String line(DirectBuffer buffer, int at, int length, int version) {
        VolatilityInterruptedDecoder event = new VolatilityInterruptedDecoder().wrap(buffer, at, length, version);
        String order = event.order() == 0 ? "" : " by #" + (event.order() >>> 27);
        return "interrupted " + event.cause() + order + " at " + event.priceTicks() + " outside " + event.lowTicks()
                + ".." + event.highTicks();
    }
}
