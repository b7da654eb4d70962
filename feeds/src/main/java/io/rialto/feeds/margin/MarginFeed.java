package io.rialto.feeds.margin;

import io.rialto.feeds.balances.BalanceFeed;
import io.rialto.feeds.contracts.ContractHistory;
import io.rialto.feeds.listing.Instrument;
import io.rialto.feeds.listing.ListingFeed;
import io.rialto.feeds.orders.OrderView;
import io.rialto.feeds.position.Position;
import io.rialto.feeds.requirement.MarginTiers;
import io.rialto.feeds.statements.MovementKind;
import io.rialto.feeds.statements.MovementLog;
import io.rialto.feeds.statements.Purse;
import io.rialto.protocol.ContractTradeBustedDecoder;
import io.rialto.protocol.ContractTradeCorrectedDecoder;
import io.rialto.protocol.FundingPaidDecoder;
import io.rialto.protocol.InstrumentChangedDecoder;
import io.rialto.protocol.InstrumentParameter;
import io.rialto.protocol.InsuranceFundedDecoder;
import io.rialto.protocol.LeverageSetDecoder;
import io.rialto.protocol.LiquidationBegunDecoder;
import io.rialto.protocol.LiquidationEndedDecoder;
import io.rialto.protocol.MarginCalledDecoder;
import io.rialto.protocol.MarginMovedDecoder;
import io.rialto.protocol.MarginTierDecoder;
import io.rialto.protocol.MarginTiersSetDecoder;
import io.rialto.protocol.PositionChangedDecoder;
import io.rialto.protocol.PositionSettledDecoder;
import io.rialto.protocol.PositionTransferredDecoder;
import io.rialto.protocol.TradeExecutedDecoder;
import io.rialto.protocol.frame.CommandParts;
import io.rialto.protocol.frame.FrameView;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Keeps margins, positions in contracts, leverages and tiers, from the amounts that the events carry: what moves, what is
 * realised, and fees. What is required is worked out when it is asked for.
 *
 * <p>Threading: the writing thread, between the position's enter and leave; questions go through {@link #margins}.
 */
public final class MarginFeed {
    private static final int FEE_INCOME = 2;
    private static final int CLEARING = 3;
    private static final int INSURANCE_FUND = 4;
    private static final int STEP_BASE = 100;

    private final ListingFeed listings;
    private final BalanceFeed balances;
    private final MovementLog movements;
    private final IntFunction<List<OrderView>> openOrders;
    private final Map<Integer, AccountState> accounts = new HashMap<>();
    private final Map<Integer, MarginTiers> tiers = new HashMap<>();
    private final ContractHistory history;
    private final IsolatedFeed isolated;
    private final DeleveragingQueue queue;
    private final Margins margins;
    private final MarginMovedDecoder moved = new MarginMovedDecoder();
    private final PositionChangedDecoder changed = new PositionChangedDecoder();
    private final ContractTradeBustedDecoder busted = new ContractTradeBustedDecoder();
    private final ContractTradeCorrectedDecoder corrected = new ContractTradeCorrectedDecoder();
    private final InstrumentChangedDecoder terms = new InstrumentChangedDecoder();
    private final TradeExecutedDecoder trade = new TradeExecutedDecoder();
    private final MarginCalledDecoder called = new MarginCalledDecoder();
    private final FundingPaidDecoder paid = new FundingPaidDecoder();
    private final PositionSettledDecoder closed = new PositionSettledDecoder();
    private final InsuranceFundedDecoder insured = new InsuranceFundedDecoder();
    private final PositionTransferredDecoder transferred = new PositionTransferredDecoder();
    private final LiquidationEndedDecoder ended = new LiquidationEndedDecoder();
    private final LeverageSetDecoder levered = new LeverageSetDecoder();
    private final MarginTiersSetDecoder tiered = new MarginTiersSetDecoder();
    private final CommandParts parts = new CommandParts();
    private final UnsafeBuffer whole = new UnsafeBuffer(0, 0);

    /** @param openOrders of an account, oldest first */
    public MarginFeed(
            Position position,
            ListingFeed listings,
            BalanceFeed balances,
            MovementLog movements,
            IntFunction<List<OrderView>> openOrders) {
        this.listings = listings;
        this.balances = balances;
        this.movements = movements;
        this.openOrders = openOrders;
        history = new ContractHistory(listings);
        isolated = new IsolatedFeed(listings, movements, this::account);
        queue = new DeleveragingQueue(accounts, listings::instrument);
        margins = new Margins(position, this);
    }

    public Margins margins() {
        return margins;
    }

    AccountMargin of(int account, long sequence) {
        AccountState state = accounts.getOrDefault(account, new AccountState());
        return state.margin(
                account,
                openOrders.apply(account),
                listings::instrument,
                this::tiers,
                instrument -> queue.place(account, instrument),
                sequence);
    }

    MarginTiers tiers(int instrument) {
        MarginTiers own = tiers.get(instrument);
        return own == null ? MarginTiers.first(instrument) : own;
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
            case ContractTradeBustedDecoder.TEMPLATE_ID -> {
                onBusted(busted.wrap(frame.buffer(), at, length, version), sequence);
                return false; // of others, too
            }
            case ContractTradeCorrectedDecoder.TEMPLATE_ID -> {
                onCorrected(corrected.wrap(frame.buffer(), at, length, version), sequence);
                return false;
            }
            case MarginCalledDecoder.TEMPLATE_ID -> onCalled(called.wrap(frame.buffer(), at, length, version));
            case FundingPaidDecoder.TEMPLATE_ID -> onPaid(paid.wrap(frame.buffer(), at, length, version), sequence);
            case PositionSettledDecoder.TEMPLATE_ID -> {
                onClosed(closed.wrap(frame.buffer(), at, length, version), sequence);
                return history.read(frame);
            }
            case PositionTransferredDecoder.TEMPLATE_ID -> {
                onTransferred(transferred.wrap(frame.buffer(), at, length, version), sequence);
                return history.read(frame);
            }
            case LiquidationEndedDecoder.TEMPLATE_ID -> {
                onCovered(ended.wrap(frame.buffer(), at, length, version), sequence);
                return history.read(frame);
            }
            case LiquidationBegunDecoder.TEMPLATE_ID -> {
                return true; // the margin call before it says as much
            }
            case InsuranceFundedDecoder.TEMPLATE_ID -> {
                onInsured(insured.wrap(frame.buffer(), at, length, version), sequence);
                return history.read(frame);
            }
            case InstrumentChangedDecoder.TEMPLATE_ID -> onTerms(terms.wrap(frame.buffer(), at, length, version));
            case LeverageSetDecoder.TEMPLATE_ID -> onLevered(levered.wrap(frame.buffer(), at, length, version));
            case MarginTiersSetDecoder.TEMPLATE_ID ->
                onTiers(frame, tiered.wrap(frame.buffer(), at, length, version).instrument());
            default -> {
                boolean isIsolated = isolated.read(frame);
                return history.read(frame) || isIsolated;
            }
        }
        return true;
    }

    private void onMoved(MarginMovedDecoder event, long sequence) {
        move(event.account(), event.asset(), MovementKind.MARGIN, event.amountMinor(), 0, sequence);
        balances.onMarginMoved(event.account(), event.asset(), event.amountMinor());
    }

    private void onChanged(PositionChangedDecoder event, long sequence) {
        int asset = listings.instrument(event.instrument()).quote().number();
        long realised = event.realisedMinor();
        move(event.account(), asset, MovementKind.REALISED, realised, event.trade(), sequence);
        move(CLEARING, asset, MovementKind.REALISED, -realised, event.trade(), sequence);
        AccountState account = account(event.account());
        account.put(
                account.position(event.instrument()).now(event.positionLots(), event.costMinor(), realised, sequence));
    }

    private void onCalled(MarginCalledDecoder event) {
        account(event.account()).calls.put(event.asset(), (int) event.newPercent());
    }

    private void onPaid(FundingPaidDecoder event, long sequence) {
        int asset = listings.instrument(event.instrument()).quote().number();
        move(event.account(), asset, MovementKind.FUNDING, -event.amountMinor(), 0, sequence);
        move(INSURANCE_FUND, asset, MovementKind.FUNDING, event.amountMinor(), 0, sequence);
        AccountState account = account(event.account());
        account.put(account.position(event.instrument()).funded(event.amountMinor(), sequence));
    }

    private void onClosed(PositionSettledDecoder event, long sequence) {
        int asset = listings.instrument(event.instrument()).quote().number();
        long realised = event.realisedMinor();
        move(event.account(), asset, MovementKind.REALISED, realised, 0, sequence);
        move(CLEARING, asset, MovementKind.REALISED, -realised, 0, sequence);
        AccountState account = account(event.account());
        account.put(account.position(event.instrument()).now(0, 0, realised, sequence));
    }

    private void onTransferred(PositionTransferredDecoder event, long sequence) {
        int asset = listings.instrument(event.instrument()).quote().number();
        long realised = event.realisedMinor();
        move(event.account(), asset, MovementKind.REALISED, realised, 0, sequence);
        move(CLEARING, asset, MovementKind.REALISED, -realised, 0, sequence);
        AccountState account = account(event.account());
        account.put(
                account.position(event.instrument()).now(event.positionLots(), event.costMinor(), realised, sequence));
    }

    private void onCovered(LiquidationEndedDecoder event, long sequence) {
        if (event.coveredMinor() == 0) return;
        move(event.account(), event.asset(), MovementKind.COVER, event.coveredMinor(), 0, sequence);
        move(INSURANCE_FUND, event.asset(), MovementKind.COVER, -event.coveredMinor(), 0, sequence);
    }

    private void onInsured(InsuranceFundedDecoder event, long sequence) {
        balances.onMarginMoved(FEE_INCOME, event.asset(), event.amountMinor());
        move(INSURANCE_FUND, event.asset(), MovementKind.MARGIN, event.amountMinor(), 0, sequence);
    }

    ContractHistory history() {
        return history;
    }

    /** Lots became others: a position is the same in those. Its cost stays, for it is money. */
    private void onTerms(InstrumentChangedDecoder event) {
        if (event.parameter() != InstrumentParameter.LOT) return;
        BigDecimal before = step(event.oldValue());
        BigDecimal after = step(event.newValue());
        for (AccountState account : accounts.values()) {
            account.positions.computeIfPresent(event.instrument(), (any, position) -> position.inLots(before, after));
        }
    }

    /** Mantissa times 100, plus decimal places. */
    private static BigDecimal step(long written) {
        return BigDecimal.valueOf(written / STEP_BASE, (int) (written % STEP_BASE));
    }

    private void onTrade(TradeExecutedDecoder event, long sequence) {
        Instrument instrument = listings.instrument(event.instrument());
        if (instrument.contract().isEmpty()) return;
        pay(event.makerAccount(), instrument, event.makerFeeMinor(), event.trade(), sequence);
        pay(event.takerAccount(), instrument, event.takerFeeMinor(), event.trade(), sequence);
    }

    private void onBusted(ContractTradeBustedDecoder event, long sequence) {
        Instrument instrument = listings.instrument(event.instrument());
        pay(event.buyer(), instrument, -event.buyerFeeMinor(), event.trade(), sequence);
        pay(event.seller(), instrument, -event.sellerFeeMinor(), event.trade(), sequence);
    }

    private void onCorrected(ContractTradeCorrectedDecoder event, long sequence) {
        Instrument instrument = listings.instrument(event.instrument());
        pay(event.buyer(), instrument, event.buyerFeeMinor(), event.trade(), sequence);
        pay(event.seller(), instrument, event.sellerFeeMinor(), event.trade(), sequence);
    }

    private void pay(int number, Instrument instrument, long feeMinor, long trade, long sequence) {
        if (feeMinor == 0) return;
        move(number, instrument.quote().number(), MovementKind.FEE, -feeMinor, trade, sequence);
        AccountState account = account(number);
        account.put(account.position(instrument.number()).paid(feeMinor, sequence));
    }

    private void move(int number, int asset, MovementKind kind, long amountMinor, long reference, long sequence) {
        account(number).move(asset, amountMinor, sequence);
        movements.add(number, asset, Purse.MARGIN, kind, amountMinor, reference);
    }

    private void onLevered(LeverageSetDecoder event) {
        account(event.account()).leverages.put(event.instrument(), event.newLeverage());
    }

    /** The tiers are those of the command. */
    private void onTiers(FrameView frame, int instrument) {
        whole.wrap(frame.buffer(), frame.offset(), frame.length());
        parts.wrap(whole, frame.commandOffset(), frame.eventsOffset());
        List<MarginTiers.Tier> read = new ArrayList<>();
        MarginTierDecoder tier = new MarginTierDecoder();
        while (parts.next()) {
            tier.wrap(whole, parts.blockOffset(), MarginTierDecoder.BLOCK_LENGTH, MarginTierDecoder.SCHEMA_VERSION);
            read.add(new MarginTiers.Tier(tier.upToMinor(), tier.initialRate(), tier.maintenanceRate()));
        }
        tiers.put(instrument, new MarginTiers(instrument, read, frame.sequence()));
    }

    private AccountState account(int number) {
        return accounts.computeIfAbsent(number, any -> new AccountState());
    }
}
