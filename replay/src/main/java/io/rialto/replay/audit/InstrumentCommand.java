package io.rialto.replay.audit;

import io.rialto.engine.StateView;
import io.rialto.protocol.InstrumentParameter;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** An instrument's parameters as they stood at a sequence or a time, in the units that their names end with. */
@Command(
        name = "instrument",
        mixinStandardHelpOptions = true,
        description = "Shows an instrument's parameters as they stood at a sequence or a time.")
public final class InstrumentCommand implements Callable<Integer> {
    @Mixin
    private JournalHome home;

    @Parameters(paramLabel = "SYMBOL", description = "The instrument.")
    private String symbol;

    @Option(
            names = "--at",
            paramLabel = "SEQ|TIME",
            converter = Moment.Converter.class,
            description = "A sequence, or ISO-8601 UTC. Default: the end.")
    private Moment at;

    @Override
    public Integer call() {
        PastVenue venue = PastVenue.at(Optional.ofNullable(at), home);
        int instrument = venue.state().instrumentNumber(symbol);
        if (instrument == 0) {
            home.err().println("no instrument " + symbol + " was listed up to " + venue.when());
            return JournalHome.FAILED;
        }
        home.out().println("instrument " + symbol + " " + venue.when());
        for (InstrumentParameter parameter : InstrumentParameter.values()) {
            if (parameter == InstrumentParameter.NULL_VAL) continue;
            long value = venue.state().parameter(instrument, parameter);
            if (value != StateView.NO_PARAMETER) home.out().println(parameter + " " + value);
        }
        return venue.close(home);
    }
}
