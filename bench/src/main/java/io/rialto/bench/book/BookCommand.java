package io.rialto.bench.book;

import io.rialto.bench.flow.FlowShape;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code rialto bench book}: every engine on every flow, checked against the flow's known answer. */
@Command(
        name = "book",
        mixinStandardHelpOptions = true,
        description = "One thread, direct calls: nanoseconds per command of the flows A, B and C.")
public final class BookCommand implements Callable<Integer> {
    @Option(names = "--flow", split = ",", defaultValue = "A,B,C", description = "Flows. Default: ${DEFAULT-VALUE}.")
    private List<String> flows;

    @Option(
            names = "--engines",
            split = ",",
            description = "book, core, exchange-core, parity. Default: all that are built.")
    private List<String> engines;

    @Option(names = "--reps", defaultValue = "7", description = "Timed repetitions. Default: ${DEFAULT-VALUE}.")
    private int repetitions;

    @Option(names = "--rounds", defaultValue = "1", description = "Fresh JVMs per engine and flow, taken in turn.")
    private int rounds;

    @Option(names = "--json", paramLabel = "FILE", description = "Writes the results there as well.")
    private Path json;

    @Spec
    private CommandSpec spec;

    private final TrialJvm jvm = new TrialJvm();

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<ContenderKind> kinds = kinds();
        List<FlowShape> shapes = shapes();
        PrintWriter out = spec.commandLine().getOut();
        out.printf("flags of every engine: %s; warm-up %d%n", String.join(" ", TrialJvm.FLAGS), BookTrial.WARM_UP);
        List<BookScore> scores = new ArrayList<>();
        for (FlowShape shape : shapes) {
            List<BookScore> ofFlow = play(shape, kinds);
            ofFlow.forEach(score -> print(out, score, ofFlow));
            scores.addAll(ofFlow);
        }
        if (json != null) {
            Files.writeString(
                    json, scores.stream().map(BookScore::toJson).collect(Collectors.joining(",\n ", "[", "]\n")));
        }
        return scores.stream().allMatch(BookScore::isRight) ? 0 : 1;
    }

    /** One engine after another, and again, so that a busy minute does not fall on one of them alone. */
    private List<BookScore> play(FlowShape shape, List<ContenderKind> kinds) throws InterruptedException {
        List<BookScore> scores = new ArrayList<>();
        for (ContenderKind kind : kinds) scores.add(new BookScore(kind, shape, new ArrayList<>()));
        for (int round = 0; round < rounds; round++) {
            for (BookScore score : scores) score.results().addAll(jvm.run(score.kind(), shape.name(), repetitions));
        }
        return scores;
    }

    private static void print(PrintWriter out, BookScore score, List<BookScore> others) {
        String against = others.stream()
                .filter(other -> other.kind() == ContenderKind.EXCHANGE_CORE && other.kind() != score.kind())
                .map(other -> String.format(Locale.ROOT, "  %.2fx exchange-core", other.median() / score.median()))
                .findFirst()
                .orElse("");
        out.printf(
                Locale.ROOT,
                "%s %-13s %7.1f ns/command  (%.1f..%.1f, n=%d)  %6.2f B/command  %s%s%n",
                score.shape().name(),
                score.kind().title,
                score.median(),
                score.min(),
                score.max(),
                score.results().size(),
                score.bytesPerCommand(),
                score.isRight() ? "trades right" : "TRADES DIFFER: " + score.answer(),
                against);
        out.flush();
    }

    private List<ContenderKind> kinds() {
        List<ContenderKind> kinds = new ArrayList<>();
        if (engines == null) {
            for (ContenderKind kind : ContenderKind.values()) {
                if (!kind.isRival || jvm.hasRivals()) kinds.add(kind);
            }
            return kinds;
        }
        for (String engine : engines) {
            ContenderKind kind = parsed(() -> ContenderKind.titled(engine));
            if (kind.isRival && !jvm.hasRivals()) {
                throw usage(engine + " is not built: mvn -P rivals -pl bench/rivals -am -DskipTests package");
            }
            kinds.add(kind);
        }
        return kinds;
    }

    private List<FlowShape> shapes() {
        return flows.stream().map(flow -> parsed(() -> FlowShape.named(flow))).toList();
    }

    private <T> T parsed(Supplier<T> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException e) {
            throw usage(e.getMessage());
        }
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
