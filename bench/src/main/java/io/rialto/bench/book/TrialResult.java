package io.rialto.bench.book;

import io.rialto.bench.flow.FlowAnswer;
import java.util.Locale;

/** What one repetition gave, and the line that carries it from the trial's JVM to ours. */
record TrialResult(double nanosPerCommand, double bytesPerCommand, FlowAnswer answer) {
    private static final String MARK = "trial";

    String toLine() {
        return String.format(
                Locale.ROOT,
                "%s %.3f %.4f %d %d %x",
                MARK,
                nanosPerCommand,
                bytesPerCommand,
                answer.trades(),
                answer.quantity(),
                answer.hash());
    }

    static boolean isResult(String line) {
        return line.startsWith(MARK + " ");
    }

    static TrialResult fromLine(String line) {
        String[] words = line.split(" ");
        return new TrialResult(
                Double.parseDouble(words[1]),
                Double.parseDouble(words[2]),
                new FlowAnswer(
                        Long.parseLong(words[3]), Long.parseLong(words[4]), Long.parseUnsignedLong(words[5], 16)));
    }
}
