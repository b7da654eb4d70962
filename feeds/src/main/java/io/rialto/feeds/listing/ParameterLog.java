package io.rialto.feeds.listing;

import io.rialto.protocol.InstrumentParameter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Every change of every parameter, in the order of history; so the parameters of any moment are known. */
final class ParameterLog {
    private static final NavigableMap<Long, Instrument> NEVER = new TreeMap<>();

    /** The instrument as it was before each change of its steps, by the change's frame. */
    private final Map<Integer, NavigableMap<Long, Instrument>> inOtherSteps = new HashMap<>();

    private final Map<Integer, List<ParameterChange>> byInstrument = new HashMap<>();

    /** @param before the instrument before the change */
    void add(ParameterChange change, Instrument before) {
        boolean isOfSteps =
                change.parameter() == InstrumentParameter.TICK || change.parameter() == InstrumentParameter.LOT;
        if (isOfSteps) {
            inOtherSteps
                    .computeIfAbsent(change.instrument(), absent -> new TreeMap<>())
                    .put(change.sequence(), before);
        }
        byInstrument
                .computeIfAbsent(change.instrument(), absent -> new ArrayList<>())
                .add(change);
    }

    /** The instrument with the tick and lot that the numbers of a frame are counted in. */
    Instrument inStepsOf(long sequence, Instrument now) {
        Map.Entry<Long, Instrument> next =
                inOtherSteps.getOrDefault(now.number(), NEVER).higherEntry(sequence);
        return next == null ? now : next.getValue();
    }

    /** Oldest first, up to and with a frame. */
    List<ParameterChange> until(int instrument, long sequence) {
        return byInstrument.getOrDefault(instrument, List.of()).stream()
                .filter(change -> change.sequence() <= sequence)
                .toList();
    }

    /** Those that are set to a value. */
    Map<InstrumentParameter, Long> values(int instrument, long sequence) {
        Map<InstrumentParameter, Long> values = new EnumMap<>(InstrumentParameter.class);
        for (ParameterChange change : until(instrument, sequence)) {
            if (change.newValue().isPresent())
                values.put(change.parameter(), change.newValue().getAsLong());
            else values.remove(change.parameter());
        }
        return values;
    }
}
