package io.rialto.feeds.costs;

import io.rialto.feeds.listing.ListingFeed;
import io.rialto.protocol.GiveUpAcceptedDecoder;
import io.rialto.protocol.GiveUpReversedDecoder;
import io.rialto.protocol.Side;
import io.rialto.protocol.frame.FrameView;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;

/** One account in one instrument, by all three views of cost. Threading: the writing thread, and readers behind its gate. */
public final class PositionCosts {
    private static final int MOST_KEPT = 10_000;

    private final Map<CostMethod, CostBook> books = new EnumMap<>(CostMethod.class);
    /** Where trades can be taken back: the last of them, and the books before those. */
    private final ArrayDeque<Part> kept = new ArrayDeque<>();

    private final Map<CostMethod, CostBook> before = new EnumMap<>(CostMethod.class);
    private BigInteger feesMinor = BigInteger.ZERO;
    private BigInteger fundingMinor = BigInteger.ZERO;
    private long changedSequence;

    public PositionCosts() {
        for (CostMethod method : CostMethod.values()) books.put(method, new CostBook(method));
    }

    private record Part(long trade, BigDecimal by, BigInteger valueMinor) {}

    /** Of the frame that changed it last. */
    public long changedSequence() {
        return changedSequence;
    }

    public void changedSequence(long sequence) {
        changedSequence = sequence;
    }

    public CostBook by(CostMethod method) {
        return books.get(method);
    }

    public BigInteger feesMinor() {
        return feesMinor;
    }

    public BigInteger fundingMinor() {
        return fundingMinor;
    }

    public void trade(BigDecimal by, BigInteger valueMinor) {
        if (by.signum() != 0) all(book -> book.trade(by, valueMinor));
    }

    /** The same of a trade that may be taken back, or of a part of it. */
    public void trade(long trade, BigDecimal by, BigInteger valueMinor) {
        if (before.isEmpty()) books.forEach((method, book) -> before.put(method, book.copy()));
        kept.addLast(new Part(trade, by, valueMinor));
        if (kept.size() > MOST_KEPT) forget(kept.removeFirst());
        trade(by, valueMinor);
    }

    private void forget(Part oldest) {
        if (oldest.by.signum() != 0) before.values().forEach(book -> book.trade(oldest.by, oldest.valueMinor));
    }

    /** As if there had been no such trade, from then on; false when it is no longer known. */
    boolean takeBack(long trade) {
        if (!kept.removeIf(part -> part.trade == trade)) return false;
        before.forEach((method, book) -> books.put(method, book.copy()));
        for (Part part : kept) trade(part.by, part.valueMinor);
        return true;
    }

    /** As the average goes, so the value was: what a contract's position and its cost became, and what that realised. */
    public void became(BigDecimal quantity, BigInteger costMinor, BigInteger realisedMinor) {
        CostBook average = by(CostMethod.AVERAGE);
        BigDecimal before = average.quantity();
        BigInteger costBefore = average.costMinor();
        boolean isSameSide = before.signum() * quantity.signum() > 0;
        boolean grows = before.signum() == 0 || isSameSide && quantity.abs().compareTo(before.abs()) > 0;
        if (grows) {
            all(book -> book.open(quantity.subtract(before), costMinor.subtract(costBefore)));
            return;
        }
        BigDecimal closed = isSameSide ? before.abs().subtract(quantity.abs()) : before.abs();
        BigInteger taken = isSameSide ? costBefore.subtract(costMinor) : costBefore;
        BigInteger value = before.signum() > 0 ? taken.add(realisedMinor) : taken.subtract(realisedMinor);
        if (closed.signum() > 0) all(book -> book.close(closed, value));
        if (!isSameSide && quantity.signum() != 0) all(book -> book.open(quantity, costMinor));
    }

    public void paid(BigInteger feeMinor) {
        feesMinor = feesMinor.add(feeMinor);
    }

    public void funded(BigInteger amountMinor) {
        fundingMinor = fundingMinor.add(amountMinor);
    }

    private void all(Consumer<CostBook> change) {
        books.values().forEach(change);
    }

    /** An account's in an instrument. */
    public interface Of {
        PositionCosts costs(int account, int instrument);
    }

    /** As if giver and taker had traded with each other at the price of the trade, which takes that back as well if it is busted. */
    static final class GivenUp {
        private final ListingFeed listings;
        private final Of costs;
        private final GiveUpAcceptedDecoder accepted = new GiveUpAcceptedDecoder();
        private final GiveUpReversedDecoder reversed = new GiveUpReversedDecoder();

        GivenUp(ListingFeed listings, Of costs) {
            this.listings = listings;
            this.costs = costs;
        }

        /** False when the event is about something else. */
        boolean read(FrameView frame) {
            int at = frame.eventOffset();
            int length = frame.eventBlockLength();
            int version = frame.eventVersion();
            switch (frame.eventType()) {
                case GiveUpAcceptedDecoder.TEMPLATE_ID ->
                    onAccepted(accepted.wrap(frame.buffer(), at, length, version), frame.sequence());
                case GiveUpReversedDecoder.TEMPLATE_ID -> {
                    reversed.wrap(frame.buffer(), at, length, version);
                    costs.costs(reversed.account(), reversed.instrument()).takeBack(reversed.trade());
                }
                default -> {
                    return false;
                }
            }
            return true;
        }

        private void onAccepted(GiveUpAcceptedDecoder event, long sequence) {
            int scale = listings.instrument(event.instrument()).base().scale();
            BigDecimal base = BigDecimal.valueOf(event.baseMinor(), scale);
            BigDecimal taken = event.side() == Side.BUY ? base : base.negate();
            passed(event.account(), event, taken.negate(), sequence);
            passed(event.taker(), event, taken, sequence);
        }

        private void passed(int account, GiveUpAcceptedDecoder event, BigDecimal by, long sequence) {
            PositionCosts changed = costs.costs(account, event.instrument());
            changed.trade(event.trade(), by, BigInteger.valueOf(event.notionalMinor()));
            changed.changedSequence(sequence);
        }
    }
}
