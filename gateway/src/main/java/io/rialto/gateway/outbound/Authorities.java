package io.rialto.gateway.outbound;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/**
 * Whose certificates are believed: the platform's authorities, or those of a file and no others. That the certificate is of the host
 * that was asked for is checked by who connects. Immutable.
 */
public final class Authorities {
    private final X509TrustManager trust;
    private final SSLSocketFactory sockets;

    private Authorities(X509TrustManager trust, SSLSocketFactory sockets) {
        this.trust = trust;
        this.sockets = sockets;
    }

    /**
     * @param file certificates in PEM, one after the other
     * @throws IOException naming the file, when it holds none
     */
    public static Authorities of(Optional<Path> file) throws IOException {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(file.isPresent() ? store(file.get()) : null);
            TrustManager first = factory.getTrustManagers()[0];
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {first}, null);
            return new Authorities((X509TrustManager) first, context.getSocketFactory());
        } catch (GeneralSecurityException unusable) {
            throw new IOException("the authorities must be certificates in PEM: file=" + file.orElse(null), unusable);
        }
    }

    private static KeyStore store(Path file) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (InputStream bytes = Files.newInputStream(file)) {
            int number = 0;
            for (Certificate each : CertificateFactory.getInstance("X.509").generateCertificates(bytes)) {
                store.setCertificateEntry("authority-" + ++number, each);
            }
            if (number == 0) throw new IOException("the authorities must be certificates in PEM: file=" + file);
        }
        return store;
    }

    public X509TrustManager trust() {
        return trust;
    }

    public SSLSocketFactory sockets() {
        return sockets;
    }
}
