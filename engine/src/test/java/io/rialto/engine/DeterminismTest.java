package io.rialto.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.rialto.protocol.frame.Frame;
import io.rialto.protocol.frame.FrameView;
import org.junit.jupiter.api.Test;

class DeterminismTest {
    private static final int COMMANDS = 50_000;

    @Test
    void theSameCommandsGiveTheSameBytesWhateverTheMemoryHeld() {
        Core one = new Core(new CoreOptions(16, 16));
        Core other = new Core(CoreOptions.defaults());
        Frame clean = new Frame(1 << 14);
        Frame dirty = new Frame(1 << 14);
        RandomFlow flow = new RandomFlow(20);
        for (int i = 0; i < COMMANDS; i++) {
            clean.buffer().setMemory(0, clean.buffer().capacity(), (byte) 0);
            flow.next(clean);
            copy(clean, dirty);
            one.decide(clean);
            other.decide(dirty);
            assertSameBytes(clean, dirty);
            flow.learn(clean);
        }
        one.verifyInvariants();
        assertThat(one.stateHash()).isEqualTo(other.stateHash());
        assertThat(one.state().tradeCount()).isGreaterThan(COMMANDS / 10);
    }

    @Test
    void theStateHashTellsStatesApart() {
        Core core = new Core(CoreOptions.defaults());
        RandomFlow flow = new RandomFlow(21);
        Frame frame = new Frame(1 << 14);
        long before = core.stateHash();
        for (int i = 0; i < 1_000; i++) {
            flow.next(frame);
            core.decide(frame);
            flow.learn(frame);
            long after = core.stateHash();
            assertThat(after).isNotEqualTo(before);
            before = after;
        }
    }

    @Test
    void timeNeverFalls() {
        Core core = new Core(CoreOptions.defaults());
        RandomFlow flow = new RandomFlow(22);
        Frame frame = new Frame(1 << 14);
        flow.next(frame);
        frame.stampTime(5_000);
        core.decide(frame);
        flow.next(frame);
        frame.stampTime(4_000);
        core.decide(frame);

        assertThat(frame.sequence()).isEqualTo(2);
        assertThat(frame.timeNanos()).isEqualTo(5_000);
        assertThat(core.timeNanos()).isEqualTo(5_000);
    }

    private static void copy(Frame from, Frame to) {
        to.buffer().setMemory(0, to.buffer().capacity(), (byte) 0xAA);
        to.copyCommand(new FrameView().wrap(closed(from).buffer(), 0));
    }

    private static Frame closed(Frame frame) {
        frame.close();
        return frame;
    }

    private static void assertSameBytes(Frame clean, Frame dirty) {
        assertThat(dirty.length()).isEqualTo(clean.length());
        for (int i = 0; i < clean.length(); i += Long.BYTES) {
            if (clean.buffer().getLong(i) == dirty.buffer().getLong(i)) continue;
            assertThat(dirty.buffer().getLong(i))
                    .as("frame %d, byte %d, command %d", clean.sequence(), i, clean.commandType())
                    .isEqualTo(clean.buffer().getLong(i));
        }
    }
}
