package io.rialto.bench.pipeline;

import io.rialto.bench.flow.OrderFlow;
import io.rialto.bench.flow.VenueFlow;
import io.rialto.bench.flow.VenueSetup;
import io.rialto.engine.Core;
import io.rialto.engine.CoreOptions;
import io.rialto.protocol.frame.Frame;

/**
 * A flow's commands as bytes, ready to be copied into the ring.
 *
 * <p>A cancel must name the number that the venue will give its order. A core of the tape's own is given the whole flow
 * first: what it decides, a venue given the same will decide.
 */
final class CommandTape {
    private static final int WORDS_A_COMMAND = 10;
    private static final int FRAME_BYTES = 1 << 12;

    private final long[] words;
    private final int[] starts;
    private final short[] types;
    private int commands;
    private int firstTimed;
    private int end;

    private CommandTape(int capacity) {
        words = new long[capacity * WORDS_A_COMMAND];
        starts = new int[capacity + 1];
        types = new short[capacity];
    }

    /** Records the setting-up, the fill of the books, and at most so many timed commands of the flow. */
    static CommandTape of(OrderFlow flow, int timed) {
        int last = (int) Math.min(flow.size(), (long) flow.firstTimed() + timed);
        CommandTape tape = new CommandTape(last + 4_096 + flow.shape().symbols());
        Core core = new Core(new CoreOptions(flow.firstTimed() * 2, 1 << 10));
        Frame frame = new Frame(FRAME_BYTES);
        new VenueSetup(flow.shape(), writer -> {
                    writer.accept(frame.clear());
                    core.decide(frame);
                    tape.record(frame);
                })
                .run();
        VenueFlow venue = new VenueFlow(flow);
        for (int i = 0; i < last; i++) {
            if (i == flow.firstTimed()) tape.firstTimed = tape.commands;
            venue.write(i, frame.clear());
            core.decide(frame);
            venue.heard(i, frame);
            tape.record(frame);
        }
        return tape;
    }

    private void record(Frame frame) {
        int from = frame.commandOffset();
        int length = frame.eventsOffset() - from;
        for (int at = 0; at < length; at += Long.BYTES)
            words[end++] = frame.buffer().getLong(from + at);
        types[commands] = (short) frame.commandType();
        starts[++commands] = end;
    }

    /** Copies a command into a frame, as a door would write it. */
    void write(int index, Frame frame) {
        int at = frame.commandOffset();
        for (int word = starts[index]; word < starts[index + 1]; word++, at += Long.BYTES) {
            frame.buffer().putLong(at, words[word]);
        }
        int encoded = (starts[index + 1] - starts[index]) * Long.BYTES - Long.BYTES;
        frame.commandEncoded(types[index], encoded);
    }

    int size() {
        return commands;
    }

    /** Before it stand listings, deposits and the orders that fill the books. */
    int firstTimed() {
        return firstTimed;
    }
}
