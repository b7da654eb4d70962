package io.rialto.bench.play;

import io.rialto.bench.recording.Judge;
import io.rialto.bench.recording.Market;
import io.rialto.bench.recording.PlayedVenue;
import io.rialto.bench.recording.RecordingFault;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** What all plays share: the way into the venue, and the directory that it may use. */
final class PlayHome {
    @Option(
            names = "--via",
            paramLabel = "core|ring|http",
            defaultValue = "core",
            converter = ViaConverter.class,
            description = "Into the core directly, through ring and durable journal, or over HTTP. Default: core")
    private Via via;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Keep what the venue wrote here; the directory must be empty. Default: thrown away")
    private Path data;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    private String lastWords = "";

    /** A whole command. */
    interface Playing {
        int run() throws IOException;
    }

    /** A recording that cannot be read fails the command with its place, and without a trace. */
    int readable(Playing playing) throws IOException {
        try {
            return playing.run();
        } catch (RecordingFault fault) {
            err().println(fault.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        }
    }

    /** Plays into an open venue. */
    interface Play {
        void into(PlayedVenue venue) throws IOException;
    }

    /** @return whether what can only be checked at the end holds */
    boolean play(Market market, Judge judge, Play play) throws IOException {
        Path home = data == null ? Files.createTempDirectory("rialto-play-") : emptyData();
        try {
            long started = System.nanoTime();
            PlayedVenue.Closing closing;
            try (PlayedVenue venue = via.open(market, judge, home)) {
                play.into(venue);
                closing = venue.finish();
            }
            long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started);
            err().println("played via=" + via.name().toLowerCase(Locale.ROOT) + " tookMillis=" + millis);
            lastWords = closing.words();
            return closing.holds();
        } finally {
            if (data == null) delete(home);
        }
    }

    Path file(String option, Path file) {
        if (!Files.isReadable(file) || Files.isDirectory(file)) throw misuse(option + " must be a file: " + file);
        return file;
    }

    PrintWriter out() {
        return command.commandLine().getOut();
    }

    PrintWriter err() {
        return command.commandLine().getErr();
    }

    ParameterException misuse(String rule) {
        return new ParameterException(command.commandLine(), rule);
    }

    /** The end of a command: what was seen at the venue's end comes after the verdict. */
    int code(boolean holds) {
        if (!lastWords.isEmpty()) out().println(lastWords);
        out().flush();
        return holds ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }

    private Path emptyData() throws IOException {
        Files.createDirectories(data);
        try (Stream<Path> entries = Files.list(data)) {
            if (entries.findAny().isPresent()) throw misuse("--data must be an empty directory: " + data);
        }
        return data;
    }

    /** The ways by their names in lower case. */
    static final class ViaConverter implements ITypeConverter<Via> {
        @Override
        public Via convert(String text) {
            for (Via way : Via.values()) {
                if (way.name().toLowerCase(Locale.ROOT).equals(text)) return way;
            }
            throw new TypeConversionException("must be core, ring or http: was '" + text + "'");
        }
    }

    private static void delete(Path directory) throws IOException {
        List<Path> deepestFirst;
        try (Stream<Path> entries = Files.walk(directory)) {
            deepestFirst = entries.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : deepestFirst) Files.deleteIfExists(path);
    }
}
