package io.rialto.bench.play;

import io.rialto.bench.recording.BookLevels;
import io.rialto.bench.recording.Instruction;
import io.rialto.bench.recording.Judge;
import io.rialto.bench.recording.RecordedFill;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;

/**
 * Counts rows whose book, fills and answers came out as the recording says. Exceptions are announced before their row
 * is judged; only rows without one can fail.
 */
final class LobsterVerdict implements Judge {
    private static final int MOST_DIFFERENCES = 10;
    private static final int MOST_ROWS = 100;
    private static final long HUNDREDTHS = 10_000;

    private final BookFile ours;
    private final Map<Long, String> exceptions = new ConcurrentSkipListMap<>();
    private final List<String> differences = new ArrayList<>();
    private String fault = "";
    private long rows;
    private long equal;
    private long unexcused;

    LobsterVerdict(BookFile ours) {
        this.ours = ours;
    }

    void except(long row, String cause) {
        exceptions.put(row, cause);
    }

    @Override
    public void answered(Instruction instruction, List<RecordedFill> fills, String answer) {
        if (!fault.isEmpty()) return;
        if (!answer.isEmpty()) {
            fault = answer + " in answer to " + instruction;
        } else if (!fills.equals(instruction.fills())) {
            fault = "fills " + fills + " in answer to " + instruction;
        }
    }

    @Override
    public void book(long row, BookLevels expected, BookLevels actual) {
        ours.csv(actual);
        String difference = fault.isEmpty() ? actual.firstDifference(expected) : fault;
        fault = "";
        rows++;
        if (difference.isEmpty()) {
            equal++;
            return;
        }
        String cause = exceptions.getOrDefault(row, "");
        if (cause.isEmpty()) unexcused++;
        if (differences.size() < MOST_DIFFERENCES) {
            differences.add("row " + row + (cause.isEmpty() ? "" : " (" + cause + ")") + ": " + difference);
        }
    }

    boolean holds() {
        return unexcused == 0;
    }

    void print(PrintWriter out, long reveals) {
        Map<String, List<Long>> byClass = exceptions.entrySet().stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getValue, Collectors.mapping(Map.Entry::getKey, Collectors.toList())));
        List<Map.Entry<String, List<Long>>> largestFirst = byClass.entrySet().stream()
                .sorted(Comparator.comparing(entry -> -entry.getValue().size()))
                .toList();
        String classes = largestFirst.stream()
                .map(entry -> entry.getKey() + " " + entry.getValue().size())
                .collect(Collectors.joining(", "));
        out.println("rows " + rows + " equal " + equal + " (" + percent() + " %) reveals " + reveals + " exceptions "
                + exceptions.size() + " by class " + (classes.isEmpty() ? "none" : classes));
        differences.forEach(out::println);
        largestFirst.forEach(
                entry -> out.println("exception " + entry.getKey() + " rows " + inWords(entry.getValue())));
    }

    /** Cut, never rounded up: 100 means all of them. */
    private String percent() {
        long hundredths = rows == 0 ? HUNDREDTHS : equal * HUNDREDTHS / rows;
        return hundredths / 100 + "." + hundredths / 10 % 10 + hundredths % 10;
    }

    private static String inWords(List<Long> rows) {
        String first = rows.stream().limit(MOST_ROWS).map(String::valueOf).collect(Collectors.joining(" "));
        return rows.size() > MOST_ROWS ? first + " and " + (rows.size() - MOST_ROWS) + " more" : first;
    }
}
