package io.rialto.gateway.doors;

import io.rialto.gateway.doors.VenueUnderTest.Trader;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A venue of its own for each test, with its administrator and two traders who have money. */
abstract class TwoTraders {
    @TempDir
    Path data;

    VenueUnderTest venue;
    Client administrator;
    Trader alice;
    Trader bob;

    @BeforeEach
    void open() throws Exception {
        venue = VenueUnderTest.open(data);
        administrator = venue.administrator();
        alice = venue.trader("alice", Map.of("BTC", "1000", "USD", "1000000"));
        bob = venue.trader("bob", Map.of("BTC", "1000", "USD", "1000000"));
    }

    @AfterEach
    void close() {
        venue.close();
    }
}
