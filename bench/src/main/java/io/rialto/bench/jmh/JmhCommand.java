package io.rialto.bench.jmh;

import java.util.List;
import java.util.concurrent.Callable;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rialto bench jmh}: single calls of the book and whole commands of the core, under JMH. */
@Command(
        name = "jmh",
        mixinStandardHelpOptions = true,
        description = "Single calls of the book and the core, under JMH.")
public final class JmhCommand implements Callable<Integer> {
    @Parameters(paramLabel = "NAME", description = "Benchmarks whose name contains one of these. Default: all.")
    private List<String> names = List.of("io.rialto");

    @Option(names = "--quick", description = "One fork, one short iteration: whether they run at all.")
    private boolean isQuick;

    @Override
    public Integer call() throws RunnerException {
        ChainedOptionsBuilder options = new OptionsBuilder().shouldFailOnError(true);
        names.forEach(options::include);
        if (isQuick) {
            TimeValue moment = TimeValue.milliseconds(100);
            options.forks(1)
                    .warmupIterations(1)
                    .warmupTime(moment)
                    .measurementIterations(1)
                    .measurementTime(moment);
        }
        return new Runner(options.build()).run().isEmpty() ? 1 : 0;
    }
}
