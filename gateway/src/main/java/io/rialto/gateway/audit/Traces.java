package io.rialto.gateway.audit;

import io.rialto.gateway.access.Scope;
import io.rialto.gateway.audit.Entry.Kind;
import io.rialto.gateway.form.Fields;
import io.rialto.gateway.form.Form;
import io.rialto.gateway.form.Reasons;
import io.rialto.gateway.http.Answer;
import io.rialto.gateway.http.Call;
import io.rialto.gateway.http.Route;
import io.rialto.gateway.problem.Problem;
import io.rialto.gateway.problem.ProblemBody;
import io.rialto.gateway.problem.ProblemCode;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which requests leave a trace, and which one: a change what is done by administrators, about oneself, or sensitive; an entrance who
 * comes in; a refusal who asks for what is the administrators'. Everything else leaves none.
 */
final class Traces {
    private static final Logger LOG = LoggerFactory.getLogger(Traces.class);
    private static final String REASON = "reason";
    private static final String DONE = "OK";
    private static final String REFRESH = "/auth/refresh";
    private static final int FIRST_ERROR = 400;
    private static final Set<Integer> NOT_LET_IN = Set.of(401, 403);

    /** Happens to everybody who leaves his screen alone. */
    private static final Set<String> EVERYDAY =
            Set.of(ProblemCode.TOKEN_EXPIRED.name(), ProblemCode.MISSING_CREDENTIALS.name());

    private Traces() {}

    static Route.Trace of(AuditTrail trail, Route route, Call call) {
        boolean isRead = route.method().equals("GET");
        boolean isAdministration = route.scope().equals(Optional.of(Scope.ADMIN));
        if (isRead) return isAdministration ? new Attempt(trail, route, call) : Route.Trace.NONE;
        if (route.scope().isEmpty()) return new Entrance(trail, route, call);
        boolean isOwn = route.kind() == Route.Kind.STATUS;
        return isAdministration || isOwn || route.told().isTraced() ? new Change(trail, route, call) : Route.Trace.NONE;
    }

    private static String outcome(Answer answer) {
        return answer.body() instanceof ProblemBody problem ? problem.code().name() : DONE;
    }

    private static boolean isError(Answer answer) {
        return answer.status() >= FIRST_ERROR;
    }

    private static Entry entry(Kind kind, AuditTrail trail, Route route, Call call, Answer answer) {
        return Entry.of(kind, route, call, "", trail.nowMillis())
                .answered(answer.status(), outcome(answer), answer.sequence(), call.about());
    }

    /** Reading what is for few: only those who may not are written down. */
    private record Attempt(AuditTrail trail, Route route, Call call) implements Route.Trace {
        @Override
        public void begin() {}

        @Override
        public Answer end(Answer answer) {
            if (NOT_LET_IN.contains(answer.status())) trail.note(entry(Kind.REFUSED, trail, route, call, answer));
            return answer;
        }
    }

    /** Coming in. Who came in without a trace is told nothing: what he would have got is good for nobody. */
    private record Entrance(AuditTrail trail, Route route, Call call) implements Route.Trace {
        @Override
        public void begin() {}

        @Override
        public Answer end(Answer answer) {
            boolean isRefresh = route.path().endsWith(REFRESH);
            boolean isStolen = outcome(answer).equals(ProblemCode.TOKEN_REUSED.name());
            if (isRefresh && !isError(answer)) return answer;
            Entry entry = entry(Kind.ENTRANCE, trail, route, call, answer);
            if (isError(answer) && !isStolen) {
                trail.note(entry);
                return answer;
            }
            try {
                trail.keep(entry);
                return answer;
            } catch (RuntimeException away) {
                return Answer.of(unwritten(away, call), call.correlation());
            }
        }
    }

    /** A change: written down before it is done, and what became of it after. */
    private static final class Change implements Route.Trace {
        private final AuditTrail trail;
        private final Route route;
        private final Call call;
        private Entry begun;
        private boolean isOnlyCounted;

        Change(AuditTrail trail, Route route, Call call) {
            this.trail = trail;
            this.route = route;
            this.call = call;
        }

        @Override
        public void begin() {
            try {
                begun = trail.keep(Entry.of(Kind.CHANGE, route, call, reason(route, call), trail.nowMillis()));
            } catch (RuntimeException away) {
                if (!route.told().isForEmergencies()) throw unwritten(away, call);
                isOnlyCounted = true;
                trail.miss(call.address());
                LOG.error("done without an audit entry: see the journal correlation={}", call.correlation(), away);
            }
        }

        /** What was not begun was refused: of what is the administrators' that is worth a note. */
        @Override
        public Answer end(Answer answer) {
            if (isOnlyCounted) return answer;
            boolean isAdministration = route.scope().equals(Optional.of(Scope.ADMIN));
            if (begun == null) {
                if (isAdministration || !EVERYDAY.contains(outcome(answer)))
                    trail.note(entry(Kind.REFUSED, trail, route, call, answer));
                return answer;
            }
            try {
                trail.keep(begun.outcome(
                        answer.status(), outcome(answer), answer.sequence(), call.about(), trail.nowMillis()));
            } catch (RuntimeException away) {
                LOG.error("what became of a change is not in the audit list entry={}", begun.number(), away);
            }
            return answer;
        }
    }

    private static Problem unwritten(RuntimeException away, Call call) {
        LOG.error("nothing is done that cannot be audited correlation={}", call.correlation(), away);
        return Problem.retry(ProblemCode.AUDIT_AWAY, 1, ProblemCode.AUDIT_AWAY.title());
    }

    /** Of a form that asks for one; whatever else is wrong with the body is for its route to say. */
    private static String reason(Route route, Call call) {
        boolean isAsked = route.told().bodies().stream()
                .map(Fields::names)
                .anyMatch(names -> Arrays.asList(names).contains(REASON));
        if (!isAsked) return Reasons.of(call.request().header(Reasons.HEADER));
        try {
            Form form = Form.read(call.request().body());
            return form.optionalText(REASON).orElse("");
        } catch (Problem unreadable) {
            return "";
        }
    }
}
