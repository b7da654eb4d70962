package io.rialto.engine.simulation;

import io.rialto.engine.Core;
import io.rialto.engine.CoreOptions;
import io.rialto.engine.reference.Command;
import io.rialto.protocol.frame.Frame;

/** A seed's flow as the core decides it, frame by frame, for those who read frames. The same for one seed. */
public final class DecidedFlow {
    private static final int FRAME_BYTES = 2048;

    /** Looks at a frame and at the core that has just decided it. */
    public interface Reader {
        void read(Core core, Frame frame);
    }

    private DecidedFlow() {}

    /** Plays so many commands. */
    public static void play(long seed, int commands, Reader reader) {
        Core core = new Core(new CoreOptions(16, 16));
        Frame frame = new Frame(FRAME_BYTES);
        CommandFrames writer = new CommandFrames();
        FrameEvents events = new FrameEvents();
        MadeNumbers numbers = new MadeNumbers();
        for (Step step : Flow.of(seed, commands)) {
            Command command = numbers.resolved(step.command());
            writer.write(frame, command, step.asked(), step.timeNanos());
            core.decide(frame);
            numbers.remember(step.tag(), events.of(frame));
            reader.read(core, frame);
        }
    }
}
