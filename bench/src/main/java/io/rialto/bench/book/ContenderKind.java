package io.rialto.bench.book;

import io.rialto.bench.flow.OrderFlow;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Who can take part. Other people's engines are named by class only: their jars are on a class path of their own. */
enum ContenderKind {
    BOOK("book", "io.rialto.bench.book.RialtoBook", false),
    CORE("core", "io.rialto.bench.book.RialtoCore", false),
    EXCHANGE_CORE("exchange-core", "io.rialto.bench.rivals.ExchangeCoreBook", true),
    PARITY("parity", "io.rialto.bench.rivals.ParityBook", true);

    final String title;
    final boolean isRival;
    private final String className;

    ContenderKind(String title, String className, boolean isRival) {
        this.title = title;
        this.className = className;
        this.isRival = isRival;
    }

    static ContenderKind titled(String title) {
        return Arrays.stream(values())
                .filter(kind -> kind.title.equals(title))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("engine must be one of " + titles() + ": " + title));
    }

    static String titles() {
        return Arrays.stream(values()).map(kind -> kind.title).collect(Collectors.joining(","));
    }

    Contender open(OrderFlow flow) throws ReflectiveOperationException {
        return (Contender)
                Class.forName(className).getConstructor(OrderFlow.class).newInstance(flow);
    }
}
