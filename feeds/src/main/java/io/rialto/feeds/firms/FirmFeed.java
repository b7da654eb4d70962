package io.rialto.feeds.firms;

import io.rialto.feeds.position.Position;
import io.rialto.protocol.CreditLimitSetDecoder;
import io.rialto.protocol.CreditScope;
import io.rialto.protocol.frame.FrameView;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Keeps the credit of firms, accounts and traders; what accounts are for in their firms, and what they give up to each other.
 *
 * <p>Threading: the writing thread, between the position's enter and leave; questions go through {@link #firms}.
 */
public final class FirmFeed {
    private record Node(CreditScope scope, int target, int trader, int asset) {}

    private final Map<Node, CreditLimit> credit = new LinkedHashMap<>();
    private final GiveUpFeed giveUps = new GiveUpFeed();
    private final Firms firms;
    private final CreditLimitSetDecoder limited = new CreditLimitSetDecoder();

    public FirmFeed(Position position) {
        firms = new Firms(position, this);
    }

    public Firms firms() {
        return firms;
    }

    GiveUpFeed giveUps() {
        return giveUps;
    }

    List<CreditLimit> credit() {
        return credit.values().stream().filter(CreditLimit::bounds).toList();
    }

    /** False when the event where the view stands is about something else. */
    public boolean read(FrameView frame) {
        if (frame.eventType() != CreditLimitSetDecoder.TEMPLATE_ID) return giveUps.read(frame);
        limited.wrap(frame.buffer(), frame.eventOffset(), frame.eventBlockLength(), frame.eventVersion());
        Node node = new Node(limited.scope(), limited.target(), limited.trader(), limited.asset());
        credit.put(
                node,
                new CreditLimit(
                        node.scope,
                        node.target,
                        node.trader,
                        node.asset,
                        optional(limited.orderLimitMinor()),
                        optional(limited.openLimitMinor()),
                        optional(limited.dayLimitMinor()),
                        frame.sequence()));
        return true;
    }

    private static OptionalLong optional(long minor) {
        return minor == CreditLimitSetDecoder.orderLimitMinorNullValue()
                ? OptionalLong.empty()
                : OptionalLong.of(minor);
    }
}
