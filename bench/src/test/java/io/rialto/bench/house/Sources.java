package io.rialto.bench.house;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Every Java source of the house, parsed by the compiler itself. */
final class Sources {
    /** One file: where it lies below the root, its text, its syntax tree. */
    record Source(String path, String text, CompilationUnitTree tree, SourcePositions positions) {
        long lines() {
            return text.lines().count();
        }

        boolean isMain() {
            return path.contains("/src/main/") || path.contains("/src/rivals/");
        }

        boolean isIn(String prefix) {
            return path.startsWith(prefix);
        }

        String name() {
            return path.substring(path.lastIndexOf('/') + 1).replace(".java", "");
        }

        String packageName() {
            return tree.getPackageName().toString();
        }
    }

    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

    private Sources() {}

    /** The repository's root: the nearest folder upwards that holds the launcher. */
    static Path root() {
        Path at = Path.of("").toAbsolutePath();
        while (!Files.exists(at.resolve("rialto"))) at = at.getParent();
        return at;
    }

    static List<Source> all() {
        Path root = root();
        try (Stream<Path> files = Files.walk(root, 16)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> file.toString().contains("/src/")
                            && !file.toString().contains("/target/"))
                    .sorted()
                    .map(file -> new Text(root.relativize(file).toString(), read(file)))
                    .collect(Collectors.collectingAndThen(Collectors.toList(), Sources::parsed));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Source parse(String path, String text) {
        return parsed(List.of(new Text(path, text))).get(0);
    }

    /** All at once: a compiler of its own for each file would open every archive of the class path for it. */
    private static List<Source> parsed(List<Text> texts) {
        JavacTask task = (JavacTask) COMPILER.getTask(null, null, null, List.of("-proc:none", "-cp", ""), null, texts);
        List<Source> sources = new ArrayList<>();
        try {
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            for (CompilationUnitTree unit : task.parse()) {
                JavaFileObject file = unit.getSourceFile();
                String path = file.toUri().getPath().substring(1);
                String text = file.getCharContent(false).toString();
                sources.add(new Source(path, text, unit, positions));
            }
            return sources;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A file as the compiler takes it. */
    private static final class Text extends SimpleJavaFileObject {
        private final String text;

        Text(String path, String text) {
            super(URI.create("string:///" + path), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
