package io.rialto.engine.simulation;

import io.rialto.engine.Core;
import io.rialto.engine.CoreOptions;
import io.rialto.engine.SlowMatching;
import io.rialto.engine.StateView;
import io.rialto.engine.reference.Command;
import io.rialto.engine.reference.ReferenceVenue;
import io.rialto.protocol.Side;
import io.rialto.protocol.frame.Frame;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The reference, the core and a second core decide the same steps; the first difference ends it.
 *
 * <p>After each command: the events, every balance, hold, margin, equity and what is required of it, both best prices
 * of every book, positions and their cost, and the second core's bytes. At the end: whole books in priority order, sums of assets, the core's own invariants, the two state hashes.
 */
final class Duel {
    private static final int FRAME_BYTES = 2048;
    private static final int FIRST_ACCOUNT = 100;
    private static final int CLEARING = 3;
    private static final int INSURANCE_FUND = 4;

    private final ReferenceVenue reference = new ReferenceVenue();
    /** It grows under way; the second one does not need to. That must not show. */
    private final Core core = new Core(new CoreOptions(1, 1));

    /** It matches the slow way throughout. That must not show either. */
    private final Core second = new Core(new CoreOptions(256, 16));

    private final Frame frame = new Frame(FRAME_BYTES);
    private final Frame secondFrame = new Frame(FRAME_BYTES);
    private final CommandFrames writer = new CommandFrames();
    private final FrameEvents events = new FrameEvents();
    private final MadeNumbers numbers = new MadeNumbers();
    private final Consumer<List<String>> witness;
    private Difference difference = Difference.NONE;

    private Duel(Consumer<List<String>> witness) {
        this.witness = witness;
    }

    /** @param witness sees what the reference expects of every command, before it is compared; it may tamper */
    static Difference over(List<Step> steps, Consumer<List<String>> witness) {
        Duel duel = new Duel(witness);
        for (int i = 0; i < steps.size() && !duel.difference.isFound(); i++) duel.play(i, steps.get(i));
        if (!duel.difference.isFound()) duel.compareTheEnd(steps.size() - 1);
        return duel.difference;
    }

    private void play(int index, Step step) {
        Command command = numbers.resolved(step.command());
        writer.write(frame, command, step.asked(), step.timeNanos());
        writer.write(secondFrame, command, step.asked(), step.timeNanos());
        List<String> expected = new ArrayList<>(reference.decide(command, step.asked(), step.timeNanos()));
        numbers.remember(step.tag(), expected);
        witness.accept(expected);
        List<String> actual;
        try {
            core.decide(frame);
            actual = events.of(frame);
            second.decide(secondFrame);
            SlowMatching.in(second);
        } catch (RuntimeException broken) {
            actual = List.of("threw " + broken, at(broken));
        }
        if (!expected.equals(actual)) {
            difference = new Difference(index, command, expected, actual);
        } else {
            compareState(index, command);
        }
    }

    private static String at(RuntimeException broken) {
        StackTraceElement[] trace = broken.getStackTrace();
        return trace.length == 0
                ? "nowhere"
                : List.of(trace).subList(0, Math.min(4, trace.length)).toString();
    }

    private void compareState(int index, Command command) {
        StateView state = core.state();
        for (int asset = 1; asset <= reference.assets.size(); asset++) {
            compareBalance(index, command, state, 1, asset);
            compareBalance(index, command, state, 2, asset);
            compareBalance(index, command, state, CLEARING, asset);
            compareMargin(index, command, state, CLEARING, asset);
            compareMargin(index, command, state, INSURANCE_FUND, asset);
            for (int account = 0; account < reference.accounts.size(); account++) {
                compareBalance(index, command, state, FIRST_ACCOUNT + account, asset);
                compareMargin(index, command, state, FIRST_ACCOUNT + account, asset);
            }
        }
        for (int instrument = 1; instrument <= reference.instruments.size(); instrument++) {
            for (Side side : List.of(Side.BUY, Side.SELL)) {
                long expected = reference.bestTicks(instrument, side);
                long actual = state.bestTicks(instrument, side);
                compare(index, command, "best " + side + " of instrument ", instrument, expected, actual);
            }
            for (int place = -1; place < reference.accounts.size(); place++) {
                int account = place < 0 ? INSURANCE_FUND : FIRST_ACCOUNT + place;
                long expected = reference.positionLots(account, instrument);
                long actual = state.positionLots(account, instrument);
                compare(index, command, "position of " + account + " in ", instrument, expected, actual);
                long cost = clamped(reference.costMinor(account, instrument));
                String what = "cost of the position of " + account + " in ";
                compare(index, command, what, instrument, cost, state.costMinor(account, instrument));
                long own = clamped(reference.positionMarginMinor(account, instrument));
                what = "own margin of the position of " + account + " in ";
                compare(index, command, what, instrument, own, state.positionMarginMinor(account, instrument));
            }
        }
        reference.extremes().forEach((order, expected) -> {
            long actual = state.extremeTicks(order);
            if (expected != actual)
                compare(index, command, "best price of trailing order " + order, 0, expected, actual);
        });
        if (!sameBytes()) {
            difference = new Difference(index, command, List.of("two cores, equal bytes"), List.of("other bytes"));
        }
    }

    private void compareBalance(int index, Command command, StateView state, int account, int asset) {
        compare(
                index,
                command,
                reference.ledger.total(account, asset),
                state.totalMinor(account, asset),
                account,
                asset);
        compare(index, command, reference.ledger.held(account, asset), state.heldMinor(account, asset), account, asset);
    }

    private void compareMargin(int index, Command command, StateView state, int account, int asset) {
        String of = " of " + account + " in asset ";
        long margin = clamped(reference.ledger.margin(account, asset).toBigIntegerExact());
        compare(index, command, "margin" + of, asset, margin, state.marginMinor(account, asset));
        if (account < FIRST_ACCOUNT) return;
        long equity = clamped(reference.equityMinor(account, asset));
        compare(index, command, "equity" + of, asset, equity, state.equityMinor(account, asset));
        long required = clamped(reference.requiredMinor(account, asset));
        compare(index, command, "required" + of, asset, required, state.requiredMinor(account, asset));
    }

    /** The reference counts on where a long ends. */
    private static long clamped(BigInteger value) {
        return value.min(BigInteger.valueOf(Long.MAX_VALUE))
                .max(BigInteger.valueOf(Long.MIN_VALUE))
                .longValueExact();
    }

    private void compare(int index, Command command, BigDecimal expected, long actual, int account, int asset) {
        if (expected.compareTo(BigDecimal.valueOf(actual)) == 0) return;
        String what = "account " + account + " asset " + asset + ": ";
        difference = new Difference(index, command, List.of(what + expected), List.of(what + actual));
    }

    private void compare(int index, Command command, String what, int instrument, long expected, long actual) {
        if (expected == actual) return;
        String where = what + instrument + ": ";
        difference = new Difference(index, command, List.of(where + expected), List.of(where + actual));
    }

    private boolean sameBytes() {
        int length = frame.length();
        if (length != secondFrame.length()) return false;
        for (int i = 0; i < length; i += Long.BYTES) {
            if (frame.buffer().getLong(i) != secondFrame.buffer().getLong(i)) return false;
        }
        return true;
    }

    private void compareTheEnd(int index) {
        List<String> expected = new ArrayList<>();
        List<String> actual = new ArrayList<>();
        StateView state = core.state();
        for (int instrument = 1; instrument <= reference.instruments.size(); instrument++) {
            for (Side side : List.of(Side.BUY, Side.SELL)) {
                expected.addAll(reference.openOrders(instrument, side));
                state.openOrders(
                        instrument,
                        side,
                        (order, account, ticks, lots) ->
                                actual.add(order + " of " + account + ": " + lots + "@" + ticks));
            }
        }
        for (int asset = 1; asset <= reference.assets.size(); asset++) {
            expected.add("sum of asset " + asset + ": 0");
            actual.add("sum of asset " + asset + ": " + reference.ledger.sum(asset));
        }
        try {
            expected.add("state hash " + second.stateHash());
            actual.add("state hash " + core.stateHash());
            core.verifyInvariants();
        } catch (RuntimeException broken) {
            actual.add("threw " + broken);
        }
        if (!expected.equals(actual)) difference = new Difference(index, new Command.Tick(), expected, actual);
    }
}
