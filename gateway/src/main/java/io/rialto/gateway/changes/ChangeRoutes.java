package io.rialto.gateway.changes;

import io.rialto.gateway.access.Scope;
import io.rialto.gateway.form.Fields;
import io.rialto.gateway.form.Times;
import io.rialto.gateway.http.Answer;
import io.rialto.gateway.http.Call;
import io.rialto.gateway.http.RouteGroup;
import io.rialto.gateway.http.Routes;
import io.rialto.gateway.problem.Problem;
import io.rialto.gateway.problem.ProblemCode;
import io.rialto.protocol.Reason;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.regex.Pattern;

/** What waits for a second administrator, and his decision. */
final class ChangeRoutes implements RouteGroup {
    private static final Pattern NUMBERS = Pattern.compile("[1-9][0-9]{0,8}");
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final ChangeLog log;

    ChangeRoutes(ChangeLog log) {
        this.log = log;
    }

    @Override
    public void addTo(Routes routes) {
        routes.read("/admin/changes", Scope.ADMIN, call -> list())
                .says("Changes that take two administrators, the newest first")
                .answers(200, Items.class);
        routes.write("POST", "/admin/changes/{id}/approve", Scope.ADMIN, this::approve)
                .says("Let another administrator's change pass, once, when he sends it again")
                .takes(Fields.NONE)
                .answers(200, Body.class)
                .asksSecondFactor();
        routes.write("POST", "/admin/changes/{id}/refuse", Scope.ADMIN, this::refuse)
                .says("Keep a change from passing; one's own too")
                .takes(Fields.NONE)
                .answers(200, Body.class);
    }

    private record Body(
            String id,
            String state,
            String askedBy,
            String decidedBy,
            String method,
            String path,
            String body,
            String askedAt,
            String expiresAt) {}

    private record Items(List<Body> items) {}

    private Answer list() {
        return Answer.ok(new Items(log.newest().stream().map(ChangeRoutes::body).toList()));
    }

    static Body body(Change change) {
        return new Body(
                Integer.toString(change.number()),
                change.state().name(),
                change.askedBy(),
                change.decidedBy(),
                change.method(),
                change.path(),
                new String(change.body(), StandardCharsets.UTF_8),
                Times.text(change.askedMillis() * NANOS_PER_MILLI),
                Times.text(change.expiresMillis() * NANOS_PER_MILLI));
    }

    private CompletionStage<Answer> approve(Call call) {
        Change change = change(call);
        if (change.actor() == call.caller().actor()) {
            throw Problem.of(ProblemCode.of(Reason.SAME_ADMINISTRATOR), "who asks does not approve");
        }
        if (change.state() != Change.State.PENDING) throw isOver();
        return moved(change, Change.State.APPROVED, call);
    }

    private CompletionStage<Answer> refuse(Call call) {
        Change change = change(call);
        boolean isOpen = change.state() == Change.State.PENDING || change.state() == Change.State.APPROVED;
        if (!isOpen) throw isOver();
        return moved(change, Change.State.REFUSED, call);
    }

    private CompletionStage<Answer> moved(Change change, Change.State to, Call call) {
        if (!log.move(change, to, FourEyes.words(call.caller()))) throw isOver();
        return CompletableFuture.completedFuture(
                Answer.ok(body(log.numbered(change.number()).orElseThrow())));
    }

    private Change change(Call call) {
        call.form().knows(Fields.NONE);
        String id = call.part("id");
        Optional<Change> found = NUMBERS.matcher(id).matches() ? log.numbered(Integer.parseInt(id)) : Optional.empty();
        return found.orElseThrow(() -> Problem.at("id", ProblemCode.NOT_FOUND, "there is no such change"));
    }

    private static Problem isOver() {
        return Problem.at("id", ProblemCode.CHANGE_DECIDED, ProblemCode.CHANGE_DECIDED.title());
    }
}
