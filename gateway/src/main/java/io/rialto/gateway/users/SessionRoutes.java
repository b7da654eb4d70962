package io.rialto.gateway.users;

import io.rialto.gateway.form.Times;
import io.rialto.gateway.http.Answer;
import io.rialto.gateway.http.Call;
import io.rialto.gateway.http.RouteGroup;
import io.rialto.gateway.http.Routes;
import io.rialto.gateway.problem.Problem;
import io.rialto.gateway.problem.ProblemCode;
import io.rialto.gateway.sessions.Session;
import io.rialto.gateway.sessions.Sessions;
import java.util.List;

/** Where a person is logged in, and how he ends that. Another's session is answered like one that does not exist. */
final class SessionRoutes implements RouteGroup {
    private final Sessions sessions;

    SessionRoutes(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public void addTo(Routes routes) {
        routes.personal("GET", "/users/me/sessions", this::list)
                .says("Where I am logged in")
                .answers(200, Items.class);
        routes.personal("DELETE", "/users/me/sessions/{id}", this::end)
                .says("End one of my sessions at once")
                .answers(200, Ended.class);
    }

    private record Body(
            String id,
            boolean current,
            String address,
            String userAgent,
            String createdAt,
            String lastSeenAt,
            String expiresAt) {}

    private record Items(List<Body> items) {}

    private record Ended(String session, boolean ended) {}

    private Answer list(Call call) {
        String current = call.person().session();
        return Answer.ok(new Items(sessions.of(call.person().number()).stream()
                .map(session -> body(session, current))
                .toList()));
    }

    private static Body body(Session session, String current) {
        return new Body(
                session.id(),
                session.id().equals(current),
                session.address(),
                session.userAgent(),
                Times.text(session.createdMillis() * UserRoutes.NANOS_PER_MILLI),
                Times.text(session.seenMillis() * UserRoutes.NANOS_PER_MILLI),
                Times.text(session.expiresMillis() * UserRoutes.NANOS_PER_MILLI));
    }

    private Answer end(Call call) {
        String id = call.part("id");
        if (!sessions.end(call.person().number(), id)) {
            throw Problem.at("id", ProblemCode.UNKNOWN_SESSION, ProblemCode.UNKNOWN_SESSION.title());
        }
        return Answer.ok(new Ended(id, true));
    }
}
