package io.rialto.gateway.audit;

import io.rialto.gateway.access.KeyRing;
import io.rialto.gateway.access.Scope;
import io.rialto.gateway.form.Cursors;
import io.rialto.gateway.form.Field;
import io.rialto.gateway.form.Times;
import io.rialto.gateway.http.Answer;
import io.rialto.gateway.http.Call;
import io.rialto.gateway.http.RouteGroup;
import io.rialto.gateway.http.Routes;
import io.rialto.gateway.people.People;
import io.rialto.gateway.people.Person;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** The audit list, for auditors and administrators. */
final class AuditRoutes implements RouteGroup {
    private static final String PATH = "/admin/audit";
    private static final String[] PARAMETERS = {
        "actor", "action", "outcome", "correlation", "from", "to", "limit", "cursor"
    };
    private static final int USUAL_LIMIT = 100;
    private static final int MOST = 1_000;
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final AuditTrail trail;
    private final AuditLog log;
    private final KeyRing keys;
    private final People people;

    AuditRoutes(AuditTrail trail, AuditLog log, KeyRing keys, People people) {
        this.trail = trail;
        this.log = log;
        this.keys = keys;
        this.people = people;
    }

    @Override
    public void addTo(Routes routes) {
        routes.watch(Routes.API + PATH, Scope.ADMIN, this::list, PARAMETERS)
                .says("What was done, by whom, with which success, newest first")
                .with(
                        Field.text("actor").says("user:NUMBER, key:ID or nobody"),
                        Field.text("action").says("method and route, as POST /api/v1/admin/halt"),
                        Field.text("outcome").says("OK, a problem's code, or MISSING for what was begun and not ended"),
                        Field.moment("from"),
                        Field.moment("to"))
                .answers(200, Items.class);
        routes.watch(Routes.API + PATH + "/verify", Scope.ADMIN, call -> verify())
                .says("Whether the list is what was written")
                .answers(200, Verified.class);
    }

    /** Of the actor, as far as he is one. */
    private record Who(Integer number, String name) {
        static final Who NOBODY = new Who(null, null);
    }

    /**
     * @param outcome OK, a problem's code, or MISSING
     * @param times above 1 where many were only counted
     */
    private record Item(
            String id,
            String time,
            Entry.Kind kind,
            String actor,
            Integer actorNumber,
            String actorName,
            String account,
            String action,
            String path,
            String reason,
            String subject,
            Integer status,
            String outcome,
            String endedAt,
            Long sequence,
            String address,
            String userAgent,
            String correlationId,
            int times) {}

    private record Items(List<Item> items, String next) {}

    /** @param fault the first, in words; null for none */
    private record Verified(boolean whole, String fault, long entries, String newestId, String newestHash) {}

    private Answer list(Call call) {
        int limit = (int) call.whole("limit", 1, MOST).orElse(USUAL_LIMIT);
        long below = call.parameter("cursor").map(Cursors::place).orElse(Long.MAX_VALUE);
        Filter filter = new Filter(
                call.parameter("actor"),
                call.parameter("action"),
                call.parameter("outcome"),
                call.parameter("correlation"),
                millis(call, "from"),
                millis(call, "to"));
        trail.settle();
        List<AuditLog.Told> found = log.entries(filter, below, limit + 1);
        boolean hasMore = found.size() > limit;
        List<AuditLog.Told> shown = hasMore ? found.subList(0, limit) : found;
        String next = hasMore ? Cursors.text(shown.get(limit - 1).entry().number()) : null;
        Map<String, Who> known = new HashMap<>();
        return Answer.ok(new Items(
                shown.stream()
                        .map(told ->
                                item(told, known.computeIfAbsent(told.entry().actor(), this::who)))
                        .toList(),
                next));
    }

    /** Times are kept in milliseconds: the first that is not before. */
    private static OptionalLong millis(Call call, String name) {
        OptionalLong nanos = call.moment(name);
        return nanos.isEmpty() ? nanos : OptionalLong.of(-Math.floorDiv(-nanos.getAsLong(), NANOS_PER_MILLI));
    }

    private Who who(String actor) {
        String name = actor.substring(actor.indexOf(':') + 1);
        if (actor.startsWith("key:")) {
            return keys.find(name)
                    .map(key -> new Who(key.number(), key.label()))
                    .orElse(Who.NOBODY);
        }
        if (!actor.startsWith("user:")) return Who.NOBODY;
        int number = Integer.parseInt(name);
        return new Who(number, people.numbered(number).map(Person::name).orElse(null));
    }

    private static Item item(AuditLog.Told told, Who who) {
        Entry entry = told.entry();
        Entry end = told.outcome().orElse(entry);
        boolean isOpen = entry.kind() == Entry.Kind.CHANGE && told.outcome().isEmpty();
        return new Item(
                Long.toString(entry.number()),
                time(entry.atMillis()),
                entry.kind(),
                entry.actor(),
                who.number,
                who.name,
                entry.account() == 0 ? null : Integer.toString(entry.account()),
                entry.action(),
                orNull(entry.path()),
                orNull(entry.reason()),
                orNull(end.subject()),
                end.status() == 0 ? null : end.status(),
                isOpen ? Filter.MISSING : orNull(end.code()),
                told.outcome().map(outcome -> time(outcome.atMillis())).orElse(null),
                end.sequence() == 0 ? null : end.sequence(),
                orNull(entry.address()),
                orNull(entry.userAgent()),
                orNull(entry.correlation()),
                entry.times());
    }

    private static String orNull(String text) {
        return Optional.of(text).filter(each -> !each.isEmpty()).orElse(null);
    }

    private static String time(long millis) {
        return Times.text(millis * NANOS_PER_MILLI);
    }

    private Answer verify() {
        trail.settle();
        Inspection.Verdict found = trail.inspect();
        Head newest = found.newest();
        return Answer.ok(new Verified(
                found.isWhole(),
                orNull(found.fault()),
                found.entries(),
                newest.number() == 0 ? null : Long.toString(newest.number()),
                orNull(newest.hash())));
    }
}
