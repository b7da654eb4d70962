package io.rialto.bench.play;

import io.rialto.bench.lobster.LobsterScript;
import io.rialto.bench.recording.BookLevels;
import io.rialto.bench.recording.Instruction;
import io.rialto.bench.recording.Market;
import io.rialto.bench.recording.PlayedVenue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Plays a raw LOBSTER pair: every row's book is predicted, and compared with what the recording venue showed. */
@Command(
        name = "lobster",
        mixinStandardHelpOptions = true,
        description = {
            "Plays a recorded LOBSTER pair and compares the best levels after every row.",
            "Reveals are levels put right because they came into sight beyond the last window; the first row's book "
                    + "counts among them. Everything nearer is a prediction.",
            "Exceptions are executions that price-time priority would not have given, found by rule."
        })
public final class LobsterPlay implements Callable<Integer> {
    @Option(names = "--messages", required = true, paramLabel = "FILE[.gz]", description = "The message file.")
    private Path messages;

    @Option(names = "--orderbook", required = true, paramLabel = "FILE[.gz]", description = "The orderbook file.")
    private Path orderbook;

    @Option(names = "--symbol", required = true, paramLabel = "S", description = "What to list the instrument as.")
    private String symbol;

    @Option(
            names = "--depth",
            paramLabel = "N",
            description = "Compare so many levels. Default: all that the orderbook file shows")
    private Integer depth;

    @Option(names = "--out", paramLabel = "FILE", description = "Write our levels in the same layout.")
    private Path out;

    @Mixin
    private PlayHome home;

    private long reveals;

    @Override
    public Integer call() throws IOException {
        return home.readable(this::played);
    }

    private int played() throws IOException {
        home.file("--messages", messages);
        home.file("--orderbook", orderbook);
        try (LobsterScript script = LobsterScript.open(messages, orderbook);
                BookFile ours = new BookFile(Optional.ofNullable(out))) {
            int levels = depth == null ? script.depth() : depth;
            if (levels < 1 || script.rows() > 0 && levels > script.depth()) {
                throw home.misuse("--depth must be 1.." + script.depth() + ": was " + levels);
            }
            LobsterVerdict verdict = new LobsterVerdict(ours);
            Market market = new Market(symbol, script.tick());
            boolean holds = home.play(market, verdict, venue -> play(script, venue, verdict, levels));
            verdict.print(home.out(), reveals);
            return home.code(holds && verdict.holds());
        }
    }

    private void play(LobsterScript script, PlayedVenue venue, LobsterVerdict verdict, int levels) throws IOException {
        BookLevels expected = new BookLevels(Math.max(1, levels));
        while (script.next()) {
            for (Instruction instruction : script.instructions()) venue.send(instruction);
            script.exception().ifPresent(cause -> verdict.except(script.row(), cause));
            reveals += script.revealed();
            venue.compare(script.row(), expected.copyOf(script.expected()));
        }
    }
}
