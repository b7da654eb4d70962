package io.rialto.gateway.rebuild;

import io.rialto.feeds.database.DatabaseAddress;
import io.rialto.feeds.records.Checksum;
import io.rialto.feeds.records.Rebuild;
import io.rialto.feeds.records.RecordStore;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Builds the read model into a fresh database and says what all its rows come to. Exit codes: 0 done, 1 failed, 2 usage. */
@Command(
        name = "rialto replay rebuild",
        mixinStandardHelpOptions = true,
        description =
                "Builds the read model anew from the journal into a fresh database, and prints a checksum over all"
                        + " its tables: a model that followed to the same sequence has the same.")
public final class RebuildCommand implements Callable<Integer> {
    @Option(names = "--data", description = "the venue's home", defaultValue = "data")
    private Path data;

    @Option(names = "--into", description = "file of the fresh database; DATA/records-rebuilt.db without it")
    private Path into;

    @Option(names = "--url", description = "of an empty PostgreSQL, in place of a file")
    private String url;

    @Option(names = "--user", description = "who it is asked as")
    private String user;

    @Option(names = "--password-file", description = "file with that user's password")
    private Path passwordFile;

    @Option(names = "--to", description = "the last frame, by its sequence; all without it")
    private long to = Long.MAX_VALUE;

    @Option(names = "--sum", description = "build nothing: print the checksum of the database that is there")
    private boolean isSumOnly;

    @Spec
    private CommandSpec spec;

    public static void main(String[] arguments) {
        System.exit(run(new CommandLine(new RebuildCommand()), arguments));
    }

    /** The same without leaving the process. */
    static int run(CommandLine command, String... arguments) {
        command.setExecutionExceptionHandler((failure, any, parsed) -> {
            command.getErr().println(failure.getMessage() == null ? failure.toString() : failure.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        });
        return command.execute(arguments);
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        Path journal = data.resolve("journal");
        if (!isSumOnly && !Files.isDirectory(journal)) throw new IOException("there is no journal: " + journal);
        DatabaseAddress address = new DatabaseAddress(
                Optional.ofNullable(url), Optional.ofNullable(user), Optional.ofNullable(passwordFile));
        Path file = into == null ? data.resolve("records-rebuilt.db") : into;
        if (isSumOnly && address.isEmbedded() && Files.notExists(file)) {
            throw new IOException("there is no such database: " + file);
        }
        try (RecordStore store = RecordStore.of(address, file)) {
            Checksum.Sum sum = isSumOnly
                    ? Checksum.of(store)
                    : Rebuild.of(journal, store, to, (frames, read, total) -> {
                        err.println("rebuilding frames=" + frames + " bytes=" + read + " of=" + total);
                        err.flush();
                    });
            new TreeMap<>(sum.rows()).forEach((table, rows) -> out.println(table + " rows=" + rows));
            out.println("sequence=" + sum.sequence() + " sha256=" + sum.sha256());
            out.flush();
        }
        return CommandLine.ExitCode.OK;
    }
}
