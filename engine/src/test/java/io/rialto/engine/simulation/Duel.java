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
 * <p>After each command: the events and the second core's bytes; after each that is not refused, and at the end, every
 * balance, hold, margin, equity and what is required of it, both best prices of every book, positions and their cost. At the end: whole books in priority order, sums of assets, the core's own invariants, the two state hashes.
 */
final class Duel {
    private static final int FRAME_BYTES = 2048;
    private static final int FIRST_ACCOUNT = 100;
    private static final int CLEARING = 3;
    private static final int INSURANCE_FUND = 4;
    private static final List<Side> SIDES = List.of(Side.BUY, Side.SELL);
    private static final String TWO_CORES = "two cores, equal bytes";

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
    private int at;
    private Command decided = new Command.Tick();

    private Duel(Consumer<List<String>> witness) {
        this.witness = witness;
    }

    /** @param witness sees what the reference expects of every command, before it is compared; it may tamper */
    static Difference over(List<Step> steps, Consumer<List<String>> witness) {
        Duel duel = new Duel(witness);
        for (int i = 0; i < steps.size() && !duel.difference.isFound(); i++) duel.play(i, steps.get(i));
        if (!duel.difference.isFound()) duel.compareState(steps.size() - 1, new Command.Tick());
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
        if (!expected.equals(actual)) difference = new Difference(index, command, expected, actual);
        else if (!isRefusal(expected)) compareState(index, command);
        else if (!sameBytes()) difference = new Difference(index, command, List.of(TWO_CORES), List.of("other bytes"));
    }

    private static String at(RuntimeException broken) {
        StackTraceElement[] trace = broken.getStackTrace();
        return trace.length == 0
                ? "nowhere"
                : List.of(trace).subList(0, Math.min(4, trace.length)).toString();
    }

    private void compareState(int index, Command command) {
        at = index;
        decided = command;
        for (int asset = 1; asset <= reference.assets.size(); asset++) {
            compareBalance(1, asset);
            compareBalance(2, asset);
            compareBalance(CLEARING, asset);
            compareMargin(CLEARING, asset);
            compareMargin(INSURANCE_FUND, asset);
            for (int place = 0; place < reference.accounts.size(); place++) {
                int account = FIRST_ACCOUNT + place;
                compareBalance(account, asset);
                compareMargin(account, asset);
                compareRisk(account, asset);
            }
        }
        StateView state = core.state();
        for (int instrument = 1; instrument <= reference.instruments.size(); instrument++) {
            for (Side side : SIDES) {
                long best = reference.bestTicks(instrument, side);
                if (best != state.bestTicks(instrument, side))
                    differ("best " + side, 0, instrument, best, state.bestTicks(instrument, side));
            }
            comparePosition(INSURANCE_FUND, instrument);
            for (int place = 0; place < reference.accounts.size(); place++) {
                comparePosition(FIRST_ACCOUNT + place, instrument);
            }
        }
        reference.extremes().forEach((order, best) -> {
            if (best != state.extremeTicks(order))
                differ("best price of trailing order " + order, 0, 0, best, state.extremeTicks(order));
        });
        if (!sameBytes()) differ(TWO_CORES, "other bytes");
    }

    private void compareBalance(int account, int asset) {
        StateView state = core.state();
        compare("total", account, asset, reference.ledger.total(account, asset), state.totalMinor(account, asset));
        compare("held", account, asset, reference.ledger.held(account, asset), state.heldMinor(account, asset));
    }

    private void compareMargin(int account, int asset) {
        long margin = clamped(reference.ledger.margin(account, asset).toBigIntegerExact());
        compare("margin", account, asset, margin, core.state().marginMinor(account, asset));
    }

    private void compareRisk(int account, int asset) {
        StateView state = core.state();
        compare(
                "equity",
                account,
                asset,
                clamped(reference.equityMinor(account, asset)),
                state.equityMinor(account, asset));
        compare(
                "required",
                account,
                asset,
                clamped(reference.requiredMinor(account, asset)),
                state.requiredMinor(account, asset));
    }

    private void comparePosition(int account, int instrument) {
        StateView state = core.state();
        compare(
                "position",
                account,
                instrument,
                reference.positionLots(account, instrument),
                state.positionLots(account, instrument));
        compare(
                "cost",
                account,
                instrument,
                clamped(reference.costMinor(account, instrument)),
                state.costMinor(account, instrument));
        long own = clamped(reference.positionMarginMinor(account, instrument));
        compare("own margin", account, instrument, own, state.positionMarginMinor(account, instrument));
    }

    /** The reference counts on where a long ends. */
    private static long clamped(BigInteger value) {
        if (value.bitLength() < Long.SIZE) return value.longValueExact();
        return value.signum() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
    }

    private void compare(String what, int account, int number, BigDecimal expected, long actual) {
        if (expected.compareTo(BigDecimal.valueOf(actual)) != 0) differ(what, account, number, expected, actual);
    }

    private void compare(String what, int account, int number, long expected, long actual) {
        if (expected != actual) differ(what, account, number, expected, actual);
    }

    /** Words are made only where there is a difference. */
    private void differ(String what, int account, int number, Number expected, Number actual) {
        String where = what + " of account " + account + " in asset or instrument " + number + ": ";
        differ(where + expected, where + actual);
    }

    private void differ(String expected, String actual) {
        difference = new Difference(at, decided, List.of(expected), List.of(actual));
    }

    /** What a refused command would change is seen after the next one that is not. */
    private static boolean isRefusal(List<String> lines) {
        return !lines.isEmpty() && lines.get(0).startsWith("CommandRejected");
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
