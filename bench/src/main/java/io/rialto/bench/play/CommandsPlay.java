package io.rialto.bench.play;

import io.rialto.bench.recording.BookLevels;
import io.rialto.bench.recording.Instruction;
import io.rialto.bench.recording.Market;
import io.rialto.bench.recording.PlayedVenue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Plays a ready-made command stream: every fill and every expected book is compared. */
@Command(
        name = "commands",
        mixinStandardHelpOptions = true,
        description = {
            "Plays a ready-made command stream and compares every fill and every expected book.",
            "Beside a file X_commands_fused the file X_checkpoints_fused is found by itself."
        })
public final class CommandsPlay implements Callable<Integer> {
    private static final int DEFAULT_DEPTH = 10;

    @Option(names = "--commands", required = true, paramLabel = "FILE.jsonl[.gz]", description = "The stream.")
    private Path commands;

    @Option(names = "--expected", paramLabel = "FILE.jsonl[.gz]", description = "The books that must stand.")
    private Path expected;

    @Option(
            names = "--checkpoints",
            paramLabel = "FILE.jsonl[.gz]",
            description = "After which commands the books must stand; for a fused stream.")
    private Path checkpoints;

    @Option(
            names = "--actual",
            paramLabel = "FILE",
            description = "Write our books as {\"row\",\"asks\",\"bids\"} lines.")
    private Path actual;

    @Option(names = "--symbol", paramLabel = "S", defaultValue = "PLAYED", description = "Default: PLAYED")
    private String symbol;

    @Option(
            names = "--depth",
            paramLabel = "N",
            description = "Levels to write and compare. Default: as expected, or 10")
    private Integer depth;

    @Mixin
    private PlayHome home;

    @Override
    public Integer call() throws IOException {
        return home.readable(this::played);
    }

    private int played() throws IOException {
        home.file("--commands", commands);
        findCompanions();
        if (depth != null && depth < 1) throw home.misuse("--depth must be at least 1: was " + depth);
        int levels = depth != null ? depth : expected != null ? Checkpoints.depth(expected) : DEFAULT_DEPTH;
        try (BookFile ours = new BookFile(Optional.ofNullable(actual))) {
            CommandsVerdict verdict = new CommandsVerdict(ours);
            boolean holds = home.play(new Market(symbol, tick()), verdict, venue -> play(venue, levels));
            verdict.print(home.out());
            return home.code(holds && verdict.holds());
        }
    }

    /** A file of checkpoints given as the expected one needs its books; a fused stream needs its checkpoints. */
    private void findCompanions() throws IOException {
        if (expected != null) {
            home.file("--expected", expected);
            if (checkpoints == null && !hasBooks(expected)) {
                checkpoints = expected;
                expected = sibling(expected, "_checkpoints_fused", "_expected").orElse(expected);
            }
        }
        if (checkpoints == null) {
            checkpoints =
                    sibling(commands, "_commands_fused", "_checkpoints_fused").orElse(null);
        } else {
            home.file("--checkpoints", checkpoints);
        }
    }

    private static Optional<Path> sibling(Path file, String part, String other) {
        String name = file.getFileName().toString();
        Path sibling = file.resolveSibling(name.replace(part, other));
        return name.contains(part) && Files.isReadable(sibling) ? Optional.of(sibling) : Optional.empty();
    }

    private static boolean hasBooks(Path file) throws IOException {
        try (CommandFile first = new CommandFile(file)) {
            return first.nextNode().map(node -> node.has("asks")).orElse(true);
        }
    }

    /** The largest price step that every price of the stream is a multiple of. */
    private long tick() throws IOException {
        long tick = 0;
        try (CommandFile file = new CommandFile(commands)) {
            for (Optional<Instruction> next = file.next(); next.isPresent(); next = file.next()) {
                tick = commonStep(next.get().price(), tick);
            }
        }
        return Math.max(1, tick);
    }

    private static long commonStep(long a, long b) {
        return b == 0 ? a : commonStep(b, a % b);
    }

    private void play(PlayedVenue venue, int levels) throws IOException {
        if (expected == null) playAlone(venue, levels);
        else playCompared(venue, levels);
    }

    private void playCompared(PlayedVenue venue, int levels) throws IOException {
        try (CommandFile file = new CommandFile(commands);
                Checkpoints due = new Checkpoints(expected, Optional.ofNullable(checkpoints), levels)) {
            boolean isDue = due.next();
            for (Optional<Instruction> next = file.next(); next.isPresent(); next = file.next()) {
                isDue = compareBefore(venue, due, isDue, next.get().number());
                venue.send(next.get());
            }
            compareBefore(venue, due, isDue, Long.MAX_VALUE);
        }
    }

    /** Compares every book that must stand before the command of this number. */
    private static boolean compareBefore(PlayedVenue venue, Checkpoints due, boolean isDue, long number)
            throws IOException {
        boolean more = isDue;
        while (more && due.number() < number) {
            venue.compare(due.row(), due.levels());
            more = due.next();
        }
        return more;
    }

    /** Without books to compare: our own are written after each row's last command. */
    private void playAlone(PlayedVenue venue, int levels) throws IOException {
        BookLevels unknown = BookLevels.unknown(levels);
        try (CommandFile file = new CommandFile(commands)) {
            Optional<Instruction> next = file.next();
            while (next.isPresent()) {
                long row = next.get().row();
                venue.send(next.get());
                next = file.next();
                if (next.isEmpty() || next.get().row() != row) venue.compare(row, unknown);
            }
        }
    }
}
