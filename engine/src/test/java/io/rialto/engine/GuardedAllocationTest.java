package io.rialto.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.rialto.engine.reference.Command;
import io.rialto.engine.reference.ControlCommand;
import io.rialto.engine.simulation.CommandFrames;
import io.rialto.protocol.AccountLimit;
import io.rialto.protocol.InstrumentParameter;
import io.rialto.protocol.RiskBreachedDecoder;
import io.rialto.protocol.RiskRuleType;
import io.rialto.protocol.frame.Frame;
import io.rialto.protocol.frame.FrameView;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Guarded accounts in guarded markets: every barrier is asked, and none of them allocates. */
class GuardedAllocationTest {
    private static final int WARM_UP = 300_000;
    private static final int MEASURED = 100_000;
    /** A table may still grow, or code be compiled, in one of them. */
    private static final long PLENTY = 1_000_000_000;

    private final Core core = new Core(CoreOptions.defaults());
    private final Frame frame = new Frame(1 << 14);
    private final RandomFlow flow = new RandomFlow(41);
    private final FrameView view = new FrameView();
    private long breaches;

    @Test
    void aWarmGuardedCoreAllocatesNothing() {
        play(100);
        guard();
        allocatesNothing();
        assertThat(core.state().tradeCount()).isGreaterThan(MEASURED / 5);
    }

    @Test
    void aWarmCoreWithRiskRulesAllocatesNothing() {
        play(100);
        for (RiskRuleType type : RiskRuleType.values()) {
            if (type != RiskRuleType.NULL_VAL) decide(rule(type));
        }
        allocatesNothing();
        assertThat(breaches).isGreaterThan(MEASURED / 100);
    }

    private void allocatesNothing() {
        play(WARM_UP);

        assertThat(Allocated.bytes(() -> play(MEASURED)))
                .as("bytes in %d commands", MEASURED)
                .isZero();
        core.verifyInvariants();
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

    /** One that is breached now and then, and blocks then as often as not. */
    private static ControlCommand.SetRiskRule rule(RiskRuleType type) {
        boolean isOfOne = type == RiskRuleType.MAX_POSITION_SIZE || type == RiskRuleType.MAX_ORDER_VALUE;
        long windowNanos = switch (type) {
            case MAX_ORDER_RATE -> 1_000;
            case ALLOWED_HOURS -> 1_000_000_000;
            default -> 0;
        };
        int action = type.value() % 4 == 0 ? 2 : 1;
        int instrument = isOfOne ? 1 : 0;
        return new ControlCommand.SetRiskRule(
                0, type.value(), 3, windowNanos, 1, 0, instrument, 0, action, 2, List.of(), 10, 1, "now and then");
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
            countBreaches();
            flow.learn(frame);
        }
    }

    private void countBreaches() {
        view.wrap(frame.buffer(), 0);
        while (view.nextEvent()) if (view.eventType() == RiskBreachedDecoder.TEMPLATE_ID) breaches++;
    }
}
