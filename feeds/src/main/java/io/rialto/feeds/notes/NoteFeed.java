package io.rialto.feeds.notes;

import io.rialto.feeds.notes.SettlementNote.Kind;
import io.rialto.feeds.position.Position;
import io.rialto.feeds.statements.Period;
import io.rialto.protocol.BoughtInDecoder;
import io.rialto.protocol.ContractTradeBustedDecoder;
import io.rialto.protocol.ContractTradeCorrectedDecoder;
import io.rialto.protocol.ObligationSettledDecoder;
import io.rialto.protocol.SettlementOutcome;
import io.rialto.protocol.TradeBustedDecoder;
import io.rialto.protocol.TradeCorrectedDecoder;
import io.rialto.protocol.TradeNovatedDecoder;
import io.rialto.protocol.TradeReversedDecoder;
import io.rialto.protocol.frame.FrameView;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.agrona.DirectBuffer;

/**
 * Keeps what clearing did for each account, its last {@value #MOST} notes.
 *
 * <p>Threading: the writing thread, between the position's enter and leave; questions go through {@link #notes}.
 */
public final class NoteFeed {
    private static final int MOST = 10_000;

    private final SettlementNotes notes;
    private final Map<Integer, Deque<SettlementNote>> byAccount = new HashMap<>();
    private final Map<Integer, SettlementNote> lastForgotten = new HashMap<>();
    private final TradeNovatedDecoder novated = new TradeNovatedDecoder();
    private final ObligationSettledDecoder settled = new ObligationSettledDecoder();
    private final BoughtInDecoder boughtIn = new BoughtInDecoder();
    private final TradeBustedDecoder busted = new TradeBustedDecoder();
    private final TradeCorrectedDecoder corrected = new TradeCorrectedDecoder();
    private final TradeReversedDecoder reversed = new TradeReversedDecoder();
    private final ContractTradeBustedDecoder contractBusted = new ContractTradeBustedDecoder();
    private final ContractTradeCorrectedDecoder contractCorrected = new ContractTradeCorrectedDecoder();
    private FrameView frame;

    public NoteFeed(Position position) {
        notes = new SettlementNotes(position, this);
    }

    public SettlementNotes notes() {
        return notes;
    }

    List<SettlementNote> of(int account, Period period) {
        List<SettlementNote> found = new ArrayList<>();
        for (SettlementNote note : byAccount.getOrDefault(account, new ArrayDeque<>())) {
            if (period.covers(note.sequence(), note.timeNanos())) found.add(note);
        }
        return found;
    }

    boolean areWhole(int account, Period period) {
        SettlementNote last = lastForgotten.get(account);
        return last == null || period.isBefore(last.sequence(), last.timeNanos());
    }

    /** Always false: every event that it reads is of others, too. */
    public boolean read(FrameView view) {
        frame = view;
        DirectBuffer buffer = view.buffer();
        int at = view.eventOffset();
        int length = view.eventBlockLength();
        int version = view.eventVersion();
        switch (view.eventType()) {
            case TradeNovatedDecoder.TEMPLATE_ID -> onNovated(novated.wrap(buffer, at, length, version));
            case ObligationSettledDecoder.TEMPLATE_ID -> onSettled(settled.wrap(buffer, at, length, version));
            case BoughtInDecoder.TEMPLATE_ID -> onBoughtIn(boughtIn.wrap(buffer, at, length, version));
            case TradeBustedDecoder.TEMPLATE_ID -> onBusted(busted.wrap(buffer, at, length, version));
            case TradeCorrectedDecoder.TEMPLATE_ID -> onCorrected(corrected.wrap(buffer, at, length, version));
            case TradeReversedDecoder.TEMPLATE_ID -> onReversed(reversed.wrap(buffer, at, length, version));
            case ContractTradeBustedDecoder.TEMPLATE_ID -> onBusted(contractBusted.wrap(buffer, at, length, version));
            case ContractTradeCorrectedDecoder.TEMPLATE_ID ->
                onCorrected(contractCorrected.wrap(buffer, at, length, version));
            default -> {} // not about clearing
        }
        return false;
    }

    private void onNovated(TradeNovatedDecoder event) {
        int day = event.settlementDay();
        int instrument = event.instrument();
        long trade = event.trade();
        add(event.buyer(), Kind.NOVATED, instrument, trade, day, event.buyerReceivesMinor(), -event.buyerOwesMinor());
        add(
                event.seller(),
                Kind.NOVATED,
                instrument,
                trade,
                day,
                -event.sellerOwesMinor(),
                event.sellerReceivesMinor());
    }

    private void onSettled(ObligationSettledDecoder event) {
        Kind kind = event.outcome() == SettlementOutcome.SETTLED
                ? Kind.SETTLED
                : event.outcome() == SettlementOutcome.PARTIAL ? Kind.PARTIAL : Kind.FAILED;
        keep(new SettlementNote(
                event.account(),
                kind,
                event.instrument(),
                0,
                event.day(),
                event.baseMinor(),
                event.quoteMinor(),
                event.openBaseMinor(),
                event.openQuoteMinor(),
                event.cycles(),
                frame.timeNanos(),
                frame.sequence()));
    }

    private void onBoughtIn(BoughtInDecoder event) {
        int instrument = event.instrument();
        add(event.account(), Kind.BOUGHT_IN, instrument, 0, 0, event.baseMinor(), -event.quoteMinor());
        add(event.supplier(), Kind.SUPPLIED, instrument, 0, 0, -event.baseMinor(), event.quoteMinor());
    }

    private void onBusted(TradeBustedDecoder event) {
        int day = event.settlementDay();
        int instrument = event.instrument();
        long trade = event.trade();
        add(event.buyer(), Kind.BUSTED, instrument, trade, day, -event.buyerReceivesMinor(), event.buyerOwesMinor());
        add(event.seller(), Kind.BUSTED, instrument, trade, day, event.sellerOwesMinor(), -event.sellerReceivesMinor());
    }

    private void onCorrected(TradeCorrectedDecoder event) {
        int day = event.settlementDay();
        int instrument = event.instrument();
        long trade = event.trade();
        long paid = -event.buyerOwesMinor();
        add(event.buyer(), Kind.CORRECTED, instrument, trade, day, event.buyerReceivesMinor(), paid);
        long given = -event.sellerOwesMinor();
        add(event.seller(), Kind.CORRECTED, instrument, trade, day, given, event.sellerReceivesMinor());
    }

    private void onReversed(TradeReversedDecoder event) {
        int instrument = event.instrument();
        long trade = event.original();
        add(event.buyer(), Kind.REVERSED, instrument, trade, 0, event.baseMinor(), -event.quoteMinor());
        add(event.seller(), Kind.REVERSED, instrument, trade, 0, -event.baseMinor(), event.quoteMinor());
    }

    /** Nothing is owed by a contract's trade; what moved is its fees. */
    private void onBusted(ContractTradeBustedDecoder event) {
        add(event.buyer(), Kind.BUSTED, event.instrument(), event.trade(), 0, 0, event.buyerFeeMinor());
        add(event.seller(), Kind.BUSTED, event.instrument(), event.trade(), 0, 0, event.sellerFeeMinor());
    }

    private void onCorrected(ContractTradeCorrectedDecoder event) {
        add(event.buyer(), Kind.CORRECTED, event.instrument(), event.trade(), 0, 0, -event.buyerFeeMinor());
        add(event.seller(), Kind.CORRECTED, event.instrument(), event.trade(), 0, 0, -event.sellerFeeMinor());
    }

    private void add(int account, Kind kind, int instrument, long trade, int day, long baseMinor, long quoteMinor) {
        keep(new SettlementNote(
                account,
                kind,
                instrument,
                trade,
                day,
                baseMinor,
                quoteMinor,
                0,
                0,
                0,
                frame.timeNanos(),
                frame.sequence()));
    }

    private void keep(SettlementNote note) {
        Deque<SettlementNote> kept = byAccount.computeIfAbsent(note.account(), any -> new ArrayDeque<>());
        kept.addLast(note);
        if (kept.size() > MOST) lastForgotten.put(note.account(), kept.removeFirst());
    }
}
