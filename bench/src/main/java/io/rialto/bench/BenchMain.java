package io.rialto.bench;

import io.rialto.bench.book.BookCommand;
import io.rialto.bench.demo.DemoCommand;
import io.rialto.bench.http.HttpCommand;
import io.rialto.bench.idle.IdleCommand;
import io.rialto.bench.jmh.JmhCommand;
import io.rialto.bench.journal.JournalCommand;
import io.rialto.bench.load.LoadCommand;
import io.rialto.bench.notices.NoticesCommand;
import io.rialto.bench.pipeline.PipelineCommand;
import io.rialto.bench.play.CommandsPlay;
import io.rialto.bench.play.LobsterPlay;
import io.rialto.bench.queries.QueriesCommand;
import io.rialto.bench.steps.StepsCommand;
import io.rialto.bench.workload.WorkloadCommand;
import io.rialto.bench.ws.WsCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code rialto bench}, {@code rialto play} and {@code rialto demo}. Exit codes: 0 done, 1 a check did not hold, 2 usage. */
@Command(
        name = "rialto",
        mixinStandardHelpOptions = true,
        subcommands = {BenchMain.Bench.class, BenchMain.Play.class, DemoCommand.class})
public final class BenchMain {
    private BenchMain() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new BenchMain()).execute(arguments));
    }

    @Command(
            name = "bench",
            mixinStandardHelpOptions = true,
            description = "Measures.",
            subcommands = {
                BookCommand.class,
                JournalCommand.class,
                PipelineCommand.class,
                HttpCommand.class,
                WsCommand.class,
                NoticesCommand.class,
                LoadCommand.class,
                IdleCommand.class,
                QueriesCommand.class,
                StepsCommand.class,
                JmhCommand.class
            })
    static final class Bench {}

    @Command(
            name = "play",
            mixinStandardHelpOptions = true,
            description = "Plays recorded order flow.",
            subcommands = {LobsterPlay.class, CommandsPlay.class, WorkloadCommand.class})
    static final class Play {}
}
