package io.rialto.replay.audit;

import io.rialto.journal.JournalEnd;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Where the journal is, and how the tools speak: facts to the output, progress and faults beside it. */
public final class JournalHome {
    public static final int DONE = CommandLine.ExitCode.OK;
    public static final int FAILED = CommandLine.ExitCode.SOFTWARE;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "data",
            description = "The venue's home; its journal is in DIR/journal. Default: ./data")
    private Path data;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    public Path journal() {
        Path journal = data.resolve("journal");
        if (!Files.isDirectory(journal)) {
            throw new ParameterException(command.commandLine(), "--data must hold a journal: none at " + journal);
        }
        return journal;
    }

    public PrintWriter out() {
        return command.commandLine().getOut();
    }

    public PrintWriter err() {
        return command.commandLine().getErr();
    }

    public ParameterException misuse(String rule) {
        return new ParameterException(command.commandLine(), rule);
    }

    /** Says how history ended when it did not end well. */
    public int close(JournalEnd end) {
        out().flush();
        if (!end.isClean()) err().println(end.describe());
        return end.isDamaged() ? FAILED : DONE;
    }

    ProgressLine progress(String doing) {
        return new ProgressLine(err(), doing);
    }
}
