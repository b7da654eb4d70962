package io.rialto.engine.simulation;

import io.rialto.engine.reference.Command;
import io.rialto.engine.reference.ControlCommand.SetRiskRule;
import java.util.ArrayList;
import java.util.List;

/** As many risk rules as there may be and a few more, and orders that breach all of them, also where a frame has no room. */
final class DeepRules {
    private static final int MOST = 1_000;
    private static final int ORDERS = 20;

    private DeepRules() {}

    static List<Step> steps() {
        List<Command> commands = new ArrayList<>();
        commands.add(new Command.ListAsset("BASE", 0));
        commands.add(new Command.ListAsset("QUOTE", 0));
        commands.add(new Command.ListInstrument(
                "DEEP", 1, 2, 1, 1, 1, 1_000_000, 0, Command.NULL, Command.NULL, 0, 0, 0, 0, 1, 1, 0));
        commands.add(new Command.OpenAccount(0, 0, 0));
        for (int i = 0; i < MOST + ORDERS; i++) commands.add(rule());
        List<Command> orders = new ArrayList<>();
        // Within its rules and beyond them in turn, so that all of them are breached again and again.
        for (int i = 0; i < ORDERS; i++) orders.add(new Command.NewOrder(100, 1, 1, 1 + i % 2, 0, 1, 1, 1, 0, 0, ""));
        commands.add(new Command.OrderBatch(100, 2, orders));
        for (int i = 0; i < ORDERS; i++) commands.add(new Command.Tick());
        List<Step> steps = new ArrayList<>();
        for (Command command : commands) steps.add(new Step(steps.size(), command, null, steps.size()));
        return steps;
    }

    private static SetRiskRule rule() {
        return new SetRiskRule(0, 6, 1, 0, 1, 0, 1, 0, 2, 1, List.of(), 0, 1, "");
    }
}
