package io.rialto.gateway.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A certificate of localhost and hooks.example that nobody believes but who is told to. */
public record TestAuthority(Path keystore, Path pem) {
    public static final String PASSWORD = "a password for a test";

    public static TestAuthority in(Path directory) throws Exception {
        Path keystore = directory.resolve("receiver.p12");
        Path pem = directory.resolve("receiver.pem");
        keytool(
                List.of("-genkeypair", "-keyalg", "EC", "-dname", "CN=localhost"),
                List.of("-ext", "SAN=dns:localhost,dns:hooks.example", "-storetype", "PKCS12"),
                keystore);
        keytool(List.of("-exportcert", "-rfc"), List.of("-file", pem.toString()), keystore);
        return new TestAuthority(keystore, pem);
    }

    private static void keytool(List<String> what, List<String> how, Path keystore) throws Exception {
        List<String> words = new java.util.ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        words.addAll(what);
        words.addAll(List.of("-alias", "receiver", "-storepass", PASSWORD, "-keystore", keystore.toString()));
        words.addAll(how);
        Process keytool = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(keytool.waitFor()).isZero();
    }

    /** For a server that shows it. */
    public SSLContext server() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream file = Files.newInputStream(keystore)) {
            store.load(file, PASSWORD.toCharArray());
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }
}
