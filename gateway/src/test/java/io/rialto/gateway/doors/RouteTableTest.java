package io.rialto.gateway.doors;

import static org.assertj.core.api.Assertions.assertThat;

import io.rialto.gateway.access.Scope;
import io.rialto.gateway.http.Route;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RouteTableTest {
    private VenueUnderTest venue;
    private List<Route> table;

    @BeforeAll
    void open(@TempDir Path data) throws Exception {
        venue = VenueUnderTest.open(data);
        table = venue.routes();
    }

    @AfterAll
    void close() {
        venue.close();
    }

    @Test
    void noMethodAndPathAppearsTwice() {
        assertThat(table.stream().map(route -> route.method() + " " + route.path()))
                .doesNotHaveDuplicates();
    }

    @Test
    void onlyStatusReferenceMarketDataAndEntrancesAreOpenToAll() {
        assertThat(table.stream().filter(route -> route.scope().isEmpty()).map(Route::path))
                .allMatch(
                        path -> path.matches(
                                "/|/terminal.*|/health.*|/openapi.json|/asyncapi.json|/docs.*|/redoc|/api/v1/(time|limits|assets|fees|instruments.*|market/.*|auth/(register|login|refresh))"));
        assertThat(table.stream()
                        .filter(route -> route.path().contains("/admin/"))
                        .map(Route::scope))
                .containsOnly(Optional.of(Scope.ADMIN));
    }

    @Test
    void aHeadNeedsWhatItsGetNeeds() throws Exception {
        Client nobody = venue.nobody();
        Client administrator = venue.administrator();
        for (Route route : table) {
            if (!route.method().equals("GET") || route.scope().isEmpty()) continue;
            String path = route.path().replaceAll("\\{\\w+}", "1");
            assertThat(nobody.raw("HEAD", path, "", Map.of()).status()).as(path).isEqualTo(401);
        }
        Client.Answer signed = administrator.send("HEAD", "/api/v1/admin/accounts", "", Map.of());
        assertThat(signed.status()).isEqualTo(200);
        assertThat(signed.response().body()).isEmpty();
    }
}
