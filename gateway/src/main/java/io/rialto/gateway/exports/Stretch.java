package io.rialto.gateway.exports;

import io.rialto.gateway.ingress.History;
import io.rialto.gateway.ingress.KeptFrame;
import io.rialto.gateway.problem.Problem;
import io.rialto.gateway.problem.ProblemCode;
import io.rialto.protocol.frame.FrameView;
import io.rialto.protocol.frame.Xxh64;
import java.util.HexFormat;
import java.util.Map;

/**
 * The frames that an export comes from. Each frame holds the hash of the one before, so two hashes say that all between is as it
 * was: {@code rialto replay range} finds them again in the journal.
 *
 * @param hashBefore of the frame before the first; zeros before the first of all
 * @param hash XXH64 of the last frame, whole
 */
record Stretch(long first, long last, String hashBefore, String hash) {
    static Stretch of(long first, long last, History history) {
        return new Stretch(
                first,
                last,
                HexFormat.of().toHexDigits(frame(first, history).previousHash()),
                HexFormat.of().toHexDigits(hash(frame(last, history))));
    }

    /** Of the frame's last moment. */
    static long timeNanos(long sequence, History history) {
        return frame(sequence, history).timeNanos();
    }

    private static long hash(FrameView frame) {
        return Xxh64.hash(frame.buffer(), frame.offset(), frame.length());
    }

    private static FrameView frame(long sequence, History history) {
        return history.frame(sequence)
                .map(KeptFrame::view)
                .orElseThrow(() -> Problem.of(
                        ProblemCode.NO_LONGER_KEPT, "frame " + sequence + " of the journal is not there any more"));
    }

    Map<String, String> headers() {
        return Map.of(
                "X-Journal-First",
                Long.toString(first),
                "X-Journal-Last",
                Long.toString(last),
                "X-Journal-Hash-Before",
                hashBefore,
                "X-Journal-Hash",
                hash);
    }
}
