package io.rialto.engine.simulation;

import io.rialto.engine.reference.Command;
import java.util.ArrayList;
import java.util.List;

/** What is put into some of the flows after they are drawn. The other flows stay as they are. */
final class Scenes {
    private Scenes() {}

    static List<Step> put(long seed, List<Step> steps, List<Market> markets, int accounts) {
        List<Step> all = CornerDraw.put(seed, steps, markets.get(0), accounts);
        all = StressDraw.put(seed, all, markets, accounts);
        all = CreditDraw.put(seed, all, markets, accounts);
        all = HoldingsDraw.put(seed, all, markets, accounts);
        all = GiveUpDraw.put(seed, all, markets, accounts);
        all = IsolatedDraw.put(seed, all, markets, accounts);
        all = SettlementDraw.put(seed, all, markets, accounts);
        all = CalendarDraw.put(seed, all, markets);
        return SignalDraw.put(seed, all, markets);
    }

    /** Commands in the last two thirds of a flow, all at one place; time does not go back there. */
    static List<Step> with(List<Step> steps, int place, List<Command> commands, int firstTag) {
        List<Step> all = new ArrayList<>(steps);
        long now = steps.subList(0, place).stream()
                .mapToLong(Step::timeNanos)
                .max()
                .orElseThrow();
        int tag = firstTag;
        int at = place;
        for (Command command : commands) all.add(at++, new Step(tag++, command, null, now));
        return all;
    }

    static int place(Dice dice, List<Step> steps) {
        return steps.size() / 3 + dice.below(steps.size() - steps.size() / 3);
    }
}
