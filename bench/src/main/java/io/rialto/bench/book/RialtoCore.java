package io.rialto.bench.book;

import io.rialto.bench.flow.FlowAnswer;
import io.rialto.bench.flow.OrderFlow;
import io.rialto.bench.flow.VenueFlow;
import io.rialto.bench.flow.VenueSetup;
import io.rialto.engine.Core;
import io.rialto.engine.CoreOptions;
import io.rialto.protocol.frame.Frame;

/**
 * Our whole core: commands decoded, risk, matching, ledger, and every event encoded into the frame, which the driver
 * then reads as a client would. All but ring and journal.
 */
public final class RialtoCore implements Contender {
    private static final int FRAME_BYTES = 1 << 12;
    private static final int ACCOUNTS = 1 << 10;
    private static final long NANOS_BETWEEN = 100;

    private final Core core;
    private final Frame frame = new Frame(FRAME_BYTES);
    private final VenueFlow venue;
    private long timeNanos;

    public RialtoCore(OrderFlow flow) {
        int live = flow.shape().symbols() * flow.shape().livePerSymbol();
        core = new Core(new CoreOptions(live * 6 / 5, ACCOUNTS));
        venue = new VenueFlow(flow);
        new VenueSetup(flow.shape(), writer -> {
                    writer.accept(frame.clear());
                    core.decide(frame);
                })
                .run();
    }

    @Override
    public void play(OrderFlow flow, int from, int to) {
        for (int i = from; i < to; i++) {
            venue.write(i, frame.clear());
            timeNanos += NANOS_BETWEEN;
            frame.stampTime(timeNanos);
            core.decide(frame);
            venue.heard(i, frame);
        }
    }

    @Override
    public FlowAnswer answer() {
        return venue.answer();
    }
}
