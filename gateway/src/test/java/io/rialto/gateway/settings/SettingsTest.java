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
    void aRingThatIsNoPowerOfTwoIsRefused() {
        assertThatThrownBy(() -> read("", Map.of(), Map.of("line.ring-size", "100")))
                .hasMessageContaining("power of two");
    }

    private Settings read(String file, Map<String, String> environment, Map<String, String> options) throws Exception {
        Path path = Files.writeString(directory.resolve("rialto.conf"), file);
        return Settings.read(directory, Optional.of(path), environment, options);
    }
}
