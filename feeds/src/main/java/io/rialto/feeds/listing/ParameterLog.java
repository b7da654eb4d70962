package io.rialto.feeds.listing;

import io.rialto.protocol.InstrumentParameter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Every change of every parameter, in the order of history; so the parameters of any moment are known. */
final class ParameterLog {
    private final Map<Integer, List<ParameterChange>> byInstrument = new HashMap<>();

    void add(ParameterChange change) {
        byInstrument
                .computeIfAbsent(change.instrument(), absent -> new ArrayList<>())
                .add(change);
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
