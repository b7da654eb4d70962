package io.rialto.bench.book;

import io.rialto.bench.flow.FlowAnswer;
import io.rialto.bench.flow.FlowShape;
import java.util.List;
import java.util.Locale;

/** All repetitions of one engine on one flow. */
record BookScore(ContenderKind kind, FlowShape shape, List<TrialResult> results) {
    double median() {
        return quantile(0.5);
    }

    double min() {
        return quantile(0);
    }

    double max() {
        return quantile(1);
    }

    double bytesPerCommand() {
        double[] sorted = results.stream()
                .mapToDouble(TrialResult::bytesPerCommand)
                .sorted()
                .toArray();
        return sorted[sorted.length / 2];
    }

    /** The first answer that is not the known one, or the known one. */
    FlowAnswer answer() {
        return results.stream()
                .map(TrialResult::answer)
                .filter(answer -> !answer.equals(shape.answer()))
                .findFirst()
                .orElse(shape.answer());
    }

    boolean isRight() {
        return answer().equals(shape.answer());
    }

    String toJson() {
        return String.format(
                Locale.ROOT,
                "{\"engine\":\"%s\",\"flow\":\"%s\",\"nsPerCommand\":{\"median\":%.2f,\"min\":%.2f,\"max\":%.2f},"
                        + "\"trades\":%d,\"quantity\":%d,\"hash\":\"%016x\",\"bytesPerCommand\":%.3f}",
                kind.title,
                shape.name(),
                median(),
                min(),
                max(),
                answer().trades(),
                answer().quantity(),
                answer().hash(),
                bytesPerCommand());
    }

    private double quantile(double rank) {
        double[] sorted = results.stream()
                .mapToDouble(TrialResult::nanosPerCommand)
                .sorted()
                .toArray();
        double middle = rank * (sorted.length - 1);
        return (sorted[(int) Math.floor(middle)] + sorted[(int) Math.ceil(middle)]) / 2;
    }
}
