package io.rialto.feeds.firms;

import io.rialto.feeds.position.Found;
import io.rialto.protocol.AccountRoleSetDecoder;
import io.rialto.protocol.ContractGiveUpAcceptedDecoder;
import io.rialto.protocol.GiveUpAcceptedDecoder;
import io.rialto.protocol.GiveUpEndedDecoder;
import io.rialto.protocol.GiveUpRequestedDecoder;
import io.rialto.protocol.GiveUpReversedDecoder;
import io.rialto.protocol.frame.FrameView;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.agrona.DirectBuffer;

/** Keeps roles and give-ups: all that are pending, and of the others the last {@value #ENDED_KEPT}. */
final class GiveUpFeed {
    private static final int ENDED_KEPT = 10_000;

    private final TreeMap<Long, GiveUp> giveUps = new TreeMap<>();
    private final Map<Integer, AccountPart> parts = new HashMap<>();
    private final AccountRoleSetDecoder roleSet = new AccountRoleSetDecoder();
    private final GiveUpRequestedDecoder requested = new GiveUpRequestedDecoder();
    private final GiveUpAcceptedDecoder accepted = new GiveUpAcceptedDecoder();
    private final ContractGiveUpAcceptedDecoder contractAccepted = new ContractGiveUpAcceptedDecoder();
    private final GiveUpEndedDecoder ended = new GiveUpEndedDecoder();
    private final GiveUpReversedDecoder reversed = new GiveUpReversedDecoder();
    private int endedCount;
    private long last;

    TreeMap<Long, GiveUp> giveUps() {
        return giveUps;
    }

    Found<GiveUp> giveUp(long number, long sequence) {
        GiveUp one = giveUps.get(number);
        return one == null ? Found.nothing(number >= 1 && number <= last, sequence) : Found.of(one, sequence);
    }

    AccountPart part(int account) {
        return parts.getOrDefault(account, AccountPart.first(account));
    }

    /** Of several feeds that read these events, none is the last. */
    boolean read(FrameView frame) {
        DirectBuffer buffer = frame.buffer();
        int at = frame.eventOffset();
        int length = frame.eventBlockLength();
        int version = frame.eventVersion();
        switch (frame.eventType()) {
            case AccountRoleSetDecoder.TEMPLATE_ID -> {
                roleSet.wrap(buffer, at, length, version);
                int account = roleSet.account();
                parts.put(
                        account, new AccountPart(account, roleSet.newRole(), roleSet.newCapacity(), frame.sequence()));
            }
            case GiveUpRequestedDecoder.TEMPLATE_ID -> onRequested(requested.wrap(buffer, at, length, version), frame);
            case GiveUpAcceptedDecoder.TEMPLATE_ID -> onAccepted(accepted.wrap(buffer, at, length, version), frame);
            case ContractGiveUpAcceptedDecoder.TEMPLATE_ID ->
                onAccepted(contractAccepted.wrap(buffer, at, length, version), frame);
            case GiveUpEndedDecoder.TEMPLATE_ID -> onEnded(ended.wrap(buffer, at, length, version), frame);
            case GiveUpReversedDecoder.TEMPLATE_ID -> onReversed(reversed.wrap(buffer, at, length, version), frame);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void onRequested(GiveUpRequestedDecoder event, FrameView frame) {
        last = event.giveUp();
        giveUps.put(
                event.giveUp(),
                new GiveUp(
                        event.giveUp(),
                        event.trade(),
                        event.instrument(),
                        event.side(),
                        event.priceTicks(),
                        event.quantityLots(),
                        event.account(),
                        event.taker(),
                        GiveUpStatus.PENDING,
                        0,
                        0,
                        0,
                        frame.timeNanos(),
                        frame.timeNanos(),
                        frame.sequence()));
    }

    private void onAccepted(GiveUpAcceptedDecoder event, FrameView frame) {
        end(event.giveUp(), GiveUpStatus.ACCEPTED, event.answeredBy(), frame);
        giveUps.computeIfPresent(
                event.giveUp(), (number, one) -> one.worth(event.notionalMinor(), event.giverFeeMinor()));
    }

    private void onAccepted(ContractGiveUpAcceptedDecoder event, FrameView frame) {
        end(event.giveUp(), GiveUpStatus.ACCEPTED, event.answeredBy(), frame);
        giveUps.computeIfPresent(event.giveUp(), (number, one) -> one.worth(event.notionalMinor(), 0));
    }

    private void onEnded(GiveUpEndedDecoder event, FrameView frame) {
        GiveUpStatus status = switch (event.ending()) {
            case REFUSED -> GiveUpStatus.REFUSED;
            case WITHDRAWN -> GiveUpStatus.WITHDRAWN;
            default -> GiveUpStatus.LAPSED;
        };
        end(event.giveUp(), status, event.answeredBy(), frame);
    }

    private void end(long number, GiveUpStatus status, int by, FrameView frame) {
        giveUps.computeIfPresent(number, (any, one) -> one.became(status, by, frame.timeNanos(), frame.sequence()));
        if (++endedCount > ENDED_KEPT) forgetOldest();
    }

    private void forgetOldest() {
        for (GiveUp one : giveUps.values()) {
            if (one.status() == GiveUpStatus.PENDING) continue;
            giveUps.remove(one.number());
            endedCount--;
            return;
        }
    }

    private void onReversed(GiveUpReversedDecoder event, FrameView frame) {
        giveUps.replaceAll((number, one) -> {
            boolean isOfTrade = one.trade() == event.trade() && one.side() == event.side();
            if (!isOfTrade || one.status() != GiveUpStatus.ACCEPTED) return one;
            return one.became(GiveUpStatus.REVERSED, 0, frame.timeNanos(), frame.sequence());
        });
    }
}
