package io.rialto.gateway.schedule;

import io.rialto.gateway.ingress.Command;
import io.rialto.protocol.ChangeInstrumentEncoder;
import io.rialto.protocol.ChangePhaseEncoder;
import io.rialto.protocol.RevealSeedEncoder;
import io.rialto.protocol.StartCallEncoder;
import io.rialto.protocol.TickEncoder;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** What the schedule asks of the line. */
final class ScheduleCommands {
    private static final int SHA_256_BYTES = 32;

    private ScheduleCommands() {}

    static long nanos(Instant at) {
        return ChronoUnit.NANOS.between(Instant.EPOCH, at);
    }

    static Command tick() {
        return frame -> {
            TickEncoder command =
                    new TickEncoder().wrapAndApplyHeader(frame.buffer(), frame.commandOffset(), frame.partHeader());
            frame.commandEncoded(TickEncoder.TEMPLATE_ID, command.encodedLength());
        };
    }

    static Command toPhase(int instrument, Instant planned, Step.ToPhase step) {
        return frame -> {
            ChangePhaseEncoder command = new ChangePhaseEncoder()
                    .wrapAndApplyHeader(frame.buffer(), frame.commandOffset(), frame.partHeader());
            command.instrument(instrument).plannedNanos(nanos(planned)).phase(step.phase());
            frame.commandEncoded(ChangePhaseEncoder.TEMPLATE_ID, command.encodedLength());
        };
    }

    static Command change(int instrument, Step.Change step) {
        return frame -> {
            ChangeInstrumentEncoder command = new ChangeInstrumentEncoder()
                    .wrapAndApplyHeader(frame.buffer(), frame.commandOffset(), frame.partHeader());
            command.instrument(instrument).value(step.value()).parameter(step.parameter());
            frame.commandEncoded(ChangeInstrumentEncoder.TEMPLATE_ID, command.encodedLength());
        };
    }

    /** A call with a random end commits to its seed. */
    static Command startCall(int instrument, Instant planned, Step.Call call, Seeds.Seed seed) {
        boolean isRandom = !call.window().isZero();
        return frame -> {
            ByteBuffer hash = isRandom ? seed.hash() : ByteBuffer.allocate(SHA_256_BYTES);
            StartCallEncoder command = new StartCallEncoder()
                    .wrapAndApplyHeader(frame.buffer(), frame.commandOffset(), frame.partHeader());
            command.instrument(instrument)
                    .plannedNanos(nanos(planned))
                    .durationNanos(call.duration().toNanos())
                    .windowNanos(call.window().toNanos())
                    .seedHash1(hash.getLong())
                    .seedHash2(hash.getLong())
                    .seedHash3(hash.getLong())
                    .seedHash4(hash.getLong())
                    .kind(call.kind())
                    .next(call.next());
            frame.commandEncoded(StartCallEncoder.TEMPLATE_ID, command.encodedLength());
        };
    }

    /** Orders are collected for no time at all: another command ends the call. */
    static Step.Call withoutEnd(Step.Call call) {
        return new Step.Call(call.kind(), Duration.ZERO, Duration.ZERO, call.next());
    }

    static Command reveal(int instrument, Seeds.Seed seed) {
        return frame -> {
            RevealSeedEncoder command = new RevealSeedEncoder()
                    .wrapAndApplyHeader(frame.buffer(), frame.commandOffset(), frame.partHeader());
            command.instrument(instrument).seedHigh(seed.high()).seedLow(seed.low());
            frame.commandEncoded(RevealSeedEncoder.TEMPLATE_ID, command.encodedLength());
        };
    }
}
