package io.rialto.gateway.parameters;

import io.rialto.gateway.ingress.Command;
import io.rialto.gateway.problem.Problem;
import io.rialto.gateway.problem.ProblemCode;
import io.rialto.protocol.AssignLeadMarketMakerEncoder;
import io.rialto.protocol.ChangeInstrumentEncoder;
import io.rialto.protocol.ChangeListingEncoder;
import io.rialto.protocol.InstrumentParameter;
import io.rialto.protocol.ListingStep;
import io.rialto.protocol.MarkSource;
import io.rialto.protocol.Phase;
import io.rialto.protocol.ScheduleChangeEncoder;
import io.rialto.protocol.SetSourcedMarkEncoder;
import io.rialto.protocol.WithdrawScheduledChangeEncoder;
import java.util.regex.Pattern;

/** What an operator asks of one instrument. */
final class ParameterCommands {
    private static final Pattern NUMBERS = Pattern.compile("[1-9][0-9]{0,17}");

    private ParameterCommands() {}

    /** A number that the venue gave out. */
    static long number(String field, String text) {
        if (NUMBERS.matcher(text).matches()) return Long.parseLong(text);
        throw Problem.at(field, ProblemCode.INVALID_VALUE, "must be a number from 1 on", text);
    }

    static Command change(int instrument, InstrumentParameter parameter, long value) {
        return frame -> {
            ChangeInstrumentEncoder command = new ChangeInstrumentEncoder()
                    .wrapAndApplyHeader(frame.buffer(), frame.commandOffset(), frame.partHeader());
            command.instrument(instrument).value(value).parameter(parameter);
            frame.commandEncoded(ChangeInstrumentEncoder.TEMPLATE_ID, command.encodedLength());
        };
    }

    static Command schedule(int instrument, InstrumentParameter parameter, long value, long atNanos, Phase atPhase) {
        return frame -> {
            ScheduleChangeEncoder command = new ScheduleChangeEncoder()
                    .wrapAndApplyHeader(frame.buffer(), frame.commandOffset(), frame.partHeader());
            command.value(value)
                    .atNanos(atNanos)
                    .instrument(instrument)
                    .parameter(parameter)
                    .atPhase(atPhase);
            frame.commandEncoded(ScheduleChangeEncoder.TEMPLATE_ID, command.encodedLength());
        };
    }

    static Command withdrawScheduled(long change) {
        return frame -> {
            WithdrawScheduledChangeEncoder command = new WithdrawScheduledChangeEncoder()
                    .wrapAndApplyHeader(frame.buffer(), frame.commandOffset(), frame.partHeader());
            command.change(change);
            frame.commandEncoded(WithdrawScheduledChangeEncoder.TEMPLATE_ID, command.encodedLength());
        };
    }

    static Command listing(int instrument, ListingStep step) {
        return frame -> {
            ChangeListingEncoder command = new ChangeListingEncoder()
                    .wrapAndApplyHeader(frame.buffer(), frame.commandOffset(), frame.partHeader());
            command.instrument(instrument).step(step);
            frame.commandEncoded(ChangeListingEncoder.TEMPLATE_ID, command.encodedLength());
        };
    }

    static Command markPrice(int instrument, long priceTicks, MarkSource source) {
        return frame -> {
            SetSourcedMarkEncoder command = new SetSourcedMarkEncoder()
                    .wrapAndApplyHeader(frame.buffer(), frame.commandOffset(), frame.partHeader());
            command.instrument(instrument).priceTicks(priceTicks).source(source);
            frame.commandEncoded(SetSourcedMarkEncoder.TEMPLATE_ID, command.encodedLength());
        };
    }

    static Command leadMarketMaker(int instrument, int account, int shareBps) {
        return frame -> {
            AssignLeadMarketMakerEncoder command = new AssignLeadMarketMakerEncoder()
                    .wrapAndApplyHeader(frame.buffer(), frame.commandOffset(), frame.partHeader());
            command.instrument(instrument).account(account).shareBps(shareBps);
            frame.commandEncoded(AssignLeadMarketMakerEncoder.TEMPLATE_ID, command.encodedLength());
        };
    }
}
