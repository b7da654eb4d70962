package io.rialto.bench.house;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.Tree;
import io.rialto.bench.house.Sources.Source;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** A public type says what it is. */
final class DocRules {
    private DocRules() {}

    static List<String> silentPublicTypes(List<Source> sources) {
        List<String> found = new ArrayList<>();
        for (Source source : sources) {
            if (!source.isMain()) continue;
            for (Tree type : source.tree().getTypeDecls()) {
                if (type instanceof ClassTree declared
                        && declared.getModifiers().getFlags().contains(Modifier.PUBLIC)
                        && !isDocumented(source, declared)) {
                    found.add(source.path() + ": public type without javadoc");
                }
            }
        }
        return found;
    }

    private static boolean isDocumented(Source source, ClassTree type) {
        int start = (int) source.positions().getStartPosition(source.tree(), type);
        return source.text().substring(0, start).stripTrailing().endsWith("*/");
    }
}
