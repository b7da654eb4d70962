package io.rialto.engine.planted;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads planted bugs from the text files of {@code src/test/resources/planted}, a file a subject. A bug is a few lines:
 *
 * <pre>
 * # name: the sentence that says what it breaks
 * Matcher.java
 * - the text that stands there
 * + the text that takes its place
 * </pre>
 *
 * Several lines of a kind are one text. A last line {@code ! endless} allows the bug to hang the comparison; {@code ! deep} has it hunted in
 * the deep book first, {@code ! seed 904} in the flow of that seed: so one that is met rarely takes no longer than others, as
 * long as that flow still meets it.
 */
final class MutationTable {
    private static final Path FOLDER = Path.of("src", "test", "resources", "planted");

    private static final String SEED = "! seed ";

    private final List<Mutation> mutations = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private String name = "";
    private String breaks = "";
    private String source = "";
    private String find = "";
    private String replace = "";
    private boolean isEndless;
    private boolean isDeep;
    private long firstSeed;

    private MutationTable() {}

    static List<Mutation> all() {
        MutationTable table = new MutationTable();
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.sorted().toList()) table.read(Files.readAllLines(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return table.mutations;
    }

    static List<Mutation> of(List<String> lines) {
        MutationTable table = new MutationTable();
        table.read(lines);
        return table.mutations;
    }

    private void read(List<String> lines) {
        for (String line : lines) {
            if (line.isBlank()) end();
            else if (line.startsWith("# ")) begin(line.substring(2));
            else if (line.startsWith("-")) find = joined(find, line);
            else if (line.startsWith("+")) replace = joined(replace, line);
            else if (line.equals("! endless")) isEndless = true;
            else if (line.equals("! deep")) isDeep = true;
            else if (line.startsWith(SEED)) firstSeed = Long.parseLong(line.substring(SEED.length()));
            else if (line.endsWith(".java") && source.isEmpty()) source = line;
            else throw new IllegalArgumentException("not a line of a planted bug: " + line);
        }
        end();
    }

    private void begin(String title) {
        end();
        int colon = title.indexOf(": ");
        if (colon < 1) throw new IllegalArgumentException("a planted bug is named and explained: " + title);
        name = title.substring(0, colon);
        breaks = title.substring(colon + 2);
    }

    private static String joined(String text, String line) {
        return (text + "\n" + line.substring(1)).strip();
    }

    private void end() {
        if (name.isEmpty()) return;
        if (source.isEmpty() || find.isEmpty()) {
            throw new IllegalArgumentException("a planted bug needs a source and a text: " + name);
        }
        if (!names.add(name)) throw new IllegalArgumentException("two planted bugs have one name: " + name);
        mutations.add(new Mutation(name, breaks, source, find, replace, isEndless, isDeep, firstSeed));
        name = source = find = replace = "";
        isEndless = false;
        isDeep = false;
        firstSeed = 0;
    }
}
