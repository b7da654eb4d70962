package io.rialto.gateway.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealingTest {
    private static final byte[] SECRET = "a secret of fifty-two letters".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    private Path data;

    @Test
    void aSealedSecretOpensOnlyUnderItsIdAndItsMasterKey() throws Exception {
        Sealing sealing = new Sealing(OwnerFile.masterKey(data.resolve("master.key")));
        Sealing other = new Sealing(OwnerFile.masterKey(data.resolve("other.key")));
        byte[] sealed = sealing.seal("key-1", SECRET);

        assertThat(sealing.open("key-1", sealed)).isEqualTo(SECRET);
        assertThatThrownBy(() -> sealing.open("key-2", sealed)).hasMessageContaining("key-2");
        assertThatThrownBy(() -> other.open("key-1", sealed)).hasMessageContaining("does not open");
    }

    @Test
    void theSameSecretIsNeverSealedTheSameTwice() throws Exception {
        Sealing sealing = new Sealing(OwnerFile.masterKey(data.resolve("master.key")));

        assertThat(sealing.seal("key-1", SECRET)).isNotEqualTo(sealing.seal("key-1", SECRET));
    }

    @Test
    void whatWasSealedByTheMasterKeyItselfStillOpens() throws Exception {
        SecretKey master = OwnerFile.masterKey(data.resolve("master.key"));
        byte[] nonce = "twelve bytes".getBytes(StandardCharsets.US_ASCII);
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.ENCRYPT_MODE, master, new GCMParameterSpec(128, nonce));
        cipher.updateAAD("key-1".getBytes(StandardCharsets.UTF_8));
        byte[] text = cipher.doFinal(SECRET);
        byte[] sealed = ByteBuffer.allocate(nonce.length + text.length)
                .put(nonce)
                .put(text)
                .array();
        Sealing sealing = new Sealing(master);

        assertThat(Sealing.isOld(sealed)).isTrue();
        assertThat(sealing.open("key-1", sealed)).isEqualTo(SECRET);
        assertThat(Sealing.isOld(sealing.seal("key-1", SECRET))).isFalse();
    }

    @Test
    void everyFlippedBitOfASealIsFound() throws Exception {
        Sealing sealing = new Sealing(OwnerFile.masterKey(data.resolve("master.key")));
        byte[] sealed = sealing.seal("key-1", SECRET);
        for (int bit = 0; bit < sealed.length * 8; bit++) {
            byte[] damaged = sealed.clone();
            damaged[bit / 8] ^= (byte) (1 << bit % 8);
            assertThatThrownBy(() -> sealing.open("key-1", damaged)).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void theMasterKeyIsItsOwnersAloneAndTheSameAfterARestart() throws Exception {
        Path file = data.resolve("master.key");
        byte[] first = OwnerFile.masterKey(file).getEncoded();

        assertThat(first).hasSize(32);
        assertThat(OwnerFile.masterKey(file).getEncoded()).isEqualTo(first);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }
}
