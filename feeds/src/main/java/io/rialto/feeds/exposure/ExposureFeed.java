package io.rialto.feeds.exposure;

import io.rialto.feeds.position.Position;
import io.rialto.protocol.BoughtInDecoder;
import io.rialto.protocol.GiveUpAcceptedDecoder;
import io.rialto.protocol.GiveUpReversedDecoder;
import io.rialto.protocol.InstrumentChangedDecoder;
import io.rialto.protocol.InstrumentParameter;
import io.rialto.protocol.Side;
import io.rialto.protocol.TradeBustedDecoder;
import io.rialto.protocol.TradeCorrectedDecoder;
import io.rialto.protocol.TradeExecutedDecoder;
import io.rialto.protocol.TradeReversedDecoder;
import io.rialto.protocol.frame.FrameView;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Keeps positions by the trades of those instruments that say they do.
 *
 * <p>Threading: the writing thread, between the position's enter and leave; questions go through {@link #exposures}.
 */
public final class ExposureFeed {
    private static final long KEPT = 1;

    private final Set<Integer> tracked = new HashSet<>();
    private final Map<Integer, Map<Integer, Exposure>> byAccount = new HashMap<>();
    private final Exposures exposures;
    private final TradeExecutedDecoder trade = new TradeExecutedDecoder();
    private final TradeBustedDecoder busted = new TradeBustedDecoder();
    private final TradeCorrectedDecoder corrected = new TradeCorrectedDecoder();
    private final TradeReversedDecoder reversed = new TradeReversedDecoder();
    private final GiveUpAcceptedDecoder givenUp = new GiveUpAcceptedDecoder();
    private final GiveUpReversedDecoder givenBack = new GiveUpReversedDecoder();
    private final BoughtInDecoder boughtIn = new BoughtInDecoder();
    private final InstrumentChangedDecoder changed = new InstrumentChangedDecoder();

    public ExposureFeed(Position position) {
        exposures = new Exposures(position, this);
    }

    public Exposures exposures() {
        return exposures;
    }

    List<Exposure> of(int account) {
        return List.copyOf(byAccount.getOrDefault(account, Map.of()).values());
    }

    /** False when the event where the view stands changes no position. */
    public boolean read(FrameView frame) {
        int at = frame.eventOffset();
        int length = frame.eventBlockLength();
        int version = frame.eventVersion();
        switch (frame.eventType()) {
            case TradeExecutedDecoder.TEMPLATE_ID ->
                onTrade(trade.wrap(frame.buffer(), at, length, version), frame.sequence());
            case TradeBustedDecoder.TEMPLATE_ID -> {
                busted.wrap(frame.buffer(), at, length, version);
                sold(busted.instrument(), busted.buyer(), busted.seller(), busted.sellerOwesMinor(), frame.sequence());
            }
            case TradeCorrectedDecoder.TEMPLATE_ID -> {
                corrected.wrap(frame.buffer(), at, length, version);
                long base = corrected.sellerOwesMinor();
                sold(corrected.instrument(), corrected.seller(), corrected.buyer(), base, frame.sequence());
            }
            case TradeReversedDecoder.TEMPLATE_ID -> {
                reversed.wrap(frame.buffer(), at, length, version);
                sold(
                        reversed.instrument(),
                        reversed.seller(),
                        reversed.buyer(),
                        reversed.baseMinor(),
                        frame.sequence());
            }
            case GiveUpAcceptedDecoder.TEMPLATE_ID -> {
                givenUp.wrap(frame.buffer(), at, length, version);
                long base = givenUp.side() == Side.BUY ? givenUp.baseMinor() : -givenUp.baseMinor();
                sold(givenUp.instrument(), givenUp.account(), givenUp.taker(), base, frame.sequence());
            }
            case GiveUpReversedDecoder.TEMPLATE_ID -> {
                givenBack.wrap(frame.buffer(), at, length, version);
                long base = givenBack.side() == Side.BUY ? givenBack.baseMinor() : -givenBack.baseMinor();
                sold(givenBack.instrument(), givenBack.account(), givenBack.taker(), base, frame.sequence());
            }
            case BoughtInDecoder.TEMPLATE_ID -> {
                boughtIn.wrap(frame.buffer(), at, length, version);
                long base = boughtIn.baseMinor();
                sold(boughtIn.instrument(), boughtIn.supplier(), boughtIn.account(), base, frame.sequence());
            }
            case InstrumentChangedDecoder.TEMPLATE_ID -> onChanged(changed.wrap(frame.buffer(), at, length, version));
            default -> {
                return false;
            }
        }
        return true;
    }

    private void onChanged(InstrumentChangedDecoder event) {
        if (event.parameter() != InstrumentParameter.TRACKED_POSITIONS) return;
        int instrument = event.instrument();
        if (event.newValue() == KEPT) {
            tracked.add(instrument);
            return;
        }
        tracked.remove(instrument);
        byAccount.values().forEach(positions -> positions.remove(instrument));
    }

    private void onTrade(TradeExecutedDecoder event, long sequence) {
        boolean isOwn = event.makerAccount() == event.takerAccount();
        if (isOwn || !tracked.contains(event.instrument())) return;
        long bought = event.takerSide() == Side.BUY ? event.baseMinor() : -event.baseMinor();
        move(event.takerAccount(), event.instrument(), bought, sequence);
        move(event.makerAccount(), event.instrument(), -bought, sequence);
    }

    /** Not by a trade of orders. */
    private void sold(int instrument, int seller, int buyer, long baseMinor, long sequence) {
        if (seller == buyer || !tracked.contains(instrument)) return;
        move(buyer, instrument, baseMinor, sequence);
        move(seller, instrument, -baseMinor, sequence);
    }

    private void move(int account, int instrument, long baseMinor, long sequence) {
        byAccount
                .computeIfAbsent(account, any -> new TreeMap<>())
                .merge(
                        instrument,
                        new Exposure(instrument, baseMinor, sequence),
                        (old, change) -> new Exposure(instrument, sum(old.baseMinor(), baseMinor), sequence));
    }

    /** What does not fit is counted no further, as in the core. */
    private static long sum(long one, long other) {
        long sum = one + other;
        boolean overflows = ((one ^ sum) & (other ^ sum)) < 0;
        return overflows ? other > 0 ? Long.MAX_VALUE : -Long.MAX_VALUE : sum;
    }
}
