package io.rialto.bench.play;

import picocli.CommandLine.Command;

/** The {@code play} group: recorded order flow through the venue. Exit codes: 0 done, 1 a difference, 2 usage. */
@Command(
        name = "play",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Plays recorded order flow through the venue and compares every fill and every book.",
        subcommands = {LobsterPlay.class, CommandsPlay.class})
public final class PlayCommand {}
