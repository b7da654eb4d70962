package io.rialto.bench.venue;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/** The flags of this very JVM that a forked one needs as well: what is opened, and what is set for libraries. */
public final class JvmFlags {
    private JvmFlags() {}

    public static List<String> own() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(flag -> flag.startsWith("--add-")
                        || flag.startsWith("--enable-native")
                        || flag.startsWith("--sun-misc")
                        || flag.startsWith("-Dchronicle")
                        || flag.startsWith("-Dagrona")
                        || flag.startsWith("-XX:+Use"))
                .toList();
    }

    /** What a venue is started with: its collector stops it for less long, and costs more, than one that only has to be done. */
    static List<String> ofVenue() {
        List<String> flags = new ArrayList<>(own());
        flags.removeIf(flag -> flag.startsWith("-XX:+Use"));
        flags.addAll(
                List.of(System.getProperty("rialto.venue-flags", "-XX:+UseG1GC").split(" +")));
        return flags;
    }
}
