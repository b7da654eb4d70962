package io.rialto.feeds.auctions;

import io.rialto.feeds.auctions.Auction.Call;
import io.rialto.feeds.auctions.Auction.Indication;
import io.rialto.feeds.auctions.Auction.Result;
import io.rialto.feeds.changes.ChangeWriter;
import io.rialto.feeds.position.Position;
import io.rialto.protocol.AuctionIndicatedDecoder;
import io.rialto.protocol.AuctionUncrossedDecoder;
import io.rialto.protocol.CallExtendedDecoder;
import io.rialto.protocol.CallStartedDecoder;
import io.rialto.protocol.Phase;
import io.rialto.protocol.PhaseChangedDecoder;
import io.rialto.protocol.SeedRevealedDecoder;
import io.rialto.protocol.Side;
import io.rialto.protocol.frame.FrameView;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.agrona.DirectBuffer;

/**
 * Keeps what is told of auctions.
 *
 * <p>Threading: the writing thread, between the position's enter and leave; questions go through {@link #auctions}.
 */
public final class AuctionFeed {
    private final Map<Integer, Auction> byInstrument = new HashMap<>();
    private final Map<Integer, String> seeds = new HashMap<>();
    private final Set<Integer> awaited = new HashSet<>();
    private final Auctions auctions;
    private final ChangeWriter told;
    private final CallStartedDecoder started = new CallStartedDecoder();
    private final AuctionIndicatedDecoder indicated = new AuctionIndicatedDecoder();
    private final AuctionUncrossedDecoder uncrossed = new AuctionUncrossedDecoder();
    private final CallExtendedDecoder extended = new CallExtendedDecoder();
    private final PhaseChangedDecoder phase = new PhaseChangedDecoder();
    private final SeedRevealedDecoder revealed = new SeedRevealedDecoder();

    /** @param told hears of auctions */
    public AuctionFeed(Position position, ChangeWriter told) {
        this.told = told;
        auctions = new Auctions(position, this);
    }

    public Auctions auctions() {
        return auctions;
    }

    Auction auction(int instrument) {
        return byInstrument.getOrDefault(instrument, Auction.NONE);
    }

    /** False when the event where the view stands is not about auctions. */
    public boolean read(FrameView frame) {
        DirectBuffer buffer = frame.buffer();
        int at = frame.eventOffset();
        int length = frame.eventBlockLength();
        int version = frame.eventVersion();
        switch (frame.eventType()) {
            case CallStartedDecoder.TEMPLATE_ID -> onStarted(started.wrap(buffer, at, length, version), frame);
            case AuctionIndicatedDecoder.TEMPLATE_ID -> onIndicated(indicated.wrap(buffer, at, length, version), frame);
            case AuctionUncrossedDecoder.TEMPLATE_ID -> onUncrossed(uncrossed.wrap(buffer, at, length, version), frame);
            case CallExtendedDecoder.TEMPLATE_ID -> onExtended(extended.wrap(buffer, at, length, version));
            case SeedRevealedDecoder.TEMPLATE_ID -> onRevealed(revealed.wrap(buffer, at, length, version));
            case PhaseChangedDecoder.TEMPLATE_ID -> onPhase(phase.wrap(buffer, at, length, version));
            default -> {
                return false;
            }
        }
        return true;
    }

    private void onStarted(CallStartedDecoder event, FrameView frame) {
        boolean hasSeed = (event.seedHash1() | event.seedHash2() | event.seedHash3() | event.seedHash4()) != 0;
        String hash = hasSeed
                ? hex(event.seedHash1()) + hex(event.seedHash2()) + hex(event.seedHash3()) + hex(event.seedHash4())
                : "";
        Call call = new Call(
                event.kind(), frame.timeNanos(), event.earliestNanos(), event.windowNanos(), hash, 0, event.next());
        seeds.remove(event.instrument());
        awaited.remove(event.instrument());
        put(
                event.instrument(),
                Optional.of(call),
                Optional.empty(),
                auction(event.instrument()).last());
    }

    private void onIndicated(AuctionIndicatedDecoder event, FrameView frame) {
        Indication indication = new Indication(
                ticks(event.priceTicks()),
                event.volumeLots(),
                event.imbalanceLots(),
                side(event.imbalanceSide()),
                frame.timeNanos(),
                frame.sequence());
        Auction known = auction(event.instrument());
        put(event.instrument(), known.call(), Optional.of(indication), known.last());
    }

    private void onUncrossed(AuctionUncrossedDecoder event, FrameView frame) {
        boolean isPromised = auction(event.instrument())
                .call()
                .filter(call -> !call.seedHash().isEmpty())
                .isPresent();
        if (isPromised && !seeds.containsKey(event.instrument())) awaited.add(event.instrument());
        Result result = new Result(
                event.kind(),
                ticks(event.priceTicks()),
                event.volumeLots(),
                event.imbalanceLots(),
                side(event.imbalanceSide()),
                ticks(event.referenceTicks()),
                seeds.getOrDefault(event.instrument(), ""),
                frame.timeNanos(),
                frame.sequence());
        put(event.instrument(), Optional.empty(), Optional.empty(), Optional.of(result));
    }

    private void onExtended(CallExtendedDecoder event) {
        Auction known = auction(event.instrument());
        Optional<Call> longer = known.call()
                .map(call -> new Call(
                        call.kind(),
                        call.startedNanos(),
                        event.untilNanos(),
                        0,
                        call.seedHash(),
                        call.extensions() + 1,
                        call.next()));
        put(event.instrument(), longer, known.indication(), known.last());
    }

    /** A venue that was late tells the seed after the auction. */
    private void onRevealed(SeedRevealedDecoder event) {
        String seed = hex(event.seedHigh()) + hex(event.seedLow());
        Auction known = auction(event.instrument());
        boolean isOfThisCall =
                known.call().filter(call -> !call.seedHash().isEmpty()).isPresent();
        if (isOfThisCall) seeds.put(event.instrument(), seed);
        if (isOfThisCall || !awaited.remove(event.instrument())) return;
        put(event.instrument(), known.call(), known.indication(), known.last().map(result -> result.withSeed(seed)));
    }

    /** A call may end in another way than by trading, by a halt for one. */
    private void onPhase(PhaseChangedDecoder event) {
        Auction known = auction(event.instrument());
        boolean isCall = event.newPhase() == Phase.CALL || event.newPhase() == Phase.UNCROSS;
        if (!isCall && known.call().isPresent()) {
            put(event.instrument(), Optional.empty(), Optional.empty(), known.last());
        }
    }

    private void put(int instrument, Optional<Call> call, Optional<Indication> indication, Optional<Result> last) {
        Auction auction = new Auction(call, indication, last, 0);
        byInstrument.put(instrument, auction);
        told.auction(instrument, auction);
    }

    private static OptionalLong ticks(long ticks) {
        return ticks == 0 ? OptionalLong.empty() : OptionalLong.of(ticks);
    }

    private static Optional<Side> side(Side side) {
        return side == Side.NULL_VAL ? Optional.empty() : Optional.of(side);
    }

    private static String hex(long value) {
        return String.format("%016x", value);
    }
}
