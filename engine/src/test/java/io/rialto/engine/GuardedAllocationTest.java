package io.rialto.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.rialto.engine.reference.Command;
import io.rialto.engine.reference.ControlCommand;
import io.rialto.engine.simulation.CommandFrames;
import io.rialto.protocol.AccountLimit;
import io.rialto.protocol.InstrumentParameter;
import io.rialto.protocol.frame.Frame;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

/** Guarded accounts in guarded markets: every barrier is asked, and none of them allocates. */
class GuardedAllocationTest {
    private static final int WARM_UP = 300_000;
    private static final int MEASURED = 100_000;
    /** A table may still grow, or code be compiled, in one of them. */
    private static final int ROUNDS = 3;

    private static final long PLENTY = 1_000_000_000;

    private final Core core = new Core(CoreOptions.defaults());
    private final Frame frame = new Frame(1 << 14);
    private final RandomFlow flow = new RandomFlow(41);

    @Test
    void aWarmGuardedCoreAllocatesNothing() {
        play(100);
        guard();
        play(WARM_UP);
        long least = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) least = Math.min(least, allocatedBytes());

        assertThat(least).as("bytes in %d commands", MEASURED).isZero();
        assertThat(core.state().tradeCount()).isGreaterThan(MEASURED / 5);
        core.verifyInvariants();
    }

    private long allocatedBytes() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        threads.getCurrentThreadAllocatedBytes();
        long before = threads.getCurrentThreadAllocatedBytes();
        play(MEASURED);
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    private void guard() {
        for (int instrument = 1; instrument <= 2; instrument++) {
            decide(new Command.ChangeInstrument(instrument, InstrumentParameter.BUY_BAND_HIGH_BPS.value(), 11_000));
            decide(new Command.ChangeInstrument(instrument, InstrumentParameter.SELL_BAND_LOW_BPS.value(), 9_000));
            decide(new Command.ChangeInstrument(instrument, InstrumentParameter.ORDER_LIMIT_LOTS.value(), 45));
            decide(new Command.ChangeInstrument(instrument, InstrumentParameter.ORDER_LIMIT_MINOR.value(), PLENTY));
        }
        for (int account = 100; account < 100 + RandomFlow.ACCOUNTS; account++) {
            limit(account, AccountLimit.OPEN_ORDERS, 200);
            limit(account, AccountLimit.ORDERS_PER_SECOND, 100_000);
        }
        decide(new ControlCommand.Suspend(1, 77, 0));
        decide(new ControlCommand.CancelAfter(100, 0, PLENTY));
    }

    private void limit(int account, AccountLimit limit, long value) {
        decide(new ControlCommand.ChangeAccountLimit(account, 0, limit.value(), value));
    }

    private void decide(Command command) {
        new CommandFrames().write(frame, command, null, core.timeNanos());
        core.decide(frame);
        assertThat(frame.eventCount()).isEqualTo(1);
    }

    private void play(int commands) {
        for (int i = 0; i < commands; i++) {
            flow.next(frame);
            core.decide(frame);
            flow.learn(frame);
        }
    }
}
