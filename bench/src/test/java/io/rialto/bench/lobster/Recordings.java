package io.rialto.bench.lobster;

import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the real recordings are, when they are: beside the repository, never in it. */
public final class Recordings {
    public static final String AMZN = "AMZN_2012-06-21";
    public static final String AAPL = "AAPL_2012-06-21_first999";

    private Recordings() {}

    /** Walks up from the module until the directory stands beside; a test is skipped, and says so, when it does not. */
    public static Path directory() {
        Path start = Path.of("").toAbsolutePath();
        for (Path at = start; at != null; at = at.getParent()) {
            Path recordings = at.resolve("shared").resolve("data").resolve("lobster");
            if (Files.isDirectory(recordings)) return recordings;
        }
        return abort("skipped: recordings not found at ../shared/data/lobster above " + start);
    }

    public static Path messages(String symbol) {
        return directory()
                .resolve(
                        symbol.equals(AMZN)
                                ? AMZN + "_34200000_57600000_message_5.csv.gz"
                                : symbol + "_message_10.csv.gz");
    }

    public static Path orderbook(String symbol) {
        return directory()
                .resolve(
                        symbol.equals(AMZN)
                                ? AMZN + "_34200000_57600000_orderbook_5.csv.gz"
                                : symbol + "_orderbook_10.csv.gz");
    }

    public static Path file(String name) {
        return directory().resolve(name);
    }
}
