package io.rialto.gateway.sockets;

import io.rialto.gateway.access.Caller;
import io.rialto.gateway.http.Route;
import io.rialto.gateway.limits.Passage;
import io.rialto.gateway.limits.Turnstile;
import io.rialto.gateway.problem.Problem;
import java.util.function.Supplier;

/** What a connection's texts count as: an operation as its route, everything else as a request to the socket itself. */
final class Gate {
    private final Turnstile turnstile;
    private final String address;

    Gate(Turnstile turnstile, String address) {
        this.turnstile = turnstile;
        this.address = address;
    }

    String address() {
        return address;
    }

    /** Something that is no operation. */
    void word() {
        entered().check();
    }

    private Passage entered() {
        return turnstile.enter(address, "GET", SocketDoor.PATH, true);
    }

    /** Something that may prove to be from nobody. */
    Caller signed(Supplier<Caller> asking) {
        Passage passage = entered();
        passage.check();
        try {
            return asking.get();
        } catch (Problem refused) {
            turnstile.failed(passage);
            throw refused;
        }
    }

    void operation(Route route, Caller caller) {
        Passage passage = turnstile.enter(
                address, route.method(), route.path(), route.scope().isEmpty());
        passage.check();
        turnstile.known(passage, caller);
        passage.check();
    }
}
