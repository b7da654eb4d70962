package io.rialto.replay.words;

import io.rialto.protocol.AssetListedDecoder;
import io.rialto.protocol.InstrumentChangedDecoder;
import io.rialto.protocol.InstrumentListedDecoder;
import io.rialto.protocol.InstrumentParameter;
import io.rialto.protocol.ListContractDecoder;
import io.rialto.protocol.ListInstrumentDecoder;
import io.rialto.protocol.frame.FrameView;
import io.rialto.protocol.schema.Part;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * What was listed so far, as far as numbers need it to become decimals.
 *
 * <p>Usage: must see every frame from the first on, before the frame is put into words; or is told where else it is known.
 * One thread.
 */
public final class Terms {
    /** An asset's code and the decimals of its smallest unit. */
    public record Asset(String code, int scale) {
        /** Units of the asset as a decimal at full scale. */
        public String amount(long minor) {
            return Decimals.scaled(minor, 1, scale);
        }
    }

    /** An instrument's symbol and steps, and how far below zero its prices begin. */
    public record Instrument(
            String symbol,
            int baseAsset,
            int quoteAsset,
            long tickMantissa,
            int tickScale,
            long lotMantissa,
            int lotScale,
            BigDecimal floor) {

        public String price(long ticks) {
            return floor.signum() == 0
                    ? distance(ticks)
                    : new BigDecimal(distance(ticks)).subtract(floor).toPlainString();
        }

        String distance(long ticks) {
            return Decimals.scaled(ticks, tickMantissa, tickScale);
        }

        public String quantity(long lots) {
            return Decimals.scaled(lots, lotMantissa, lotScale);
        }
    }

    private final Map<Integer, Asset> assets = new HashMap<>();
    private final Map<Integer, Instrument> instruments = new HashMap<>();
    private final Part command = new Part();
    private final Part event = new Part();
    private final IntFunction<Optional<Asset>> knownAssets;
    private final IntFunction<Optional<Instrument>> knownInstruments;

    public Terms() {
        this(number -> Optional.empty(), number -> Optional.empty());
    }

    /** Of what it has not seen listed it asks by number. */
    public Terms(IntFunction<Optional<Asset>> assets, IntFunction<Optional<Instrument>> instruments) {
        knownAssets = assets;
        knownInstruments = instruments;
    }

    public void onFrame(FrameView frame) {
        frame.rewind();
        while (frame.nextEvent()) {
            if (frame.eventType() == AssetListedDecoder.TEMPLATE_ID) listAsset(event.event(frame));
            if (frame.eventType() == InstrumentListedDecoder.TEMPLATE_ID
                    && frame.commandType() == ListInstrumentDecoder.TEMPLATE_ID) {
                list(command.command(frame), event.event(frame), "baseAsset", "quoteAsset");
            }
            if (frame.eventType() == InstrumentListedDecoder.TEMPLATE_ID
                    && frame.commandType() == ListContractDecoder.TEMPLATE_ID) {
                list(command.command(frame), event.event(frame), "underlyingAsset", "settlementAsset");
            }
            if (frame.eventType() == InstrumentChangedDecoder.TEMPLATE_ID) change(event.event(frame));
        }
        frame.rewind();
    }

    public Optional<Asset> asset(int number) {
        return Optional.ofNullable(assets.get(number)).or(() -> knownAssets.apply(number));
    }

    public Optional<Instrument> instrument(int number) {
        return Optional.ofNullable(instruments.get(number)).or(() -> knownInstruments.apply(number));
    }

    private void listAsset(Part listed) {
        String code = listed.message().map(m -> listed.text(m.field("code"))).orElse("");
        assets.put((int) listed.number("asset", 0), new Asset(code, (int) listed.number("scale", 0)));
    }

    /** A new tick or lot: mantissa times 100 plus decimal places. */
    private void change(Part changed) {
        Instrument old = instruments.get((int) changed.number("instrument", 0));
        long step = changed.number("newValue", 0);
        long parameter = changed.number("parameter", 0);
        boolean isTick = parameter == InstrumentParameter.TICK.value();
        if (old == null || !isTick && parameter != InstrumentParameter.LOT.value()) return;
        instruments.put(
                (int) changed.number("instrument", 0),
                new Instrument(
                        old.symbol,
                        old.baseAsset,
                        old.quoteAsset,
                        isTick ? step / 100 : old.tickMantissa,
                        isTick ? (int) (step % 100) : old.tickScale,
                        isTick ? old.lotMantissa : step / 100,
                        isTick ? old.lotScale : (int) (step % 100),
                        old.floor));
    }

    private void list(Part terms, Part listed, String base, String quote) {
        String symbol = terms.message().map(m -> terms.text(m.field("symbol"))).orElse("");
        instruments.put(
                (int) listed.number("instrument", 0),
                new Instrument(
                        symbol,
                        (int) terms.number(base, 0),
                        (int) terms.number(quote, 0),
                        terms.number("tickMantissa", 0),
                        (int) terms.number("tickScale", 0),
                        terms.number("lotMantissa", 0),
                        (int) terms.number("lotScale", 0),
                        BigDecimal.valueOf(terms.number("floorMantissa", 0), (int) terms.number("floorScale", 0))));
    }
}
