package io.rialto.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rialto.gateway.control.BothDatabases;
import io.rialto.gateway.control.ControlDatabase;
import io.rialto.gateway.control.KeyLog;
import io.rialto.gateway.control.Sealing;
import io.rialto.gateway.settings.VenueConfig;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KeyRingTest {
    private static final SecretKey MASTER = new SecretKeySpec(new byte[32], "AES");
    private static final KeyRing.Draft DRAFT = new KeyRing.Draft(
            100, "desk", ApiKey.Terms.of(Set.of(Scope.READ)), ApiKey.Algorithm.HMAC_SHA256, "", KeyLog.Who.VENUE);

    @TempDir
    private Path data;

    @ParameterizedTest
    @EnumSource
    void whatAnOlderReleaseSealedIsSealedAgainAndSignsAsBefore(BothDatabases kind) throws Exception {
        VenueConfig.Control config = kind.create(data);
        try (ControlDatabase control = ControlDatabase.open(data, config)) {
            KeyRing.Made made = ring(control, MASTER).make(DRAFT, Optional.empty(), new byte[0]);
            ControlStore store = new ControlStore(control);
            ControlStore.Row row = store.key(made.key()).orElseThrow();
            store.update(row.signedBy(old(made), ControlStore.Signer.NONE, 0, null));

            ApiKey key = ring(control, MASTER).find(made.key()).orElseThrow();
            byte[] secret = made.secret().getBytes(StandardCharsets.US_ASCII);
            assertThat(key.current().fits("text", Signatures.sign(secret, "text")))
                    .isTrue();
            assertThat(Sealing.isOld(
                            store.key(made.key()).orElseThrow().signer().sealed()))
                    .isFalse();
        }
    }

    /** Under the master key itself: nonce, text, tag. */
    private static ControlStore.Signer old(KeyRing.Made made) throws Exception {
        byte[] nonce = "twelve bytes".getBytes(StandardCharsets.US_ASCII);
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.ENCRYPT_MODE, MASTER, new GCMParameterSpec(128, nonce));
        cipher.updateAAD(made.key().getBytes(StandardCharsets.UTF_8));
        byte[] text = cipher.doFinal(made.secret().getBytes(StandardCharsets.US_ASCII));
        byte[] sealed = ByteBuffer.allocate(nonce.length + text.length)
                .put(nonce)
                .put(text)
                .array();
        return new ControlStore.Signer(sealed, "");
    }

    @ParameterizedTest
    @EnumSource
    void anotherMasterKeyOpensNothingAndIsFoundAtTheStart(BothDatabases kind) throws Exception {
        try (ControlDatabase control = ControlDatabase.open(data, kind.create(data))) {
            ring(control, MASTER).make(DRAFT, Optional.empty(), new byte[0]);
            byte[] other = new byte[32];
            other[0] = 1;
            assertThatThrownBy(() -> ring(control, new SecretKeySpec(other, "AES")))
                    .hasMessageContaining("does not open");
        }
    }

    private static KeyRing ring(ControlDatabase control, SecretKey master) {
        return KeyRing.open(control, new Sealing(master), Clock.systemUTC());
    }
}
