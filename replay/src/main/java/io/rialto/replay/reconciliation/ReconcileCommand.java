package io.rialto.replay.reconciliation;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Core against ledger against file: a line a break, and 1 when there is one. */
@Command(
        name = "reconcile",
        mixinStandardHelpOptions = true,
        description = {
            "Re-runs history and compares every balance with the sum of what the journal's events say moved, and with a file.",
            "A break names account, asset, difference and the first sequence behind which the two differ."
        })
public final class ReconcileCommand implements Callable<Integer> {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "data",
            description = "The venue's home; its journal is in DIR/journal. Default: ./data")
    private Path data;

    @Option(
            names = "--file",
            paramLabel = "CSV",
            description =
                    "account,asset,total for the end, or with a fourth field: the sequence behind which it is to hold.")
    private Path file;

    @Spec
    private CommandSpec command;

    @Override
    public Integer call() throws IOException {
        Path journal = data.resolve("journal");
        if (!Files.isDirectory(journal)) {
            throw new ParameterException(command.commandLine(), "--data must hold a journal: none at " + journal);
        }
        Reconciliation reconciliation = new Reconciliation(file == null ? List.of() : OutsideFile.read(file));
        List<Reconciliation.Break> breaks = reconciliation.of(journal);
        PrintWriter out = command.commandLine().getOut();
        for (Reconciliation.Break one : breaks) {
            out.println("break " + one.sides() + " account=" + one.account() + " asset=" + one.asset() + " difference="
                    + one.difference() + " since=" + one.sinceSequence());
        }
        out.println("reconciled " + reconciliation.compared() + " breaks " + breaks.size());
        out.flush();
        return breaks.isEmpty() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }
}
