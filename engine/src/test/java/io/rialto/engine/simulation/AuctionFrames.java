package io.rialto.engine.simulation;

import io.rialto.engine.reference.Command;
import io.rialto.protocol.ChangePhaseEncoder;
import io.rialto.protocol.MessageHeaderEncoder;
import io.rialto.protocol.RevealSeedEncoder;
import io.rialto.protocol.StartCallEncoder;
import org.agrona.MutableDirectBuffer;

/** The bytes of phases and calls; each answers its encoded length. */
final class AuctionFrames {
    private AuctionFrames() {}

    static int write(MutableDirectBuffer buffer, int at, MessageHeaderEncoder head, Command.ChangePhase change) {
        ChangePhaseEncoder encoder = new ChangePhaseEncoder().wrapAndApplyHeader(buffer, at, head);
        encoder.instrument(change.instrument()).plannedNanos(change.plannedNanos());
        buffer.putByte(encoder.offset() + ChangePhaseEncoder.phaseEncodingOffset(), (byte) change.phase());
        return encoder.encodedLength();
    }

    static int write(MutableDirectBuffer buffer, int at, MessageHeaderEncoder head, Command.StartCall call) {
        StartCallEncoder encoder = new StartCallEncoder()
                .wrapAndApplyHeader(buffer, at, head)
                .instrument(call.instrument())
                .plannedNanos(0)
                .durationNanos(call.durationNanos())
                .windowNanos(call.windowNanos())
                .seedHash1(call.seedHash1())
                .seedHash2(call.seedHash2())
                .seedHash3(call.seedHash3())
                .seedHash4(call.seedHash4());
        buffer.putByte(encoder.offset() + StartCallEncoder.kindEncodingOffset(), (byte) call.kind());
        buffer.putByte(encoder.offset() + StartCallEncoder.nextEncodingOffset(), (byte) call.next());
        return encoder.encodedLength();
    }

    static int write(MutableDirectBuffer buffer, int at, MessageHeaderEncoder head, Command.RevealSeed seed) {
        return new RevealSeedEncoder()
                .wrapAndApplyHeader(buffer, at, head)
                .instrument(seed.instrument())
                .seedHigh(seed.seedHigh())
                .seedLow(seed.seedLow())
                .encodedLength();
    }
}
