package io.rialto.gateway.phases;

import io.rialto.gateway.ingress.Command;
import io.rialto.protocol.CallKind;
import io.rialto.protocol.ChangePhaseEncoder;
import io.rialto.protocol.Phase;
import io.rialto.protocol.StartCallEncoder;
import java.nio.ByteBuffer;

/** Moves between phases, asked for by hand. */
public final class PhaseCommands {
    private static final int HASH_BYTES = 32;

    private PhaseCommands() {}

    /** To a phase now. */
    public static Command change(int instrument, Phase phase) {
        return frame -> {
            ChangePhaseEncoder command = new ChangePhaseEncoder()
                    .wrapAndApplyHeader(frame.buffer(), frame.commandOffset(), frame.partHeader());
            command.instrument(instrument).plannedNanos(0).phase(phase);
            frame.commandEncoded(ChangePhaseEncoder.TEMPLATE_ID, command.encodedLength());
        };
    }

    /** Collect orders for an auction that ends at its time. */
    public static Command call(int instrument, long durationNanos, Phase next) {
        return call(instrument, durationNanos, 0, new byte[HASH_BYTES], CallKind.INTRADAY, next);
    }

    static Command call(
            int instrument, long durationNanos, long windowNanos, byte[] seedHash, CallKind kind, Phase next) {
        return frame -> {
            ByteBuffer hash = ByteBuffer.wrap(seedHash);
            StartCallEncoder command = new StartCallEncoder()
                    .wrapAndApplyHeader(frame.buffer(), frame.commandOffset(), frame.partHeader());
            command.instrument(instrument)
                    .plannedNanos(0)
                    .durationNanos(durationNanos)
                    .windowNanos(windowNanos)
                    .seedHash1(hash.getLong())
                    .seedHash2(hash.getLong())
                    .seedHash3(hash.getLong())
                    .seedHash4(hash.getLong())
                    .kind(kind)
                    .next(next);
            frame.commandEncoded(StartCallEncoder.TEMPLATE_ID, command.encodedLength());
        };
    }
}
