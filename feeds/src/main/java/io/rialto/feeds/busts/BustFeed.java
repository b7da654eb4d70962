package io.rialto.feeds.busts;

import io.rialto.feeds.busts.Bust.Kind;
import io.rialto.feeds.busts.Bust.Replacement;
import io.rialto.feeds.changes.ChangeWriter;
import io.rialto.feeds.position.Position;
import io.rialto.protocol.ContractTradeBustedDecoder;
import io.rialto.protocol.ContractTradeCorrectedDecoder;
import io.rialto.protocol.TradeBustedDecoder;
import io.rialto.protocol.TradeCorrectedDecoder;
import io.rialto.protocol.TradeReversedDecoder;
import io.rialto.protocol.frame.FrameView;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.agrona.DirectBuffer;

/**
 * Which trades were taken back, and what became of each that the tape has.
 *
 * <p>Threading: the writing thread, between the position's enter and leave; questions go through {@link #busts}.
 */
public final class BustFeed {
    private final ChangeWriter told;
    private final Busts busts;
    private final Map<Long, Bust> byTrade = new HashMap<>();
    private final Map<Long, Bust> newest = new HashMap<>(); // by the trade of the tape
    private final Map<Long, Long> firsts = new HashMap<>(); // what a correction stands for
    private final TradeBustedDecoder busted = new TradeBustedDecoder();
    private final TradeCorrectedDecoder corrected = new TradeCorrectedDecoder();
    private final TradeReversedDecoder reversed = new TradeReversedDecoder();
    private final ContractTradeBustedDecoder contractBusted = new ContractTradeBustedDecoder();
    private final ContractTradeCorrectedDecoder contractCorrected = new ContractTradeCorrectedDecoder();

    /** @param told hears of each, and of a correction once more */
    public BustFeed(Position position, ChangeWriter told) {
        this.told = told;
        busts = new Busts(position, this);
    }

    public Busts busts() {
        return busts;
    }

    /** False when the event where the view stands is about something else. */
    public boolean read(FrameView frame) {
        DirectBuffer buffer = frame.buffer();
        int at = frame.eventOffset();
        int length = frame.eventBlockLength();
        int version = frame.eventVersion();
        switch (frame.eventType()) {
            case TradeBustedDecoder.TEMPLATE_ID -> {
                var event = busted.wrap(buffer, at, length, version);
                bust(event.trade(), event.instrument(), event.priceTicks(), event.quantityLots(), frame);
            }
            case ContractTradeBustedDecoder.TEMPLATE_ID -> {
                var event = contractBusted.wrap(buffer, at, length, version);
                bust(event.trade(), event.instrument(), event.priceTicks(), event.quantityLots(), frame);
            }
            case TradeCorrectedDecoder.TEMPLATE_ID -> {
                var event = corrected.wrap(buffer, at, length, version);
                correct(event.original(), event.trade(), event.priceTicks(), event.quantityLots());
            }
            case ContractTradeCorrectedDecoder.TEMPLATE_ID -> {
                var event = contractCorrected.wrap(buffer, at, length, version);
                correct(event.original(), event.trade(), event.priceTicks(), event.quantityLots());
            }
            case TradeReversedDecoder.TEMPLATE_ID -> {
                var event = reversed.wrap(buffer, at, length, version);
                Replacement opposite = new Replacement(event.trade(), event.priceTicks(), event.quantityLots());
                long original = event.original();
                keep(made(original, event.instrument(), event.priceTicks(), event.quantityLots(), frame)
                        .by(Kind.REVERSED, opposite));
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void bust(long trade, int instrument, long ticks, long lots, FrameView frame) {
        keep(made(trade, instrument, ticks, lots, frame));
    }

    private Bust made(long trade, int instrument, long ticks, long lots, FrameView frame) {
        return new Bust(
                trade,
                first(trade),
                instrument,
                Kind.BUSTED,
                ticks,
                lots,
                Optional.empty(),
                frame.timeNanos(),
                frame.sequence());
    }

    /** A correction is a bust, which has been read, and another trade. */
    private void correct(long original, long trade, long ticks, long lots) {
        keep(byTrade.get(original).by(Kind.CORRECTED, new Replacement(trade, ticks, lots)));
    }

    private void keep(Bust bust) {
        byTrade.put(bust.trade(), bust);
        newest.put(bust.first(), bust);
        bust.replacement().ifPresent(other -> firsts.put(other.trade(), bust.first()));
        told.bust(bust);
    }

    private long first(long trade) {
        return firsts.getOrDefault(trade, trade);
    }

    /** Of that very trade. */
    Optional<Bust> of(long trade) {
        return Optional.ofNullable(byTrade.get(trade));
    }

    /** What became at last of a trade of the tape, and of what was put in its place. */
    Optional<Bust> newest(long trade) {
        return Optional.ofNullable(newest.get(trade));
    }
}
