package io.rialto.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.rialto.protocol.frame.Frame;
import org.junit.jupiter.api.Test;

class CoreAllocationTest {
    private static final int WARM_UP = 400_000;
    private static final int MEASURED = 200_000;

    @Test
    void aWarmCoreAllocatesNothing() {
        Core core = new Core(CoreOptions.defaults());
        Frame frame = new Frame(1 << 14);
        RandomFlow flow = new RandomFlow(40);
        play(core, flow, frame, WARM_UP);
        long allocated = Allocated.bytes(() -> play(core, flow, frame, MEASURED));

        assertThat(allocated).as("bytes in %d commands", MEASURED).isZero();
        assertThat(core.state().tradeCount()).isGreaterThan(MEASURED / 5);
        core.verifyInvariants();
    }

    private static void play(Core core, RandomFlow flow, Frame frame, int commands) {
        for (int i = 0; i < commands; i++) {
            flow.next(frame);
            core.decide(frame);
            flow.learn(frame);
        }
    }
}
