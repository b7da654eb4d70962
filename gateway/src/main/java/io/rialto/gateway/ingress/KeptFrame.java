package io.rialto.gateway.ingress;

import io.rialto.protocol.CommandRejectedDecoder;
import io.rialto.protocol.MessageHeaderDecoder;
import io.rialto.protocol.OperationRefusedDecoder;
import io.rialto.protocol.Reason;
import io.rialto.protocol.RequestDecoder;
import io.rialto.protocol.frame.Frame;
import io.rialto.protocol.frame.FrameLayout;
import io.rialto.protocol.frame.FrameView;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** A frame that the journal holds, copied out of the line. Immutable; {@link #view} makes a window each time. */
public final class KeptFrame {
    private final UnsafeBuffer bytes;

    private KeptFrame(byte[] bytes) {
        this.bytes = new UnsafeBuffer(bytes);
    }

    static KeptFrame of(Frame frame) {
        return of(frame.buffer(), 0, frame.length());
    }

    public static KeptFrame of(DirectBuffer buffer, int offset, int length) {
        byte[] copy = new byte[length];
        buffer.getBytes(offset, copy);
        return new KeptFrame(copy);
    }

    public FrameView view() {
        return new FrameView().wrap(bytes, 0);
    }

    public long sequence() {
        return view().sequence();
    }

    /** SHA-256 of all of it, the first half of it in hex. */
    public String digest() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes.byteArray());
            return HexFormat.of().formatHex(hash, 0, hash.length / 2);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }

    /** A window at the first event of that type; empty when there is none. Due work's events may stand before it. */
    public Optional<FrameView> event(int templateId) {
        FrameView view = view();
        while (view.nextEvent()) {
            if (view.eventType() == templateId) return Optional.of(view);
        }
        return Optional.empty();
    }

    /** The refusal, if the command was refused. */
    public Optional<Refusal> refusal() {
        return event(CommandRejectedDecoder.TEMPLATE_ID).map(view -> {
            CommandRejectedDecoder rejected = new CommandRejectedDecoder()
                    .wrap(view.buffer(), view.eventOffset(), view.eventBlockLength(), view.eventVersion());
            return new Refusal(rejected.reason(), rejected.originalSequence(), refusedOperation());
        });
    }

    private OptionalInt refusedOperation() {
        Optional<FrameView> found = event(OperationRefusedDecoder.TEMPLATE_ID);
        if (found.isEmpty()) return OptionalInt.empty();
        FrameView view = found.get();
        OperationRefusedDecoder refused = new OperationRefusedDecoder()
                .wrap(view.buffer(), view.eventOffset(), view.eventBlockLength(), view.eventVersion());
        return OptionalInt.of(refused.operation());
    }

    /**
     * Why a command was refused.
     *
     * @param originalSequence where the first request with this key was decided, when the key is the reason
     * @param operation of a command of several parts: the one for which all of it was refused, counted from 0
     */
    public record Refusal(Reason reason, long originalSequence, OptionalInt operation) {}

    /** The id that the asker gave, or all zeros for a frame that nobody asked for. */
    public UUID correlation() {
        if (!view().hasRequest()) return new UUID(0, 0);
        RequestDecoder request =
                new RequestDecoder().wrapAndApplyHeader(bytes, FrameLayout.HEADER_LENGTH, new MessageHeaderDecoder());
        return new UUID(request.correlationHigh(), request.correlationLow());
    }
}
