package io.rialto.gateway.doors;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.rialto.gateway.control.RealPostgres;
import io.rialto.gateway.doors.VenueUnderTest.Trader;
import io.rialto.gateway.settings.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ControlRulesTest {
    @TempDir
    private Path data;

    @TempDir
    private Path elsewhere;

    @Test
    void aWholeVenueKeepsItsKeysAndNamesInPostgresql() throws Exception {
        Map<String, String> options = RealPostgres.settings(elsewhere);
        Trader alice;
        try (VenueUnderTest venue = VenueUnderTest.open(data, options)) {
            alice = venue.memberOf("Alice & Co", "alice", Map.of("USD", "1000"));
            assertThat(alice.places("BUY", "1", "10.00").status()).isEqualTo(201);
        }
        try (VenueUnderTest venue = VenueUnderTest.open(data, options)) {
            Client client = venue.again(alice.key(), alice.secret());
            assertThat(client.get("/api/v1/orders?status=OPEN").json().get("items"))
                    .hasSize(1);
            JsonNode account = venue.administrator()
                    .get("/api/v1/admin/accounts")
                    .json()
                    .get("items")
                    .get(0);
            assertThat(account.get("name").asText()).isEqualTo("alice");
            assertThat(account.get("firm").asText()).isEqualTo("Alice & Co");
            assertThat(venue.said()).noneMatch(line -> line.contains(RealPostgres.password()));
        }
        assertThat(Files.exists(data.resolve("control.db"))).isFalse();
        assertThat(Settings.read(data, Optional.empty(), Map.of(), options).lines())
                .anyMatch(line -> line.startsWith("control.url=jdbc:postgresql:"))
                .noneMatch(line -> line.contains(RealPostgres.password()));
    }
}
