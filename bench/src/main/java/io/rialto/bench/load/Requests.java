package io.rialto.bench.load;

import io.rialto.bench.http.Entrants;
import io.rialto.bench.venue.RequestSigner;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Signed orders as bytes; each by the next account, under a name of its own. Not thread-safe. */
final class Requests {
    private static final String PATH = "/api/v1/orders";

    /** Signed before they are due, so that signing costs the machine nothing while it is measured. */
    private static final String WINDOW = "X-API-Window: 60000\r\n";

    private final URI venue;
    private final Entrants entrants;
    private final String run;

    /** @param run begins the name of every order, which must not be any other's */
    Requests(URI venue, Entrants entrants, String run) {
        this.venue = venue;
        this.entrants = entrants;
        this.run = run;
    }

    /** By which its order is found again. */
    String name(long index) {
        return run + index;
    }

    byte[][] ahead(long count) {
        byte[][] all = new byte[(int) count][];
        for (int i = 0; i < all.length; i++) all[i] = of(i);
        return all;
    }

    byte[] of(long index) {
        byte[] body = Entrants.order(index, name(index));
        RequestSigner signer = entrants.signer(index);
        List<String> headers = signer.sign("POST", PATH, body);
        StringBuilder head = new StringBuilder(512)
                .append("POST ")
                .append(PATH)
                .append(" HTTP/1.1\r\nHost: ")
                .append(venue.getAuthority())
                .append("\r\nContent-Type: application/json\r\nContent-Length: ")
                .append(body.length)
                .append("\r\n")
                .append(WINDOW);
        for (int i = 0; i < headers.size(); i += 2) {
            head.append(headers.get(i)).append(": ").append(headers.get(i + 1)).append("\r\n");
        }
        ByteArrayOutputStream request = new ByteArrayOutputStream(1_024);
        request.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII));
        request.writeBytes(body);
        return request.toByteArray();
    }
}
