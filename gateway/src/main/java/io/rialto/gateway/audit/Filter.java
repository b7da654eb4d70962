package io.rialto.gateway.audit;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * Which entries are asked for. Immutable.
 *
 * @param fromMillis first moment
 * @param toMillis the first moment behind the last
 */
record Filter(
        Optional<String> actor,
        Optional<String> action,
        Optional<String> outcome,
        Optional<String> correlation,
        OptionalLong fromMillis,
        OptionalLong toMillis) {
    /** The outcome of a change that was begun and never answered. */
    static final String MISSING = "MISSING";

    /** As conditions on the entry {@code e} and its outcome {@code o}. */
    String conditions() {
        StringBuilder text = new StringBuilder();
        if (actor.isPresent()) text.append(" AND e.actor = :actor");
        if (action.isPresent()) text.append(" AND e.action = :action");
        if (correlation.isPresent()) text.append(" AND e.correlation = :correlation");
        if (fromMillis.isPresent()) text.append(" AND e.at_millis >= :from");
        if (toMillis.isPresent()) text.append(" AND e.at_millis < :to");
        outcome.ifPresent(of -> text.append(
                of.equals(MISSING)
                        ? " AND e.kind = 'CHANGE' AND o.number IS NULL"
                        : " AND COALESCE(o.code, e.code) = :outcome"));
        return text.toString();
    }

    Map<String, Object> values() {
        Map<String, Object> values = new TreeMap<>();
        actor.ifPresent(text -> values.put("actor", text));
        action.ifPresent(text -> values.put("action", text));
        correlation.ifPresent(text -> values.put("correlation", text));
        fromMillis.ifPresent(millis -> values.put("from", millis));
        toMillis.ifPresent(millis -> values.put("to", millis));
        outcome.filter(of -> !of.equals(MISSING)).ifPresent(of -> values.put("outcome", of));
        return values;
    }
}
