package io.rialto.gateway.changes;

import io.rialto.gateway.access.Caller;
import io.rialto.gateway.access.Scope;
import io.rialto.gateway.control.ControlDatabase;
import io.rialto.gateway.http.Answer;
import io.rialto.gateway.http.Call;
import io.rialto.gateway.http.Route;
import io.rialto.gateway.http.RouteGroup;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Stops a request that takes two until another administrator has approved it: then the same request, sent again by who asked,
 * passes once. To the letter the same: method, path, body. Only administrators are stopped, and a venue with one of them has nobody
 * to ask.
 *
 * <p>Thread-safe.
 */
public final class FourEyes implements Route.Gate {
    private final boolean isOn;
    private final ChangeLog log;
    private final Supplier<Set<Integer>> administrators;

    /** @param administrators all there are, as history knows them */
    public FourEyes(boolean isOn, ControlDatabase control, Clock clock, Supplier<Set<Integer>> administrators) {
        this.isOn = isOn;
        this.log = new ChangeLog(control, clock);
        this.administrators = administrators;
    }

    /** To see what waits, and to decide. */
    public RouteGroup routes() {
        return new ChangeRoutes(log);
    }

    @Override
    public Optional<Answer> stop(Call call, String method, String path, byte[] body) {
        int actor = call.caller().actor();
        if (!isOn || !call.caller().may(Scope.ADMIN)) return Optional.empty();
        if (administrators.get().stream().allMatch(each -> each == actor)) return Optional.empty();
        Change change = log.same(actor, method, path, body)
                .orElseGet(() -> log.add(actor, words(call.caller()), method, path, body));
        boolean mayPass = change.state() == Change.State.APPROVED && log.move(change, Change.State.USED, null);
        return mayPass ? Optional.empty() : Optional.of(Answer.of(202, ChangeRoutes.body(change)));
    }

    static String words(Caller caller) {
        return caller.isPerson() ? "user " + caller.person().number() : "key " + caller.keyId();
    }
}
