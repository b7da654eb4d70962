package io.rialto.bench.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rialto.bench.feed.BestPrices;
import io.rialto.bench.traders.Cast;
import io.rialto.bench.traders.Market;
import io.rialto.bench.traders.Tally;
import io.rialto.bench.venue.VenueClient;
import io.rialto.gateway.Venue;
import io.rialto.gateway.settings.ConfigFaults;
import io.rialto.gateway.settings.Settings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * A venue in this process and everybody who trades on it: they know nothing of it but its address and their keys.
 *
 * <p>Threading: one thread runs it; {@link #close} from any.
 */
final class Demo implements AutoCloseable {
    private final Venue venue;
    private final URI address;
    private final VenueClient admin;
    private final Tally tally = new Tally();
    private final Stage stage;
    private final Path data;

    private Demo(Venue venue, Path data) throws IOException {
        this.venue = venue;
        this.data = data;
        address = URI.create("http://127.0.0.1:" + venue.port());
        JsonNode key =
                new ObjectMapper().readTree(data.resolve("bootstrap-admin.json").toFile());
        admin = new VenueClient(
                address, key.path("key").asText(), key.path("secret").asText());
        stage = new Stage(address, admin, tally);
    }

    /** @param port 0 takes a free one */
    static Demo open(Path data, int port, Consumer<String> say) throws IOException, ConfigFaults {
        Map<String, String> options =
                Map.of("http.port", Integer.toString(port), "http.host", "127.0.0.1", "security.preset", "development");
        Settings settings = Settings.read(data.toAbsolutePath(), Optional.empty(), System.getenv(), options);
        Venue venue = Venue.open(settings.config(), OptionalLong.empty(), say, Clock.systemUTC());
        boolean isOpen = false;
        try {
            Demo demo = new Demo(venue, data);
            isOpen = true;
            return demo;
        } finally {
            if (!isOpen) venue.close();
        }
    }

    /** Who can log in: somebody who trades, and somebody who runs the venue. */
    record Logins(Stage.Login trader, Stage.Login administrator) {}

    Logins logins() throws IOException {
        int people = stage.people();
        String again = people == 0 ? "" : "-" + people;
        stage.lists(Cast.markets());
        return new Logins(
                stage.person("trader" + again, "Nora Quist", "TRADER"),
                stage.person("admin" + again, "Ada Brandt", "ADMIN"));
    }

    /** Runs until it is told to stop. */
    void run(long seed, int openingSeconds, int ordersPerSecond, BooleanSupplier goesOn, Consumer<String> say)
            throws IOException {
        List<String> symbols = Cast.markets().stream().map(Market::symbol).toList();
        try (BestPrices prices = BestPrices.of(address, symbols)) {
            Show show = new Show(stage, new Cast(name -> stage.trader(name, prices, data), seed), tally);
            say.accept("opening auctions for " + openingSeconds + " seconds");
            show.opens(openingSeconds, goesOn);
            show.goesOn(ordersPerSecond, goesOn, say);
        } finally {
            stage.leave();
        }
    }

    URI address() {
        return address;
    }

    VenueClient administrator() {
        return admin;
    }

    Tally tally() {
        return tally;
    }

    long sequence() {
        return venue.sequence();
    }

    @Override
    public void close() {
        venue.close();
    }
}
