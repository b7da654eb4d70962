package io.rialto.engine.simulation;

import java.util.List;

/** Flows that stand in place of drawn ones, each of them about one thing. */
final class OwnFlows {
    private OwnFlows() {}

    static boolean isOf(long seed) {
        return StormDraw.isOf(seed) || TakenBackDraw.isOf(seed);
    }

    static List<Step> steps(long seed, int commands) {
        if (TakenBackDraw.isOf(seed) && !StormDraw.isOf(seed))
            return ContractGiveUpDraw.putIntoTakenBack(
                    seed, IsolatedDraw.putIntoTakenBack(seed, TakenBackDraw.steps(seed, commands)));
        return IsolatedDraw.putIntoStorm(seed, StormDraw.steps(seed, commands));
    }
}
