package io.rialto.gateway.access;

import static io.rialto.gateway.access.NonceLog.Taken.FRESH;
import static io.rialto.gateway.access.NonceLog.Taken.FULL;
import static io.rialto.gateway.access.NonceLog.Taken.REUSED;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NonceLogTest {
    private static final long NOW = 1_800_000_000_000L;
    private static final long KEPT = 60_000;

    @TempDir
    private Path directory;

    @Test
    void aNonceIsTakenOncePerKey() throws IOException {
        try (NonceLog log = open(NOW)) {
            assertThat(log.take("a", "1", NOW, NOW)).isEqualTo(FRESH);
            assertThat(log.take("a", "1", NOW, NOW)).isEqualTo(REUSED);
            assertThat(log.take("a", "1", NOW + 10_001, NOW)).isEqualTo(REUSED);
            assertThat(log.take("b", "1", NOW, NOW)).isEqualTo(FRESH);
            assertThat(log.take("a", "2", NOW, NOW)).isEqualTo(FRESH);
        }
    }

    @Test
    void aNonceIsStillTakenAfterARestart() throws IOException {
        try (NonceLog log = open(NOW)) {
            log.take("a", "1", NOW, NOW);
        }
        try (NonceLog log = open(NOW + 59_000)) {
            assertThat(log.take("a", "1", NOW, NOW + 59_000)).isEqualTo(REUSED);
            assertThat(log.take("a", "2", NOW, NOW + 59_000)).isEqualTo(FRESH);
        }
        try (NonceLog log = open(NOW + 59_500)) {
            assertThat(log.take("a", "2", NOW, NOW + 59_500)).isEqualTo(REUSED);
        }
    }

    @Test
    void aRecordThatWasCutOffInTheMiddleSpoilsNoOther() throws IOException {
        try (NonceLog log = open(NOW)) {
            log.take("a", "1", NOW, NOW);
        }
        Path file = files().get(0);
        Files.write(file, new byte[] {1, 2, 3}, StandardOpenOption.APPEND);
        try (NonceLog log = open(NOW)) {
            assertThat(log.take("a", "1", NOW, NOW)).isEqualTo(REUSED);
            assertThat(log.take("a", "2", NOW, NOW)).isEqualTo(FRESH);
        }
        try (NonceLog log = open(NOW)) {
            assertThat(log.take("a", "2", NOW, NOW)).isEqualTo(REUSED);
        }
    }

    @Test
    void whatNoRequestCouldUseAnyMoreIsDropped() throws IOException {
        try (NonceLog log = open(NOW)) {
            log.take("a", "1", NOW, NOW);
            log.take("a", "2", NOW + 75_000, NOW + 75_000);
            assertThat(files()).hasSize(1);
            assertThat(log.take("a", "1", NOW + 75_000, NOW + 75_000)).isEqualTo(FRESH);
        }
        open(NOW + 200_000).close();
        assertThat(files()).isEmpty();
    }

    @Test
    void memoryIsBounded() throws IOException {
        try (NonceLog log = NonceLog.open(directory, KEPT, 2, NOW)) {
            log.take("a", "1", NOW, NOW);
            log.take("a", "2", NOW, NOW);
            assertThat(log.take("a", "3", NOW, NOW)).isEqualTo(FULL);
            assertThat(log.take("a", "3", NOW + 80_000, NOW + 80_000)).isEqualTo(FRESH);
        }
    }

    private NonceLog open(long nowMillis) throws IOException {
        return NonceLog.open(directory, KEPT, 1_000, nowMillis);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> found = Files.list(directory)) {
            return found.toList();
        }
    }
}
