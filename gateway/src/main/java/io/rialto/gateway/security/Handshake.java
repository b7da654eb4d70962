package io.rialto.gateway.security;

import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;

/** How a connection asks to become a socket: RFC 6455, section 4.2.1, version and key. */
final class Handshake {
    private static final Pattern SIXTEEN_BYTES = Pattern.compile("[A-Za-z0-9+/]{22}==");
    private static final String VERSION = "13";

    private Handshake() {}

    /** What does not ask is sound as well. */
    static boolean isSound(HttpFields headers) {
        if (!headers.contains(HttpHeader.UPGRADE, "websocket")) return true;
        String key = headers.get(HttpHeader.SEC_WEBSOCKET_KEY);
        return VERSION.equals(headers.get(HttpHeader.SEC_WEBSOCKET_VERSION))
                && key != null
                && SIXTEEN_BYTES.matcher(key).matches();
    }
}
