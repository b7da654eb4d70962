package io.rialto.bench.house;

import com.sun.source.tree.MethodTree;
import com.sun.source.util.TreeScanner;
import io.rialto.bench.house.Sources.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Small rooms: files, methods and packages that fit into a head. */
final class SizeRules {
    private static final int FILE_LINES = 400;
    private static final int MEDIAN_LINES = 80;
    private static final int METHOD_LINES = 50;
    private static final int PACKAGE_CLASSES = 10;
    private static final int PACKAGE_DEPTH = 4;

    private SizeRules() {}

    static List<String> longFiles(List<Source> sources) {
        return sources.stream()
                .filter(source -> source.lines() > FILE_LINES)
                .map(source -> source.path() + " has " + source.lines() + " lines, at most " + FILE_LINES)
                .toList();
    }

    static List<String> longMedian(List<Source> sources) {
        long[] lines = sources.stream().mapToLong(Source::lines).sorted().toArray();
        long median = lines[lines.length / 2];
        return median <= MEDIAN_LINES
                ? List.of()
                : List.of("the median file has " + median + " lines, at most " + MEDIAN_LINES);
    }

    static List<String> longMethods(List<Source> sources) {
        List<String> found = new ArrayList<>();
        for (Source source : sources) {
            new TreeScanner<Void, Void>() {
                @Override
                public Void visitMethod(MethodTree method, Void none) {
                    long from = line(source, source.positions().getStartPosition(source.tree(), method));
                    long to = line(source, source.positions().getEndPosition(source.tree(), method));
                    if (to - from + 1 > METHOD_LINES) {
                        found.add(source.path() + " " + method.getName() + " has " + (to - from + 1)
                                + " lines, at most " + METHOD_LINES);
                    }
                    return super.visitMethod(method, none);
                }
            }.scan(source.tree(), null);
        }
        return found;
    }

    private static long line(Source source, long position) {
        return source.tree().getLineMap().getLineNumber(position);
    }

    static List<String> crowdedPackages(List<Source> sources) {
        Map<String, Integer> classes = new TreeMap<>();
        for (Source source : sources) {
            if (!source.isMain() || source.name().equals("package-info")) continue;
            classes.merge(source.packageName(), 1, Integer::sum);
        }
        List<String> found = new ArrayList<>();
        classes.forEach((name, count) -> {
            if (count > PACKAGE_CLASSES) found.add(name + " has " + count + " classes, at most " + PACKAGE_CLASSES);
            if (name.split("\\.").length > PACKAGE_DEPTH) found.add(name + " is more than two levels deep");
        });
        return found;
    }
}
