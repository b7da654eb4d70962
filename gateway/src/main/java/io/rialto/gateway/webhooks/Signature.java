package io.rialto.gateway.webhooks;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * How a receiver knows that a message is the venue's and new: HMAC-SHA256 under the webhook's secret over the time, a full stop
 * and the body, in the header {@code X-Rialto-Signature: t=SECONDS,v1=HEX}, one {@code v1} a secret that counts.
 */
final class Signature {
    static final String HEADER = "X-Rialto-Signature";

    private static final String MAC = "HmacSHA256";

    private Signature() {}

    /** @param secrets the newest first */
    static String header(List<byte[]> secrets, long seconds, byte[] body) {
        StringBuilder header = new StringBuilder("t=").append(seconds);
        for (byte[] secret : secrets) header.append(",v1=").append(hex(secret, seconds, body));
        return header.toString();
    }

    private static String hex(byte[] secret, long seconds, byte[] body) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(secret, MAC));
            mac.update((seconds + ".").getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java cannot sign: mac=" + MAC, e);
        }
    }
}
