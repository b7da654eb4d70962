package io.rialto.gateway;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The venue's command line. Exit codes: 0 done, 1 failed, 2 usage. */
@Command(
        name = "rialto",
        description = "An event-sourced exchange.",
        mixinStandardHelpOptions = true,
        subcommands = RunCommand.class)
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Main()).execute(arguments));
    }
}
