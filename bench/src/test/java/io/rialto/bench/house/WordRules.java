package io.rialto.bench.house;

import io.rialto.bench.house.Sources.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words that must not stand where they stand, each with what to use instead. */
final class WordRules {
    private static final Set<String> KINDS =
            Set.of("util", "utils", "common", "impl", "model", "models", "helper", "helpers", "manager", "misc");
    private static final Pattern KIND_NAME =
            Pattern.compile("(Util|Utils|Impl|Helper|Helpers|Manager|Processor|Common)$|^I[A-Z][a-z]");
    private static final Pattern UNFINISHED = Pattern.compile("\\b(TODO|FIXME|XXX|HACK)\\b");

    /** What would let the core see more than the line. */
    private static final Map<String, String> BANNED_IN_THE_CORE = Map.ofEntries(
            Map.entry("System\\.(currentTimeMillis|nanoTime)|\\bInstant\\b|\\bClock\\b", "the command's time"),
            Map.entry(
                    "\\b(Random|SecureRandom|ThreadLocalRandom|SplittableRandom|UUID)\\b",
                    "a number counted in the state"),
            Map.entry("\\b(Thread|Executor\\w*|CompletableFuture|ForkJoinPool)\\b", "nothing: the core has one thread"),
            Map.entry(
                    "\\b(synchronized|volatile|ReentrantLock|Atomic\\w+|ConcurrentHashMap)\\b",
                    "nothing: the core has one thread"),
            Map.entry("\\bjava\\.(io|nio|net|sql)\\b|\\bFiles\\.", "an event: the journal and the feeds write"),
            Map.entry("\\b(Logger|LoggerFactory|System\\.(out|err))\\b", "an event: the journal is the log"),
            Map.entry("\\b(double|float|Double|Float|BigDecimal)\\b", "a long in the smallest unit"),
            Map.entry(
                    "\\bString\\.format\\b|\\.formatted\\(|\\bLocale\\b|toLowerCase\\(\\)|toUpperCase\\(\\)",
                    "nothing: text is made at the edge"),
            Map.entry(
                    "\\b(HashMap|HashSet|IdentityHashMap|WeakHashMap)\\b",
                    "an array by number, or a map whose order cannot be seen"),
            Map.entry("\\.(stream|parallelStream|forEach)\\(", "a loop: nothing is allocated once warm"));

    private static final Map<String, String> BANNED_IN_TESTS = Map.of(
            "Thread" + "\\.sleep|TimeUnit\\.\\w+\\.sleep",
            "waiting for the fact itself",
            "org\\.mockito|\\b[mM]ock\\(",
            "the real thing");

    private WordRules() {}

    static List<String> kindsInNames(List<Source> sources) {
        List<String> found = new ArrayList<>();
        for (Source source : sources) {
            for (String part : source.packageName().split("\\.")) {
                if (KINDS.contains(part))
                    found.add(source.path() + ": package " + part + " names a kind, not a subject");
            }
            if (KIND_NAME.matcher(source.name()).find()) found.add(source.path() + ": the class names a kind");
        }
        return found;
    }

    static List<String> unfinished(List<Source> sources) {
        return sources.stream()
                .filter(source -> !source.name().equals("WordRules"))
                .flatMap(source -> hits(source, UNFINISHED, "finishing it").stream())
                .toList();
    }

    static List<String> impureCore(List<Source> sources) {
        return search(sources.stream().filter(WordRules::isCore).toList(), BANNED_IN_THE_CORE);
    }

    static List<String> lazyTests(List<Source> sources) {
        return search(
                sources.stream()
                        .filter(source -> !source.isMain() && !source.isIn("bench/src/test/java/io/rialto/bench/house"))
                        .toList(),
                BANNED_IN_TESTS);
    }

    private static boolean isCore(Source source) {
        return source.isIn("engine/src/main/java/") && !source.packageName().equals("io.rialto.engine.ring");
    }

    private static List<String> search(List<Source> sources, Map<String, String> banned) {
        List<String> found = new ArrayList<>();
        for (Source source : sources) {
            banned.forEach((word, instead) -> found.addAll(hits(source, Pattern.compile(word), instead)));
        }
        return found;
    }

    private static List<String> hits(Source source, Pattern word, String instead) {
        List<String> found = new ArrayList<>();
        int line = 0;
        for (String text : source.text().split("\n", -1)) {
            line++;
            if (isComment(text)) continue;
            Matcher matcher = word.matcher(text);
            if (matcher.find()) {
                found.add(source.path() + ":" + line + " says " + matcher.group() + "; use " + instead);
            }
        }
        return found;
    }

    private static boolean isComment(String text) {
        String start = text.strip();
        return start.startsWith("//") && !UNFINISHED.matcher(start).find()
                || start.startsWith("*") && !UNFINISHED.matcher(start).find()
                || start.startsWith("/**");
    }
}
