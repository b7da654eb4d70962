package io.rialto.gateway.intrusion;

import com.fasterxml.jackson.databind.JsonNode;
import io.rialto.gateway.form.Form;
import io.rialto.gateway.http.Call;
import io.rialto.gateway.http.Route;
import io.rialto.gateway.problem.Problem;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * Looks at what was sent for patterns of attacks, counts them and tells the audit list. The request is answered as it would be.
 *
 * <p>Thread-safe. Paths and queries are looked at when the answer is out, also of requests that no route took; bodies before their
 * route, where a body in which no pattern can be costs one pass over its bytes.
 */
public final class Lookout implements Route.Trail {
    private final Route.Trail trail;
    private final Sink sink;
    private final Map<AttackPattern, LongAdder> counts = new EnumMap<>(AttackPattern.class);

    /** Who is told what was found where, never the value. Must not wait. */
    public interface Sink {
        /** In a body. */
        void attacked(String what, Route route, Call call);

        /** In an address, whatever it led to. */
        void attacked(String what, String path, String address, String correlation);
    }

    /** @param trail of every request, whatever is in it */
    public Lookout(Route.Trail trail, Sink sink) {
        this.trail = trail;
        this.sink = sink;
        for (AttackPattern each : AttackPattern.values()) counts.put(each, new LongAdder());
    }

    /** How often each was seen since the start. */
    public Map<String, Long> counts() {
        Map<String, Long> seen = new TreeMap<>();
        counts.forEach((pattern, count) -> seen.put(pattern.name(), count.sum()));
        return seen;
    }

    /** @param pathQuery as it was sent */
    public void asked(String address, String pathQuery, String correlation) {
        int mark = pathQuery.indexOf('?');
        String path = mark < 0 ? pathQuery : pathQuery.substring(0, mark);
        Set<AttackPattern> found = EnumSet.noneOf(AttackPattern.class);
        look(path, found);
        if (mark >= 0) {
            for (String part : pathQuery.substring(mark + 1).split("&"))
                look(part.substring(part.indexOf('=') + 1), found);
        }
        if (count(found)) sink.attacked(found + " in the address", path, address, correlation);
    }

    @Override
    public Route.Trace of(Route route, Call call) {
        byte[] body = call.request().body();
        if (Suspicion.isIn(body)) {
            Set<AttackPattern> found = EnumSet.noneOf(AttackPattern.class);
            texts(body, found);
            if (count(found)) sink.attacked(found + " in the body", route, call);
        }
        return trail.of(route, call);
    }

    /** What is no JSON is refused by its route, and read by nobody. */
    private static void texts(byte[] body, Set<AttackPattern> found) {
        try {
            texts(Form.read(body).tree(), found);
        } catch (Problem unreadable) {
            found.clear();
        }
    }

    private static void texts(JsonNode tree, Set<AttackPattern> found) {
        if (tree.isTextual()) look(tree.textValue(), found);
        else tree.forEach(each -> texts(each, found));
    }

    private static void look(String text, Set<AttackPattern> found) {
        if (!Suspicion.isIn(text)) return;
        for (String form : Texts.formsOf(text)) {
            for (AttackPattern pattern : AttackPattern.values()) {
                if (!found.contains(pattern) && pattern.isIn(form)) found.add(pattern);
            }
        }
    }

    private boolean count(Set<AttackPattern> found) {
        found.forEach(pattern -> counts.get(pattern).increment());
        return !found.isEmpty();
    }
}
