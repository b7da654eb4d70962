package io.rialto.replay;

import io.rialto.replay.audit.AccountCommand;
import io.rialto.replay.audit.BookCommand;
import io.rialto.replay.audit.InstrumentCommand;
import io.rialto.replay.audit.ShowCommand;
import io.rialto.replay.audit.StatsCommand;
import io.rialto.replay.audit.VerifyCommand;
import io.rialto.replay.ranges.RangeCommand;
import io.rialto.replay.reconciliation.ReconcileCommand;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code ./rialto replay …}: the journal tools. Exit codes: 0 done, 1 a check did not hold, 2 usage. */
@Command(
        name = "rialto replay",
        description = "Reads, checks and re-runs the journal. Never writes.",
        mixinStandardHelpOptions = true,
        subcommands = {
            VerifyCommand.class,
            ShowCommand.class,
            BookCommand.class,
            AccountCommand.class,
            InstrumentCommand.class,
            StatsCommand.class,
            RangeCommand.class,
            ReconcileCommand.class
        })
public final class ReplayMain {
    private ReplayMain() {}

    public static void main(String[] arguments) {
        PrintWriter out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        int code = run(out, err, arguments);
        out.flush();
        System.exit(code);
    }

    /** The same without leaving the process. */
    public static int run(PrintWriter out, PrintWriter err, String... arguments) {
        CommandLine commands = new CommandLine(new ReplayMain());
        commands.setOut(out).setErr(err).setCaseInsensitiveEnumValuesAllowed(true);
        commands.setExecutionExceptionHandler((failure, command, parsed) -> {
            err.println(failure.getMessage() == null ? failure.toString() : failure.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        });
        if (arguments.length == 0) {
            commands.usage(err);
            return CommandLine.ExitCode.USAGE;
        }
        return commands.execute(arguments);
    }
}
