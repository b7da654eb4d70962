package io.rialto.feeds.prints;

import io.rialto.feeds.listing.Instrument;
import io.rialto.feeds.position.Position;
import io.rialto.protocol.ContractTradeBustedDecoder;
import io.rialto.protocol.ContractTradeCorrectedDecoder;
import io.rialto.protocol.InstrumentChangedDecoder;
import io.rialto.protocol.InstrumentParameter;
import io.rialto.protocol.Side;
import io.rialto.protocol.TradeBustedDecoder;
import io.rialto.protocol.TradeCorrectedDecoder;
import io.rialto.protocol.TradeExecutedDecoder;
import io.rialto.protocol.frame.FrameView;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import org.agrona.DirectBuffer;

/**
 * Keeps the trades of every instrument and tells those that add them up what becomes of them. A busted trade is taken out,
 * a correction stands in the place of its original, and what reverses a settled trade changes nothing of it.
 *
 * <p>Threading: the writing thread, between the position's enter and leave; questions go through {@link #prints}.
 */
public final class PrintFeed {
    private final IntFunction<Instrument> listings;
    private final int tradesKept;
    private final PrintWatch[] watches;
    private final Prints prints;
    private final PrintLog nothing;
    private PrintLog[] logs = {};
    private final TradeExecutedDecoder trade = new TradeExecutedDecoder();
    private final TradeBustedDecoder busted = new TradeBustedDecoder();
    private final TradeCorrectedDecoder corrected = new TradeCorrectedDecoder();
    private final ContractTradeBustedDecoder contractBusted = new ContractTradeBustedDecoder();
    private final ContractTradeCorrectedDecoder contractCorrected = new ContractTradeCorrectedDecoder();
    private final InstrumentChangedDecoder changed = new InstrumentChangedDecoder();

    /**
     * @param listings the terms of an instrument that an event names, as of now
     * @param tradesKept of each instrument, at the least
     */
    public PrintFeed(Position position, IntFunction<Instrument> listings, int tradesKept, List<PrintWatch> watches) {
        this.listings = listings;
        this.tradesKept = tradesKept;
        this.watches = watches.toArray(PrintWatch[]::new);
        nothing = new PrintLog(0, 1, new Grain(1, 0, 1), new Grain(1, 0, 1));
        prints = new Prints(position, this);
    }

    public Prints prints() {
        return prints;
    }

    /** False when the event where the view stands is about something else. Listings have read it before. */
    public boolean read(FrameView frame) {
        DirectBuffer buffer = frame.buffer();
        int at = frame.eventOffset();
        int length = frame.eventBlockLength();
        int version = frame.eventVersion();
        switch (frame.eventType()) {
            case TradeExecutedDecoder.TEMPLATE_ID -> onTrade(trade.wrap(buffer, at, length, version), frame);
            case TradeBustedDecoder.TEMPLATE_ID -> {
                busted.wrap(buffer, at, length, version);
                takeOut(busted.instrument(), busted.trade());
            }
            case TradeCorrectedDecoder.TEMPLATE_ID -> {
                var event = corrected.wrap(buffer, at, length, version);
                PrintLog log = log(event.instrument());
                putBack(
                        log,
                        event.original(),
                        event.trade(),
                        event.priceTicks(),
                        event.quantityLots(),
                        event.notionalMinor());
            }
            case ContractTradeBustedDecoder.TEMPLATE_ID -> {
                contractBusted.wrap(buffer, at, length, version);
                takeOut(contractBusted.instrument(), contractBusted.trade());
            }
            case ContractTradeCorrectedDecoder.TEMPLATE_ID -> {
                var event = contractCorrected.wrap(buffer, at, length, version);
                PrintLog log = log(event.instrument());
                putBack(
                        log,
                        event.original(),
                        event.trade(),
                        event.priceTicks(),
                        event.quantityLots(),
                        event.notionalMinor());
            }
            case InstrumentChangedDecoder.TEMPLATE_ID -> onChanged(changed.wrap(buffer, at, length, version));
            default -> {
                return false;
            }
        }
        return true;
    }

    /** An instrument that never traded has an empty one. */
    PrintLog log(int instrument) {
        boolean isKnown = instrument > 0 && instrument < logs.length && logs[instrument] != null;
        return isKnown ? logs[instrument] : nothing;
    }

    private void onTrade(TradeExecutedDecoder event, FrameView frame) {
        PrintLog log = opened(event.instrument());
        if (!log.holds(event.priceTicks(), event.quantityLots())) lose(log);
        if (log.isFull()) {
            for (PrintWatch watch : watches) watch.onForgetting(log, log.endOfOldestChunk());
            log.forget();
        }
        long index = log.add(
                event.trade(),
                event.priceTicks() * log.priceGrain().perStep(),
                event.quantityLots() * log.lotGrain().perStep(),
                event.notionalMinor(),
                event.takerSide() == Side.BUY,
                event.takerOrder(),
                frame.timeNanos(),
                frame.sequence());
        for (PrintWatch watch : watches) watch.onPrint(log, index);
    }

    private void takeOut(int instrument, long number) {
        PrintLog log = log(instrument);
        long index = log.find(number);
        if (index < 0) {
            log.miss();
            return;
        }
        log.takeOut(index);
        for (PrintWatch watch : watches) watch.onTakenOut(log, index);
    }

    /** Without its original there is no place for it, and the bust before has said so. */
    private void putBack(PrintLog log, long original, long number, long ticks, long lots, long notionalMinor) {
        if (!log.holds(ticks, lots)) lose(log);
        long index = log.find(original);
        if (index < 0) return;
        long price = ticks * log.priceGrain().perStep();
        log.putBack(index, number, price, lots * log.lotGrain().perStep(), notionalMinor);
        for (PrintWatch watch : watches) watch.onPutBack(log, index);
    }

    private void onChanged(InstrumentChangedDecoder event) {
        boolean isStep = event.parameter() == InstrumentParameter.TICK || event.parameter() == InstrumentParameter.LOT;
        PrintLog log = log(event.instrument());
        if (!isStep || log == nothing) return;
        if (!refine(log, listings.apply(event.instrument()))) lose(log);
    }

    /** So large are its numbers that the past cannot be told in the same grains: it is let go. */
    private void lose(PrintLog log) {
        Instrument now = listings.apply(log.instrument());
        log.lose(Grain.ofTick(now), Grain.ofLot(now));
        for (PrintWatch watch : watches) watch.onLost(log);
    }

    /** False when what is kept cannot be counted in the grains that there would be. */
    private boolean refine(PrintLog log, Instrument now) {
        try {
            Grain price = log.priceGrain().forStep(now.tickMantissa(), now.tickScale());
            Grain lot = log.lotGrain().forStep(now.lotMantissa(), now.lotScale());
            long priceFactor = log.priceGrain().in(price);
            long lotFactor = log.lotGrain().in(lot);
            log.refine(price, priceFactor, lot, lotFactor);
            for (PrintWatch watch : watches) watch.onFiner(log, priceFactor, lotFactor);
            return true;
        } catch (ArithmeticException tooFine) {
            return false;
        }
    }

    private PrintLog opened(int instrument) {
        if (instrument < logs.length && logs[instrument] != null) return logs[instrument];
        if (instrument >= logs.length) logs = Arrays.copyOf(logs, instrument * 2);
        Instrument terms = listings.apply(instrument);
        logs[instrument] = new PrintLog(instrument, tradesKept, Grain.ofTick(terms), Grain.ofLot(terms));
        return logs[instrument];
    }
}
