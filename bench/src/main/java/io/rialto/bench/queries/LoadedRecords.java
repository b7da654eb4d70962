package io.rialto.bench.queries;

import io.rialto.bench.flow.FlowAnswer;
import io.rialto.bench.flow.FlowShape;
import io.rialto.bench.flow.OrderFlow;
import io.rialto.bench.flow.VenueFlow;
import io.rialto.bench.flow.VenueSetup;
import io.rialto.engine.Core;
import io.rialto.engine.CoreOptions;
import io.rialto.feeds.records.FrameWriter;
import io.rialto.feeds.records.RecordStore;
import io.rialto.protocol.frame.Frame;
import io.rialto.protocol.frame.FrameView;
import java.util.function.Consumer;

/**
 * A read model full of orders: a seeded flow decided by a core of its own, its frames written by the read model's own
 * writer. No row is made by hand.
 */
final class LoadedRecords {
    private static final int FRAME_BYTES = 1 << 12;
    private static final int SYMBOLS = 20;
    private static final int LIVE = 2_000;
    private static final int SEED = 4;
    private static final int ORDERS_OF_100_COMMANDS = 54;
    private static final int ACCOUNTS = 1 << 10;
    private static final long NANOS_BETWEEN = 10_000_000;
    private static final int TELL_EVERY = 1 << 16;

    private final Core core = new Core(new CoreOptions(SYMBOLS * LIVE * 2, ACCOUNTS));
    private final Frame frame = new Frame(FRAME_BYTES);
    private final FrameView view = new FrameView();
    private final FrameWriter writer;
    private long timeNanos = 1_700_000_000_000_000_000L;

    private LoadedRecords(RecordStore store) {
        writer = new FrameWriter(store);
    }

    /** Accepts at least so many orders, less what the flow's chances leave away; answers the frames written. */
    static long load(RecordStore store, int orders, Consumer<String> progress) {
        LoadedRecords records = new LoadedRecords(store);
        try (FrameWriter writer = records.writer) {
            records.setUp();
            records.trade(orders, progress);
            progress.accept("all rows are there, indexes are made");
            return writer.sequence();
        }
    }

    private void setUp() {
        new VenueSetup(shape(1), command -> {
                    command.accept(frame.clear());
                    decide();
                })
                .run();
    }

    private void trade(int orders, Consumer<String> progress) {
        int commands = (int) Math.max(1, (orders - (long) SYMBOLS * LIVE) * 100 / ORDERS_OF_100_COMMANDS);
        OrderFlow flow = OrderFlow.of(shape(commands));
        VenueFlow venue = new VenueFlow(flow);
        long begun = System.nanoTime();
        for (int i = 0; i < flow.size(); i++) {
            venue.write(i, frame.clear());
            decide();
            venue.heard(i, frame);
            if (i % TELL_EVERY != 0) continue;
            long millis = (System.nanoTime() - begun) / 1_000_000;
            progress.accept("loaded commands=" + i + " of=" + flow.size() + " millis=" + millis);
        }
    }

    private void decide() {
        timeNanos += NANOS_BETWEEN;
        frame.stampTime(timeNanos);
        core.decide(frame);
        writer.write(view.wrap(frame.buffer(), 0));
    }

    private static FlowShape shape(int commands) {
        return new FlowShape("queries", SYMBOLS, LIVE, SEED, commands, new FlowAnswer(0, 0, 0));
    }
}
