package io.rialto.engine.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.rialto.engine.reference.EventLines;
import io.rialto.protocol.Reason;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The comparison compares something: its flows reach every event and reason, and what is wrong is found. */
class ComparisonReachTest {
    private static final int SEEDS = 3_200;
    private static final int SEEDS_AT_ONCE = 400;
    private static final int COMMANDS = 200;
    private static final int ENOUGH = 5;

    /** In the schema ahead of the rule that says it; the rule's arrival strikes it out here. */
    private static final Set<String> AWAITED = Set.of();

    private final Map<String, Integer> seen = new ConcurrentHashMap<>();

    @Test
    void theFlowsReachEveryEventAndEveryReason() {
        List<Difference> deep = Stream.of(
                        DeepFunding.steps(),
                        DeepBook.steps(),
                        DeepLiquidation.steps(),
                        DeepContract.steps(),
                        DeepRules.steps())
                .parallel()
                .map(steps -> Duel.over(steps, this::count))
                .toList();
        assertThat(deep).containsOnly(Difference.NONE);
        for (int played = 0; played < SEEDS && !lacking().isEmpty(); played += SEEDS_AT_ONCE) {
            assertThat(new Campaign(1 + played, COMMANDS, this::count).over(SEEDS_AT_ONCE))
                    .isEmpty();
        }

        for (String awaited : AWAITED) assertThat(seen).as("no longer awaited").doesNotContainKey(awaited);
        assertThat(lacking()).as("hardly met by any flow, and how often").isEmpty();
    }

    /** What the flows ought to meet, and have not met often enough so far. */
    private Map<String, Integer> lacking() {
        Map<String, Integer> least = new TreeMap<>();
        for (String event : EventLines.events()) least.put(event, ENOUGH);
        for (Reason reason : Reason.values()) {
            boolean isDeep = reason == Reason.TOO_MANY_FILLS || reason == Reason.WORK_PENDING;
            if (reason != Reason.NONE && reason != Reason.NULL_VAL) least.put(reason.name(), isDeep ? 1 : ENOUGH);
        }
        for (String end : List.of("AuctionUncrossed", "CallExtended")) least.put("prevented before " + end, ENOUGH);
        for (String mode : List.of("CANCEL_NEWEST", "CANCEL_OLDEST", "CANCEL_BOTH", "DECREMENT")) {
            least.put("prevented by " + mode, ENOUGH);
        }
        least.keySet().removeAll(AWAITED);
        least.entrySet().removeIf(one -> times(one.getKey()) >= one.getValue());
        least.replaceAll((name, enough) -> times(name));
        return least;
    }

    private int times(String name) {
        return seen.getOrDefault(name, 0);
    }

    @Test
    void aWrongAmountIsFound() {
        isFound(line -> line.replace("|notionalMinor=", "|notionalMinor=1"));
    }

    @Test
    void aWrongReasonIsFound() {
        isFound(line -> line.replace("IMMEDIATE_OR_CANCEL", "NO_LIQUIDITY"));
    }

    @Test
    void aForgottenEventIsFound() {
        isFound(line -> line.startsWith("OrderRested") ? "" : line);
    }

    @Test
    void aDifferenceShrinksToAFewCommands() {
        Consumer<List<String>> tamper =
                lines -> lines.replaceAll(line -> line.replace("SELF_TRADE_PREVENTED", "FILL_OR_KILL"));
        String words = new Campaign(1, COMMANDS, tamper).over(SEEDS);

        assertThat(words).contains("-Dsimulation.seed=").containsPattern("shrunk to \\d{1,2} commands");
    }

    private static void isFound(UnaryOperator<String> wrong) {
        Consumer<List<String>> tamper = lines -> {
            lines.replaceAll(wrong);
            lines.removeIf(String::isEmpty);
        };
        assertThat(new Campaign(1, COMMANDS, tamper).over(SEEDS)).contains("expected by the reference:");
    }

    private void count(List<String> lines) {
        boolean isPrevented = false;
        for (String line : lines) {
            isPrevented |= line.startsWith("MatchPrevented");
            if (isPrevented) seen.merge("prevented before " + line.substring(0, line.indexOf(':')), 1, Integer::sum);
            seen.merge(line.substring(0, line.indexOf(':')), 1, Integer::sum);
            seen.merge(value(line, "reason="), 1, Integer::sum);
            seen.merge("prevented by " + value(line, "|mode="), 1, Integer::sum);
        }
    }

    private static String value(String line, String name) {
        int at = line.indexOf(name);
        if (at < 0) return "";
        int end = line.indexOf('|', at + 1);
        return line.substring(at + name.length(), end < 0 ? line.length() : end);
    }
}
