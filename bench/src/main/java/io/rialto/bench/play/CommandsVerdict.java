package io.rialto.bench.play;

import io.rialto.bench.recording.BookLevels;
import io.rialto.bench.recording.Instruction;
import io.rialto.bench.recording.Judge;
import io.rialto.bench.recording.RecordedFill;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** Counts the fills and books of a ready-made stream that came out as it says. */
final class CommandsVerdict implements Judge {
    private static final int MOST_DIFFERENCES = 10;

    private final BookFile ours;
    private final List<String> differences = new ArrayList<>();
    private long commands;
    private long fills;
    private long different;
    private long books;
    private long equal;

    CommandsVerdict(BookFile ours) {
        this.ours = ours;
    }

    @Override
    public void answered(Instruction instruction, List<RecordedFill> actual, String fault) {
        commands++;
        List<RecordedFill> expected = instruction.fills();
        fills += expected.size();
        long before = different;
        for (int i = 0; i < Math.max(expected.size(), actual.size()); i++) {
            if (i >= expected.size() || i >= actual.size() || !expected.get(i).equals(actual.get(i))) different++;
        }
        if (!fault.isEmpty()) different++;
        if (different > before) {
            note("command " + instruction.number() + " row " + instruction.row() + ": "
                    + (fault.isEmpty() ? "" : fault + "; ") + "expected fills " + expected + ", ours " + actual);
        }
    }

    @Override
    public void book(long row, BookLevels expected, BookLevels actual) {
        ours.json(row, actual);
        if (!expected.isKnown()) return;
        books++;
        String difference = actual.firstDifference(expected);
        if (difference.isEmpty()) equal++;
        else note("row " + row + ": " + difference);
    }

    boolean holds() {
        return different == 0 && equal == books;
    }

    void print(PrintWriter out) {
        out.println("commands " + commands + " fills " + fills + " different " + different + " books " + books
                + " equal " + equal);
        differences.forEach(out::println);
    }

    private void note(String difference) {
        if (differences.size() < MOST_DIFFERENCES) differences.add(difference);
    }
}
