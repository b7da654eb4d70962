package io.rialto.feeds.contracts;

import io.rialto.feeds.listing.ListingFeed;
import io.rialto.protocol.ContractExpiredDecoder;
import io.rialto.protocol.ContractSettledDecoder;
import io.rialto.protocol.InsuranceFundedDecoder;
import io.rialto.protocol.LiquidationEndedDecoder;
import io.rialto.protocol.PositionLiquidationEndedDecoder;
import io.rialto.protocol.PositionSettledDecoder;
import io.rialto.protocol.PositionTransferredDecoder;
import io.rialto.protocol.PositionsFundedDecoder;
import io.rialto.protocol.frame.FrameView;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What became of contracts and of the insurance fund, the latest first.
 *
 * <p>Threading: whoever holds the position's gate.
 */
public final class ContractHistory {
    private static final int FUND = 4;
    private static final int FUNDINGS_KEPT = 1_000;
    private static final int ENTRIES_KEPT = 10_000;

    private final ListingFeed listings;
    private final Map<Integer, Deque<Funding>> fundings = new HashMap<>();
    private final Map<Integer, Settlement> settlements = new HashMap<>();
    private final Deque<InsuranceEntry> insurance = new ArrayDeque<>();
    private final Map<Integer, Long> fundMinor = new HashMap<>();
    private final PositionsFundedDecoder funded = new PositionsFundedDecoder();
    private final ContractSettledDecoder settled = new ContractSettledDecoder();
    private final PositionTransferredDecoder transferred = new PositionTransferredDecoder();
    private final PositionSettledDecoder closed = new PositionSettledDecoder();
    private final LiquidationEndedDecoder covered = new LiquidationEndedDecoder();
    private final PositionLiquidationEndedDecoder ownCovered = new PositionLiquidationEndedDecoder();
    private final InsuranceFundedDecoder insured = new InsuranceFundedDecoder();

    public ContractHistory(ListingFeed listings) {
        this.listings = listings;
    }

    public List<Funding> fundings(int instrument) {
        return List.copyOf(fundings.getOrDefault(instrument, new ArrayDeque<>()));
    }

    public Optional<Settlement> settlement(int instrument) {
        return Optional.ofNullable(settlements.get(instrument));
    }

    public List<InsuranceEntry> insurance() {
        return List.copyOf(insurance);
    }

    /** False when the event where the view stands is about something else. */
    public boolean read(FrameView frame) {
        int at = frame.eventOffset();
        int length = frame.eventBlockLength();
        int version = frame.eventVersion();
        switch (frame.eventType()) {
            case PositionsFundedDecoder.TEMPLATE_ID ->
                onFunded(funded.wrap(frame.buffer(), at, length, version), frame);
            case ContractSettledDecoder.TEMPLATE_ID ->
                onSettled(settled.wrap(frame.buffer(), at, length, version), frame);
            case InsuranceFundedDecoder.TEMPLATE_ID -> {
                insured.wrap(frame.buffer(), at, length, version);
                enter(InsuranceKind.VENUE, insured.asset(), insured.amountMinor(), frame);
            }
            case LiquidationEndedDecoder.TEMPLATE_ID -> {
                covered.wrap(frame.buffer(), at, length, version);
                if (covered.coveredMinor() != 0)
                    enter(InsuranceKind.DEBT, covered.asset(), -covered.coveredMinor(), frame);
            }
            case PositionLiquidationEndedDecoder.TEMPLATE_ID -> {
                ownCovered.wrap(frame.buffer(), at, length, version);
                int asset = listings.instrument(ownCovered.instrument()).quote().number();
                if (ownCovered.coveredMinor() != 0) enter(InsuranceKind.DEBT, asset, -ownCovered.coveredMinor(), frame);
            }
            case PositionTransferredDecoder.TEMPLATE_ID ->
                onTransferred(transferred.wrap(frame.buffer(), at, length, version), frame);
            case PositionSettledDecoder.TEMPLATE_ID ->
                onClosed(closed.wrap(frame.buffer(), at, length, version), frame);
            case ContractExpiredDecoder.TEMPLATE_ID -> {
                return true; // its orders' ends are told one by one
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void onFunded(PositionsFundedDecoder event, FrameView frame) {
        Deque<Funding> last = fundings.computeIfAbsent(event.instrument(), any -> new ArrayDeque<>());
        last.addFirst(new Funding(
                event.instrument(),
                event.fundingRate(),
                event.markTicks(),
                event.plannedNanos(),
                frame.timeNanos(),
                event.paidMinor(),
                event.receivedMinor(),
                frame.sequence()));
        if (last.size() > FUNDINGS_KEPT) last.removeLast();
        long left = event.paidMinor() - event.receivedMinor();
        int asset = listings.instrument(event.instrument()).quote().number();
        if (left != 0) enter(InsuranceKind.FUNDING, asset, left, event.instrument(), 0, 0, frame);
    }

    private void onSettled(ContractSettledDecoder event, FrameView frame) {
        int instrument = event.instrument();
        settlements.put(
                instrument,
                new Settlement(
                        instrument, event.priceTicks(), event.closedLots(), frame.timeNanos(), frame.sequence()));
    }

    private void onTransferred(PositionTransferredDecoder event, FrameView frame) {
        if (event.account() != FUND) return;
        int asset = listings.instrument(event.instrument()).quote().number();
        enter(
                InsuranceKind.TAKEOVER,
                asset,
                event.realisedMinor(),
                event.instrument(),
                event.changeLots(),
                event.priceTicks(),
                frame);
    }

    private void onClosed(PositionSettledDecoder event, FrameView frame) {
        if (event.account() != FUND) return;
        int asset = listings.instrument(event.instrument()).quote().number();
        enter(
                InsuranceKind.SETTLEMENT,
                asset,
                event.realisedMinor(),
                event.instrument(),
                -event.closedLots(),
                event.priceTicks(),
                frame);
    }

    private void enter(InsuranceKind kind, int asset, long amountMinor, FrameView frame) {
        enter(kind, asset, amountMinor, 0, 0, 0, frame);
    }

    private void enter(
            InsuranceKind kind,
            int asset,
            long amountMinor,
            int instrument,
            long changeLots,
            long priceTicks,
            FrameView frame) {
        long balance = fundMinor.merge(asset, amountMinor, Math::addExact);
        insurance.addFirst(new InsuranceEntry(
                kind,
                asset,
                amountMinor,
                balance,
                instrument,
                changeLots,
                priceTicks,
                frame.timeNanos(),
                frame.sequence()));
        if (insurance.size() > ENTRIES_KEPT) insurance.removeLast();
    }
}
