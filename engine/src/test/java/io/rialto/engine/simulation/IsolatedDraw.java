package io.rialto.engine.simulation;

import io.rialto.engine.reference.Command;
import io.rialto.engine.reference.MarginCommand.AssignPositionMargin;
import io.rialto.engine.reference.MarginCommand.ListContract;
import io.rialto.engine.reference.MarginCommand.SetMarginMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Isolates positions in some of the flows with contracts before they trade, and moves money to them and from them; storms end in scenes
 * of their own, see {@link IsolatedScene}. Its dice are its own.
 */
final class IsolatedDraw {
    private static final int FIRST_TAG = 6_000_000;
    private static final int SCENE_TAG = 6_500_000;
    private static final int FIRST_ACCOUNT = 100;
    private static final int CROSS = 1, ISOLATED = 2;
    private static final int ONE_OF = 8, THIS = 6;
    private static final int STORMS = 16;
    private static final int TAKEN_BACK = 32;

    private final Dice dice;
    private final List<Integer> contracts;
    private final int accounts;

    private IsolatedDraw(long seed, List<Integer> contracts, int accounts) {
        dice = new Dice(seed ^ 0x3C6EF372L << 19);
        this.contracts = contracts;
        this.accounts = accounts;
    }

    static List<Step> put(long seed, List<Step> steps, List<Market> markets, int accounts) {
        List<Integer> contracts = IntStream.rangeClosed(1, markets.size())
                .filter(number -> markets.get(number - 1).contract() != null)
                .boxed()
                .toList();
        if (contracts.isEmpty() || seed % ONE_OF != THIS) return steps;
        return new IsolatedDraw(seed, contracts, accounts).put(steps);
    }

    /** A storm's listings and accounts are all accepted, so that their numbers are known. */
    static List<Step> putIntoStorm(long seed, List<Step> steps) {
        int contracts = count(steps, ListContract.class);
        int accounts = count(steps, Command.OpenAccount.class);
        List<Integer> numbers = IntStream.rangeClosed(1, contracts).boxed().toList();
        IsolatedDraw draw = new IsolatedDraw(seed, numbers, accounts);
        List<Step> all = seed / STORMS % 3 == 0 ? draw.put(steps) : new ArrayList<>(steps);
        long now = all.stream().mapToLong(Step::timeNanos).max().orElseThrow();
        int scenes = 1 + draw.dice.below(3);
        for (int i = 0; i < scenes; i++) {
            IsolatedScene scene = new IsolatedScene(
                    draw.dice, contracts + 1 + i, FIRST_ACCOUNT + accounts + 3 * i, SCENE_TAG + 1_000 * i, now);
            all.addAll(scene.steps());
            now = all.get(all.size() - 1).timeNanos();
        }
        return all;
    }

    /** Contracts are listed first there. */
    static List<Step> putIntoTakenBack(long seed, List<Step> steps) {
        if (seed / TAKEN_BACK % 3 != 0) return steps;
        List<Integer> contracts = IntStream.rangeClosed(1, count(steps, ListContract.class))
                .boxed()
                .toList();
        return new IsolatedDraw(seed, contracts, count(steps, Command.OpenAccount.class)).put(steps);
    }

    private static int count(List<Step> steps, Class<? extends Command> kind) {
        return (int)
                steps.stream().filter(step -> kind.isInstance(step.command())).count();
    }

    private List<Step> put(List<Step> steps) {
        int opened = 0;
        for (int i = 0; i < steps.size() / 2; i++)
            if (steps.get(i).command() instanceof Command.OpenAccount) opened = i + 1;
        List<Command> modes = new ArrayList<>();
        for (int account = FIRST_ACCOUNT; account < FIRST_ACCOUNT + accounts; account++) {
            for (int contract : contracts)
                if (dice.chance(50)) modes.add(new SetMarginMode(account, contract, ISOLATED));
        }
        List<Step> all = Scenes.with(steps, opened, modes, FIRST_TAG);
        int tag = FIRST_TAG + modes.size();
        int times = 8 + dice.below(25);
        for (int i = 0; i < times; i++) {
            Command command = dice.chance(75) ? assign() : mode();
            all = Scenes.with(all, Scenes.place(dice, all), List.of(command), tag++);
        }
        return all;
    }

    private Command mode() {
        int mode = dice.chance(95) ? CROSS + dice.below(2) : (int) dice.oneOf(0, 3, 255);
        return new SetMarginMode(account(), contract(), mode);
    }

    private Command assign() {
        long amount = dice.chance(90)
                ? 1L << dice.below(40)
                : dice.oneOf(0, 1, Long.MAX_VALUE, Long.MIN_VALUE, Long.MIN_VALUE + 1);
        return new AssignPositionMargin(account(), contract(), dice.chance(50) ? amount : -amount);
    }

    private int account() {
        return dice.chance(97) ? FIRST_ACCOUNT + dice.below(accounts) : (int) dice.oneOf(0, 4, 99, 777);
    }

    private int contract() {
        return dice.chance(95) ? contracts.get(dice.below(contracts.size())) : (int) dice.oneOf(0, -1, 1, 2, 77);
    }
}
