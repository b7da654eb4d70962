package io.rialto.bench.line;

import io.rialto.engine.Core;
import io.rialto.engine.CoreOptions;
import io.rialto.engine.ring.CommandWriter;
import io.rialto.protocol.OrderAcceptedDecoder;
import io.rialto.protocol.frame.Frame;
import io.rialto.protocol.frame.FrameView;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A core of one's own that is given every command: what it decides, a venue given the same will decide.
 *
 * <p>Threading: deciding on one thread, asking on any.
 */
final class Foresight {
    private static final int FRAME_BYTES = 4096;

    private final Core core = new Core(CoreOptions.defaults());
    private final Frame frame = new Frame(FRAME_BYTES);
    private final FrameView view = new FrameView();
    private final OrderAcceptedDecoder accepted = new OrderAcceptedDecoder();
    private final Map<Long, Long> numbers = new ConcurrentHashMap<>();

    /** @param recorded the recording's number of the order that the command enters, if it enters one */
    Frame decide(long recorded, CommandWriter command) {
        command.write(frame.clear());
        core.decide(frame);
        view.wrap(frame.buffer(), 0);
        while (view.nextEvent()) {
            if (view.eventType() != OrderAcceptedDecoder.TEMPLATE_ID) continue;
            accepted.wrap(view.buffer(), view.eventOffset(), view.eventBlockLength(), view.eventVersion());
            numbers.put(recorded, accepted.order());
        }
        return frame;
    }

    /** The venue's number of an order; -1 for one that was never accepted, which no venue knows. */
    long number(long recorded) {
        return numbers.getOrDefault(recorded, -1L);
    }
}
