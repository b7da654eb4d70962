package io.rialto.feeds.margin;

import io.rialto.feeds.balances.BalanceFeed;
import io.rialto.feeds.listing.Instrument;
import io.rialto.feeds.listing.ListingFeed;
import io.rialto.feeds.position.Position;
import io.rialto.protocol.InstrumentChangedDecoder;
import io.rialto.protocol.InstrumentParameter;
import io.rialto.protocol.LeverageSetDecoder;
import io.rialto.protocol.MarginMovedDecoder;
import io.rialto.protocol.MarginTiersSetDecoder;
import io.rialto.protocol.PositionChangedDecoder;
import io.rialto.protocol.TradeExecutedDecoder;
import io.rialto.protocol.frame.FrameView;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Keeps margins and positions in contracts, from the amounts that the events carry: what moves, what is realised, and fees.
 *
 * <p>Threading: the writing thread, between the position's enter and leave; questions go through {@link #margins}.
 */
public final class MarginFeed {
    private static final int CLEARING = 3;
    private static final int STEP_BASE = 100;

    private final ListingFeed listings;
    private final BalanceFeed balances;
    private final Map<Integer, Map<Integer, MarginBalance>> byAccount = new HashMap<>();
    private final Map<Integer, Map<Integer, ContractPosition>> positions = new HashMap<>();
    private final Margins margins;
    private final MarginMovedDecoder moved = new MarginMovedDecoder();
    private final PositionChangedDecoder changed = new PositionChangedDecoder();
    private final InstrumentChangedDecoder terms = new InstrumentChangedDecoder();
    private final TradeExecutedDecoder trade = new TradeExecutedDecoder();

    public MarginFeed(Position position, ListingFeed listings, BalanceFeed balances) {
        this.listings = listings;
        this.balances = balances;
        margins = new Margins(position, this);
    }

    public Margins margins() {
        return margins;
    }

    AccountMargin of(int account, long sequence) {
        return new AccountMargin(
                account,
                List.copyOf(byAccount.getOrDefault(account, Map.of()).values()),
                List.copyOf(positions.getOrDefault(account, Map.of()).values()),
                sequence);
    }

    /** False when the event where the view stands is about something else. */
    public boolean read(FrameView frame) {
        int at = frame.eventOffset();
        int length = frame.eventBlockLength();
        int version = frame.eventVersion();
        long sequence = frame.sequence();
        switch (frame.eventType()) {
            case MarginMovedDecoder.TEMPLATE_ID -> onMoved(moved.wrap(frame.buffer(), at, length, version), sequence);
            case PositionChangedDecoder.TEMPLATE_ID ->
                onChanged(changed.wrap(frame.buffer(), at, length, version), sequence);
            case TradeExecutedDecoder.TEMPLATE_ID -> onTrade(trade.wrap(frame.buffer(), at, length, version), sequence);
            case InstrumentChangedDecoder.TEMPLATE_ID -> onTerms(terms.wrap(frame.buffer(), at, length, version));
            case LeverageSetDecoder.TEMPLATE_ID, MarginTiersSetDecoder.TEMPLATE_ID -> {
                return true; // what they ask for is the core's business
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void onMoved(MarginMovedDecoder event, long sequence) {
        move(event.account(), event.asset(), event.amountMinor(), sequence);
        balances.onMarginMoved(event.account(), event.asset(), event.amountMinor());
    }

    private void onChanged(PositionChangedDecoder event, long sequence) {
        int asset = listings.instrument(event.instrument()).quote().number();
        long realised = event.realisedMinor();
        move(event.account(), asset, realised, sequence);
        move(CLEARING, asset, -realised, sequence);
        ContractPosition now = position(event.account(), event.instrument())
                .now(event.positionLots(), event.costMinor(), realised, sequence);
        positions.get(event.account()).put(event.instrument(), now);
    }

    /** Lots became others: a position is the same in those. Its cost stays, for it is money. */
    private void onTerms(InstrumentChangedDecoder event) {
        if (event.parameter() != InstrumentParameter.LOT) return;
        BigDecimal before = step(event.oldValue());
        BigDecimal after = step(event.newValue());
        for (Map<Integer, ContractPosition> ofAccount : positions.values()) {
            ofAccount.computeIfPresent(event.instrument(), (any, position) -> position.inLots(before, after));
        }
    }

    /** Mantissa times 100, plus decimal places. */
    private static BigDecimal step(long written) {
        return BigDecimal.valueOf(written / STEP_BASE, (int) (written % STEP_BASE));
    }

    private void onTrade(TradeExecutedDecoder event, long sequence) {
        Instrument instrument = listings.instrument(event.instrument());
        if (instrument.contract().isEmpty()) return;
        pay(event.makerAccount(), instrument, event.makerFeeMinor(), sequence);
        pay(event.takerAccount(), instrument, event.takerFeeMinor(), sequence);
    }

    private void pay(int account, Instrument instrument, long feeMinor, long sequence) {
        if (feeMinor == 0) return;
        move(account, instrument.quote().number(), -feeMinor, sequence);
        ContractPosition paid = position(account, instrument.number()).paid(feeMinor, sequence);
        positions.get(account).put(instrument.number(), paid);
    }

    private ContractPosition position(int account, int instrument) {
        return positions
                .computeIfAbsent(account, any -> new TreeMap<>())
                .getOrDefault(instrument, new ContractPosition(instrument, 0, 0, 0, 0, 0));
    }

    private void move(int account, int asset, long amountMinor, long sequence) {
        byAccount
                .computeIfAbsent(account, any -> new TreeMap<>())
                .merge(
                        asset,
                        new MarginBalance(asset, amountMinor, sequence),
                        (old, change) -> old.plus(amountMinor, sequence));
    }
}
