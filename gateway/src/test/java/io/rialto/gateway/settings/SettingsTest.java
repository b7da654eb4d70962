package io.rialto.gateway.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
    @TempDir
    private Path directory;

    @Test
    void everyDefaultIsWithinItsRange() throws Exception {
        assertThat(Settings.ALL)
                .allMatch(setting -> setting.fault(setting.normal()).isEmpty());
        assertThat(read("", Map.of(), Map.of()).config().http().port()).isEqualTo(8080);
    }

    @Test
    void optionsWinOverTheEnvironmentAndTheEnvironmentOverTheFile() throws Exception {
        String file = "http { port = 1001, threads = 9 }\nline.profile = lowlatency";
        Settings settings = read(
                file, Map.of("RIALTO_HTTP_PORT", "1002", "RIALTO_HTTP_MAX_BODY", "2048"), Map.of("http.port", "1003"));

        VenueConfig config = settings.config();
        assertThat(config.http().port()).isEqualTo(1003);
        assertThat(config.http().maxBodyBytes()).isEqualTo(2048);
        assertThat(config.http().threads()).isEqualTo(9);
        assertThat(config.line().profile()).isEqualTo(VenueConfig.Profile.LOWLATENCY);
        assertThat(settings.lines()).contains("http.port=1003", "journal.durability=durable");
    }

    @Test
    void allFaultsAreToldTogether() {
        String file = "http.port = 70000\nhttp.colour = red\njournal.durability = maybe\nhttp.threads = many";
        assertThatThrownBy(() -> read(file, Map.of(), Map.of("line.ring-size", "12")))
                .isInstanceOfSatisfying(
                        ConfigFaults.class,
                        faults -> assertThat(faults.faults())
                                .containsExactlyInAnyOrder(
                                        "http.colour is not a known key: file=" + directory.resolve("rialto.conf"),
                                        "http.port must be 0..65535 (port): was '70000'",
                                        "http.threads must be a whole number (threads): was 'many'",
                                        "journal.durability must be one of journaled, durable: was 'maybe'",
                                        "line.ring-size must be 16..1048576 (frames): was '12'"));
    }

    @Test
    void whoFacesTheInternetSaysByWhichNameToWhosePagesAndBehindWhat() throws Exception {
        Map<String, String> production = Map.of("security.preset", "production");
        assertThatThrownBy(() -> read("", Map.of(), production))
                .isInstanceOfSatisfying(
                        ConfigFaults.class,
                        faults -> assertThat(faults.faults())
                                .containsExactlyInAnyOrder(
                                        "production needs security.hosts",
                                        "production needs security.origins",
                                        "production needs http.keystore, or a proxy in security.proxies"));
        String file = "security.hosts = \"a.example, b.example\"\nsecurity.origins = \"https://a.example\"\n"
                + "http.keystore = venue.p12\nhttp.keystore-password = password";
        assertThat(read(file, Map.of(), production).config().security().hosts())
                .containsExactly("a.example", "b.example");
        assertThatThrownBy(() -> read("http.keystore = venue.p12", Map.of(), Map.of()))
                .hasMessageContaining("http.keystore needs http.keystore-password");
    }

    @Test
    void thePasswordOfTheControlDatabaseIsNeverInItsAddress() throws Exception {
        for (String url :
                new String[] {"jdbc:postgresql://venue:secret@db/venue", "jdbc:postgresql://db/venue?password=secret"
                }) {
            assertThatThrownBy(() -> read("", Map.of(), Map.of("control.url", url)))
                    .hasMessageContaining("control.url must hold no password")
                    .hasMessageNotContaining("secret");
        }
        assertThatThrownBy(() -> read("", Map.of(), Map.of("control.url", "jdbc:mysql://db/venue")))
                .hasMessageContaining("control.url must be none or start with jdbc:postgresql:");
        VenueConfig.Control control = read(
                        "control { url = \"jdbc:postgresql://db/venue\", user = venue }", Map.of(), Map.of())
                .config()
                .control();
        assertThat(control.url()).contains("jdbc:postgresql://db/venue");
        assertThat(control.passwordFile()).isEmpty();
    }

    @Test
    void limitsThatCannotBeAreTold() {
        String file = "limits.standard-rate = 1\nlimits.standard-burst = 3601\nlimits.ban-ladder = \"10,86401\"\n"
                + "limits.redis = \"redis://me:secret@localhost\"";
        assertThatThrownBy(() -> read(file, Map.of(), Map.of()))
                .isInstanceOfSatisfying(
                        ConfigFaults.class,
                        faults -> assertThat(faults.faults())
                                .containsExactlyInAnyOrder(
                                        "limits.standard-burst must come back within an hour: was '3601'",
                                        "limits.ban-ladder must be up to 10 numbers of seconds, each 1..86400, by commas:"
                                                + " was '10,86401'",
                                        "limits.redis must be none or redis://host:port, and hold no password"));
    }

    @Test
    void aRingThatIsNoPowerOfTwoIsRefused() {
        assertThatThrownBy(() -> read("", Map.of(), Map.of("line.ring-size", "100")))
                .hasMessageContaining("power of two");
    }

    private Settings read(String file, Map<String, String> environment, Map<String, String> options) throws Exception {
        Path path = Files.writeString(directory.resolve("rialto.conf"), file);
        return Settings.read(directory, Optional.of(path), environment, options);
    }
}
