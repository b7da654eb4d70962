package io.rialto.engine.simulation;

import io.rialto.engine.reference.Command.RecordSignal;
import io.rialto.protocol.RecordSignalEncoder;
import io.rialto.protocol.frame.Frame;

/** Writes signals, hostile codes and texts included. */
final class SignalFrames {
    private SignalFrames() {}

    static void write(Frame frame, RecordSignal signal) {
        RecordSignalEncoder encoder =
                new RecordSignalEncoder().wrapAndApplyHeader(frame.buffer(), frame.commandOffset(), frame.partHeader());
        encoder.observedNanos(signal.observedNanos())
                .instrument(signal.instrument())
                .score(signal.score())
                .source(signal.source())
                .words(signal.words());
        int type = encoder.offset() + RecordSignalEncoder.signalTypeEncodingOffset();
        frame.buffer().putByte(type, (byte) signal.type());
        frame.commandEncoded(RecordSignalEncoder.TEMPLATE_ID, encoder.encodedLength());
    }
}
