package io.rialto.bench.load;

import io.rialto.bench.http.Entrants;
import io.rialto.bench.venue.Scratch;
import io.rialto.bench.venue.VenueProcess;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A venue in a process and a directory of its own, with accounts that trade and no limits but its own strength. */
public final class LoadedVenue implements AutoCloseable {
    /** It lets others go first, and a machine may have much else to do. */
    private static final long READY_SECONDS = 300;

    private static final int ACCOUNTS = 31;
    private static final String UNLIMITED = """
            limits.broker-rate = 1000000
            limits.broker-burst = 1000000
            limits.address-rate = 1000000
            limits.address-burst = 1000000
            limits.endpoint-share = 100
            http.connections = 60000
            http.address-connections = 60000
            http.sockets = 60000
            http.idle-timeout = 600000
            """;

    private final Path data;
    private final VenueProcess process;
    private final URI address;
    private final Entrants entrants;

    private LoadedVenue(Path data, VenueProcess process) throws IOException {
        this.data = data;
        this.process = process;
        address = process.awaitReady(READY_SECONDS);
        entrants = new Entrants(process.administrator(), ACCOUNTS);
    }

    /**
     * Returns when it is ready.
     *
     * @param settings more of them, a line each
     * @param jvm flags of its JVM beside this one's
     */
    public static LoadedVenue open(String durability, String settings, String... jvm) throws IOException {
        Path data = Files.createTempDirectory("rialto-load-");
        Path config = Files.writeString(data.resolve("load.conf"), UNLIMITED + settings);
        VenueProcess process = VenueProcess.startYielding(
                data, List.of(jvm), "--durability", durability, "--config", config.toString());
        boolean isOpen = false;
        try {
            LoadedVenue venue = new LoadedVenue(data, process);
            isOpen = true;
            return venue;
        } finally {
            if (!isOpen) process.close();
        }
    }

    public URI address() {
        return address;
    }

    public VenueProcess process() {
        return process;
    }

    public Entrants entrants() {
        return entrants;
    }

    @Override
    public void close() throws IOException {
        process.close();
        Scratch.delete(data);
    }
}
