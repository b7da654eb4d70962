package io.rialto.gateway.security;

import io.rialto.gateway.access.Caller;
import io.rialto.gateway.access.Role;
import io.rialto.gateway.access.Scope;
import java.util.List;
import java.util.Set;

/**
 * Who may call which route: one visible table.
 *
 * <p>A program may what the scopes of its key say. A person may what the scopes of his role say; beyond that, risk and auditor read
 * what administrators read of the market and its accounts, and risk holds back. Letting go again stays with administrators.
 * Brokers tell the venue of facts outside.
 * The audit list is the auditor's and the administrator's.
 * Immutable.
 */
public final class Permissions {
    private static final String API = "/api/v1";
    private static final List<String> OF_MARKET =
            List.of(API + "/admin/", API + "/risk-rules", API + "/settlement/", API + "/events");
    private static final String SIGNALS = "POST " + API + "/signals";
    private static final String AUDIT = API + "/admin/audit";
    private static final Set<String> HOLDING_BACK = Set.of(
            "POST " + API + "/admin/halt",
            "POST " + API + "/admin/kill",
            "POST " + API + "/admin/suspend",
            "POST " + API + "/admin/accounts/{id}/suspend",
            "PUT " + API + "/admin/accounts/{id}/state",
            "POST " + API + "/admin/orders/cancel",
            "POST " + API + "/admin/limits",
            "PUT " + API + "/admin/credit",
            "POST " + API + "/admin/proposals",
            "POST " + API + "/admin/proposals/{id}/withdraw",
            "POST " + API + "/risk-rules",
            "PUT " + API + "/risk-rules/{id}",
            "DELETE " + API + "/risk-rules/{id}");

    private Permissions() {}

    /** @param path as the route table has it, with {@code {parts}} */
    public static boolean may(Caller caller, String method, String path, Scope scope) {
        if (caller.may(scope)) return true;
        if (!caller.isPerson() || scope != Scope.ADMIN) return false;
        Role role = caller.person().role();
        if (role == Role.BROKER && SIGNALS.equals(method + " " + path)) return true;
        if (role == Role.RISK && HOLDING_BACK.contains(method + " " + path)) return true;
        boolean isReader = role == Role.AUDITOR || role == Role.RISK && !path.startsWith(AUDIT);
        return isReader && method.equals("GET") && isOfMarket(path);
    }

    /** Not what is about the machine. */
    private static boolean isOfMarket(String path) {
        return OF_MARKET.stream().anyMatch(path::startsWith);
    }
}
