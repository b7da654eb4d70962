package io.rialto.feeds.clearing;

import io.rialto.feeds.clearing.SettlementCycle.Instruction;
import io.rialto.feeds.clearing.SettlementCycle.Netting;
import io.rialto.feeds.position.Position;
import io.rialto.protocol.BoughtInDecoder;
import io.rialto.protocol.DaySettledDecoder;
import io.rialto.protocol.GiveUpAcceptedDecoder;
import io.rialto.protocol.GiveUpReversedDecoder;
import io.rialto.protocol.ObligationSettledDecoder;
import io.rialto.protocol.ObligationsNettedDecoder;
import io.rialto.protocol.SettlementReservedDecoder;
import io.rialto.protocol.SettlementTermsSetDecoder;
import io.rialto.protocol.Side;
import io.rialto.protocol.TradeBustedDecoder;
import io.rialto.protocol.TradeCorrectedDecoder;
import io.rialto.protocol.TradeNovatedDecoder;
import io.rialto.protocol.frame.FrameView;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.agrona.DirectBuffer;

/**
 * Keeps what is open between accounts and the clearing account, and the days that were settled, {@value #CYCLES_KEPT} at the
 * most.
 *
 * <p>Threading: the writing thread, between the position's enter and leave; questions go through {@link #clearing}.
 */
public final class ClearingFeed {
    private static final int CYCLES_KEPT = 1_000;

    private final Clearing clearing;
    private final Obligations obligations = new Obligations();
    private final Map<Integer, SettlementTerms> terms = new TreeMap<>();
    private final CalendarBook calendars = new CalendarBook();
    private final Deque<SettlementCycle> cycles = new ArrayDeque<>(); // newest first
    private final List<Netting> nettings = new ArrayList<>();
    private final List<Instruction> instructions = new ArrayList<>();

    private final SettlementTermsSetDecoder termsSet = new SettlementTermsSetDecoder();
    private final TradeNovatedDecoder novated = new TradeNovatedDecoder();
    private final ObligationsNettedDecoder netted = new ObligationsNettedDecoder();
    private final SettlementReservedDecoder reserved = new SettlementReservedDecoder();
    private final ObligationSettledDecoder settled = new ObligationSettledDecoder();
    private final DaySettledDecoder daySettled = new DaySettledDecoder();
    private final BoughtInDecoder boughtIn = new BoughtInDecoder();
    private final TradeBustedDecoder busted = new TradeBustedDecoder();
    private final TradeCorrectedDecoder corrected = new TradeCorrectedDecoder();
    private final GiveUpAcceptedDecoder givenUp = new GiveUpAcceptedDecoder();
    private final GiveUpReversedDecoder givenBack = new GiveUpReversedDecoder();

    public ClearingFeed(Position position) {
        clearing = new Clearing(position, this);
    }

    public Clearing clearing() {
        return clearing;
    }

    /** False when the event where the view stands is about something else. */
    public boolean read(FrameView frame) {
        DirectBuffer buffer = frame.buffer();
        int at = frame.eventOffset();
        int length = frame.eventBlockLength();
        int version = frame.eventVersion();
        switch (frame.eventType()) {
            case TradeNovatedDecoder.TEMPLATE_ID ->
                onNovated(novated.wrap(buffer, at, length, version), frame.sequence());
            case ObligationsNettedDecoder.TEMPLATE_ID -> onNetted(netted.wrap(buffer, at, length, version));
            case SettlementReservedDecoder.TEMPLATE_ID ->
                onReserved(reserved.wrap(buffer, at, length, version), frame.sequence());
            case ObligationSettledDecoder.TEMPLATE_ID ->
                onSettled(settled.wrap(buffer, at, length, version), frame.sequence());
            case DaySettledDecoder.TEMPLATE_ID -> onDaySettled(daySettled.wrap(buffer, at, length, version), frame);
            case SettlementTermsSetDecoder.TEMPLATE_ID ->
                onTerms(termsSet.wrap(buffer, at, length, version), frame.sequence());
            default -> {
                return calendars.read(frame) || readByHand(frame, at, length, version);
            }
        }
        return true;
    }

    private boolean readByHand(FrameView frame, int at, int length, int version) {
        DirectBuffer buffer = frame.buffer();
        switch (frame.eventType()) {
            case BoughtInDecoder.TEMPLATE_ID -> {
                boughtIn.wrap(buffer, at, length, version);
                obligations.covered(boughtIn.account(), boughtIn.instrument(), boughtIn.heldMinor(), frame.sequence());
            }
            case TradeBustedDecoder.TEMPLATE_ID -> onBusted(busted.wrap(buffer, at, length, version), frame.sequence());
            case TradeCorrectedDecoder.TEMPLATE_ID ->
                onCorrected(corrected.wrap(buffer, at, length, version), frame.sequence());
            case GiveUpAcceptedDecoder.TEMPLATE_ID ->
                onGivenUp(givenUp.wrap(buffer, at, length, version), frame.sequence());
            case GiveUpReversedDecoder.TEMPLATE_ID ->
                onGivenBack(givenBack.wrap(buffer, at, length, version), frame.sequence());
            default -> {
                return false;
            }
        }
        return true;
    }

    private void onTerms(SettlementTermsSetDecoder event, long sequence) {
        terms.put(
                event.instrument(),
                new SettlementTerms(
                        event.instrument(),
                        event.days(),
                        event.cutOffNanos(),
                        event.owedIsFree() == 1,
                        event.buyInCycles(),
                        sequence));
    }

    private void onNovated(TradeNovatedDecoder event, long sequence) {
        int day = event.settlementDay();
        int instrument = event.instrument();
        obligations.add(
                event.buyer(), instrument, day, event.buyerReceivesMinor(), -event.buyerOwesMinor(), 0, sequence);
        obligations.add(
                event.seller(),
                instrument,
                day,
                -event.sellerOwesMinor(),
                event.sellerReceivesMinor(),
                event.heldMinor(),
                sequence);
    }

    private void onBusted(TradeBustedDecoder event, long sequence) {
        int day = event.settlementDay();
        int instrument = event.instrument();
        obligations.add(
                event.buyer(), instrument, day, -event.buyerReceivesMinor(), event.buyerOwesMinor(), 0, sequence);
        obligations.add(
                event.seller(),
                instrument,
                day,
                event.sellerOwesMinor(),
                -event.sellerReceivesMinor(),
                -event.heldMinor(),
                sequence);
    }

    private void onCorrected(TradeCorrectedDecoder event, long sequence) {
        int day = event.settlementDay();
        int instrument = event.instrument();
        obligations.add(
                event.buyer(), instrument, day, event.buyerReceivesMinor(), -event.buyerOwesMinor(), 0, sequence);
        obligations.add(
                event.seller(),
                instrument,
                day,
                -event.sellerOwesMinor(),
                event.sellerReceivesMinor(),
                event.heldMinor(),
                sequence);
    }

    private void onGivenUp(GiveUpAcceptedDecoder event, long sequence) {
        int day = event.settlementDay();
        int instrument = event.instrument();
        long base = event.baseMinor();
        long quote = event.notionalMinor();
        if (event.side() == Side.BUY) {
            obligations.add(event.account(), instrument, day, event.giverFeeMinor() - base, quote, 0, sequence);
            obligations.add(event.taker(), instrument, day, base - event.takerFeeBackMinor(), -quote, 0, sequence);
            return;
        }
        long givers = event.giverFeeMinor() - quote;
        long takers = quote - event.takerFeeBackMinor();
        obligations.add(event.account(), instrument, day, base, givers, -event.giverHoldMinor(), sequence);
        obligations.add(event.taker(), instrument, day, -base, takers, event.takerHoldMinor(), sequence);
    }

    private void onGivenBack(GiveUpReversedDecoder event, long sequence) {
        int day = event.settlementDay();
        int instrument = event.instrument();
        long base = event.baseMinor();
        long quote = event.notionalMinor();
        if (event.side() == Side.BUY) {
            obligations.add(event.account(), instrument, day, -base, quote, 0, sequence);
            obligations.add(event.taker(), instrument, day, base - event.takerFeeBackMinor(), -quote, 0, sequence);
            return;
        }
        long takers = quote - event.takerFeeBackMinor();
        obligations.add(event.account(), instrument, day, base, -quote, -event.giverHoldMinor(), sequence);
        obligations.add(event.taker(), instrument, day, -base, takers, event.takerHoldMinor(), sequence);
    }

    private void onNetted(ObligationsNettedDecoder event) {
        obligations.netted(event.instrument(), event.day());
        nettings.add(new Netting(
                event.instrument(),
                event.members(),
                event.grossBaseMinor(),
                event.netBaseMinor(),
                event.grossQuoteMinor(),
                event.netQuoteMinor()));
    }

    private void onReserved(SettlementReservedDecoder event, long sequence) {
        obligations.put(new Obligation(
                event.account(),
                event.instrument(),
                event.day(),
                event.baseMinor(),
                event.quoteMinor(),
                event.baseHeldMinor(),
                ObligationState.PENDING,
                0,
                sequence));
    }

    private void onSettled(ObligationSettledDecoder event, long sequence) {
        ObligationState state = switch (event.outcome()) {
            case SETTLED -> ObligationState.SETTLED;
            case PARTIAL -> ObligationState.PARTIAL;
            default -> ObligationState.FAILED;
        };
        Obligation open = new Obligation(
                event.account(),
                event.instrument(),
                event.day(),
                event.openBaseMinor(),
                event.openQuoteMinor(),
                0,
                state,
                event.cycles(),
                sequence);
        obligations.settled(open);
        instructions.add(new Instruction(
                event.account(),
                event.instrument(),
                Math.addExact(event.baseMinor(), event.openBaseMinor()),
                Math.addExact(event.quoteMinor(), event.openQuoteMinor()),
                event.baseMinor(),
                event.quoteMinor(),
                state,
                event.cycles()));
    }

    private void onDaySettled(DaySettledDecoder event, FrameView frame) {
        cycles.addFirst(new SettlementCycle(
                event.day(),
                nettings,
                instructions,
                event.settled(),
                event.failed(),
                frame.timeNanos(),
                frame.sequence()));
        if (cycles.size() > CYCLES_KEPT) cycles.removeLast();
        nettings.clear();
        instructions.clear();
    }

    List<Obligation> obligations(int account) {
        return obligations.open(account);
    }

    List<SettlementCycle> cycles() {
        return List.copyOf(cycles);
    }

    List<Clearing.Calendar> calendars() {
        return calendars.all();
    }

    int calendar(int instrument) {
        return calendars.of(instrument);
    }

    List<SettlementTerms> terms() {
        return List.copyOf(terms.values());
    }
}
