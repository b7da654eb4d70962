package io.rialto.engine.signals;

import static io.rialto.protocol.frame.FrameLayout.PART_HEADER_LENGTH;

import io.rialto.engine.listing.Instruments;
import io.rialto.protocol.Reason;
import io.rialto.protocol.RecordSignalDecoder;
import io.rialto.protocol.SignalRecordedEncoder;
import io.rialto.protocol.SignalType;
import io.rialto.protocol.frame.Frame;
import org.agrona.DirectBuffer;

/**
 * Records what sources outside say. It has no state: nothing that trades ever depends on a signal.
 *
 * <p>Threading: the core's thread only.
 */
public final class SignalDesk {
    private static final int BEST_SCORE = 10_000;
    private static final int SOURCE = RecordSignalDecoder.sourceEncodingOffset();
    private static final int SOURCE_LENGTH = RecordSignalDecoder.sourceEncodingLength();
    private static final int WORDS = RecordSignalDecoder.wordsEncodingOffset();
    private static final int WORDS_LENGTH = RecordSignalDecoder.wordsEncodingLength();

    private final Instruments instruments;
    private final SignalRecordedEncoder recorded = new SignalRecordedEncoder();

    public SignalDesk(Instruments instruments) {
        this.instruments = instruments;
    }

    /** @param nowNanos the line's time: nobody observed what is yet to come */
    public Reason record(Frame frame, long nowNanos) {
        DirectBuffer buffer = frame.buffer();
        int at = frame.commandOffset() + PART_HEADER_LENGTH;
        int instrument = buffer.getInt(at + RecordSignalDecoder.instrumentEncodingOffset());
        int score = buffer.getInt(at + RecordSignalDecoder.scoreEncodingOffset());
        int type = buffer.getByte(at + RecordSignalDecoder.signalTypeEncodingOffset()) & 0xFF;
        long observedNanos = buffer.getLong(at + RecordSignalDecoder.observedNanosEncodingOffset());
        if (instrument != 0 && !instruments.isListed(instrument)) return Reason.UNKNOWN_INSTRUMENT;
        boolean isSound = score >= -BEST_SCORE
                && score <= BEST_SCORE
                && type >= SignalType.SENTIMENT.value()
                && type <= SignalType.MODEL.value()
                && observedNanos > 0
                && observedNanos <= nowNanos
                && isPrintable(buffer, at + SOURCE, SOURCE_LENGTH, '!')
                && buffer.getByte(at + SOURCE) != 0
                && isPrintable(buffer, at + WORDS, WORDS_LENGTH, ' ');
        if (!isSound) return Reason.INVALID_SIGNAL;
        SignalRecordedEncoder event = frame.claimEvent(recorded)
                .observedNanos(observedNanos)
                .instrument(instrument)
                .score(score)
                .signalType(SignalType.get((short) type));
        copy(buffer, at + SOURCE, event.offset() + SignalRecordedEncoder.sourceEncodingOffset(), SOURCE_LENGTH, frame);
        copy(buffer, at + WORDS, event.offset() + SignalRecordedEncoder.wordsEncodingOffset(), WORDS_LENGTH, frame);
        return Reason.NONE;
    }

    private static void copy(DirectBuffer from, int at, int to, int length, Frame frame) {
        frame.buffer().putBytes(to, from, at, length);
    }

    /** Text, and only zeros behind it. */
    private static boolean isPrintable(DirectBuffer buffer, int at, int length, char lowest) {
        int used = 0;
        while (used < length && buffer.getByte(at + used) != 0) {
            byte letter = buffer.getByte(at + used);
            if (letter < lowest || letter > '~') return false;
            used++;
        }
        for (int i = used; i < length; i++) if (buffer.getByte(at + i) != 0) return false;
        return true;
    }
}
