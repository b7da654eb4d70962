package io.rialto.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.rialto.protocol.ChangeInstrumentEncoder;
import io.rialto.protocol.InstrumentParameter;
import io.rialto.protocol.VolatilityInterruptedDecoder;
import io.rialto.protocol.frame.Frame;
import io.rialto.protocol.frame.FrameView;
import org.junit.jupiter.api.Test;

/** Markets that are watched, and interrupted every few commands. */
class InterruptionAllocationTest {
    private static final int WARM_UP = 800_000;
    private static final int MEASURED = 100_000;

    private final Core core = new Core(CoreOptions.defaults());
    private final Frame frame = new Frame(1 << 14);
    private final FrameView view = new FrameView();
    private final RandomFlow flow = new RandomFlow(41);
    private long interruptions;

    @Test
    void aWatchedMarketThatIsInterruptedAllocatesNothing() {
        play(1_000);
        for (int instrument = 1; instrument <= 2; instrument++) {
            set(instrument, InstrumentParameter.DYNAMIC_RANGE_BPS, 40);
            set(instrument, InstrumentParameter.STATIC_RANGE_BPS, 70);
            set(instrument, InstrumentParameter.VELOCITY_LIMIT_TICKS, 9);
            set(instrument, InstrumentParameter.VELOCITY_WINDOW_NANOS, 50_000);
            set(instrument, InstrumentParameter.VELOCITY_CALL_NANOS, 5_000);
            set(instrument, InstrumentParameter.INTERRUPTION_CALL_NANOS, 5_000);
            set(instrument, InstrumentParameter.MOST_EXTENSIONS, 2);
        }
        play(WARM_UP);
        interruptions = 0;

        long allocated = Allocated.bytes(() -> play(MEASURED));

        assertThat(allocated).as("bytes in %d commands", MEASURED).isZero();
        assertThat(interruptions).isGreaterThan(Allocated.ROUNDS * MEASURED / 100);
        core.verifyInvariants();
    }

    private void play(int commands) {
        for (int i = 0; i < commands; i++) {
            flow.next(frame);
            core.decide(frame);
            flow.learn(frame);
            view.wrap(frame.buffer(), 0);
            while (view.nextEvent()) {
                if (view.eventType() == VolatilityInterruptedDecoder.TEMPLATE_ID) interruptions++;
            }
        }
    }

    private void set(int instrument, InstrumentParameter parameter, long value) {
        frame.clear();
        frame.stampTime(core.timeNanos());
        ChangeInstrumentEncoder change = new ChangeInstrumentEncoder()
                .wrapAndApplyHeader(frame.buffer(), frame.commandOffset(), frame.partHeader());
        change.instrument(instrument).value(value).parameter(parameter);
        frame.commandEncoded(ChangeInstrumentEncoder.TEMPLATE_ID, change.encodedLength());
        core.decide(frame);
    }
}
