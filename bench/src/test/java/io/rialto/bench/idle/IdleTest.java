package io.rialto.bench.idle;

import static org.assertj.core.api.Assertions.assertThat;

import io.rialto.bench.load.LoadedVenue;
import io.rialto.bench.load.Probe;
import org.junit.jupiter.api.Test;

/** Some hundreds of idle clients are held while others trade; where there is no room for all, that is seen. */
class IdleTest {
    @Test
    void idleClientsAreHeldWhileOthersTrade() throws Exception {
        try (LoadedVenue venue = LoadedVenue.open("journaled", "access.window = 60000");
                IdleClients clients = new IdleClients(venue.address())) {
            clients.open(150, false);
            clients.open(150, true);

            assertThat(new Probe(venue).orders("P", 0.2).getTotalCount()).isPositive();

            clients.listen();
            assertThat(clients.open()).isEqualTo(300);
            assertThat(Footprint.of(venue.process().pid()).live()).isPositive();
        }
    }

    @Test
    void thoseForWhomThereIsNoRoomAreNotCounted() throws Exception {
        try (LoadedVenue venue = LoadedVenue.open(
                        "journaled", "http.connections = 100\nhttp.sockets = 20\naccess.window = 60000");
                IdleClients clients = new IdleClients(venue.address())) {
            clients.open(150, false);
            assertThat(clients.open()).isBetween(50L, 100L);
        }
    }
}
