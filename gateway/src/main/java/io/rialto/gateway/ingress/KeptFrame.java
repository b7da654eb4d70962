package io.rialto.gateway.ingress;

import io.rialto.protocol.CommandRejectedDecoder;
import io.rialto.protocol.MessageHeaderDecoder;
import io.rialto.protocol.Reason;
import io.rialto.protocol.RequestDecoder;
import io.rialto.protocol.frame.Frame;
import io.rialto.protocol.frame.FrameLayout;
import io.rialto.protocol.frame.FrameView;
import java.util.Optional;
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

    /** The refusal, if the command was refused: it is then the frame's only event. */
    public Optional<Refusal> refusal() {
        FrameView view = view();
        if (!view.nextEvent() || view.eventType() != CommandRejectedDecoder.TEMPLATE_ID) return Optional.empty();
        CommandRejectedDecoder rejected = new CommandRejectedDecoder();
        rejected.wrap(view.buffer(), view.eventOffset(), view.eventBlockLength(), view.eventVersion());
        return Optional.of(new Refusal(rejected.reason(), rejected.originalSequence()));
    }

    /** @param originalSequence where the first request with this key was decided, when the key is the reason */
    public record Refusal(Reason reason, long originalSequence) {}

    /** The id that the asker gave, or all zeros for a frame that nobody asked for. */
    public UUID correlation() {
        if (!view().hasRequest()) return new UUID(0, 0);
        RequestDecoder request =
                new RequestDecoder().wrapAndApplyHeader(bytes, FrameLayout.HEADER_LENGTH, new MessageHeaderDecoder());
        return new UUID(request.correlationHigh(), request.correlationLow());
    }
}
