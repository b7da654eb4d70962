package io.rialto.gateway.outbound;

import java.net.UnknownHostException;

/** An address that the venue does not connect to, whoever asks. Its words name no address. */
public final class ForbiddenTarget extends UnknownHostException {
    private static final long serialVersionUID = 1;

    ForbiddenTarget() {
        super("must be a host with public addresses alone");
    }
}
