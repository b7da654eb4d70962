package io.rialto.gateway.limits;

import io.rialto.gateway.limits.Fare.Group;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** What each route costs before an administrator changes it. One visible place. Thread-safe. */
final class Fares {
    private static final int REPORT = 5;

    private static final Map<String, Integer> HEAVY = Map.of(
            "POST /api/v1/orders/batch", 10,
            "POST /api/v1/portfolio/rebalance", 10,
            "POST /api/v1/quotes", 5,
            "POST /api/v1/orders/lists", 3,
            "POST /api/v1/orders/{id}/replace", 2,
            "GET /api/v1/market/{symbol}/candles", 2);

    /** The first that fits counts. */
    private static final List<Rule> RULES = List.of(
            rule("(DELETE /api/v1/orders.*|POST /api/v1/orders/cancel-after|POST /api/v1/quotes/reset)", Group.CANCELS),
            rule(
                    "\\w+ (/|/health.*|/metrics|/openapi.json|/docs.*|/redoc|/terminal.*|/api/v1/(time|limits|ws))",
                    Group.STATUS),
            rule("\\w+ /api/v1/(admin|monitoring)/.*", Group.ADMINISTRATION),
            rule("GET /api/v1/(market|instruments|assets|fees)\\b.*", Group.MARKET),
            rule(
                    "\\w+ /api/v1/(statements|ledger|exports/\\{kind}|events|orders/\\{id}/events|portfolio/(performance|history)"
                            + "|risk/(analysis|stress)|risk-rules/portfolio-risk)",
                    Group.REPORTS),
            rule("(POST|PUT|PATCH) /api/v1/(orders|quotes|portfolio/rebalance)\\b.*", Group.ORDERS));

    private static final Map<String, Fare> FOUND = new ConcurrentHashMap<>();

    private record Rule(Pattern routes, Group group) {}

    private Fares() {}

    private static Rule rule(String routes, Group group) {
        return new Rule(Pattern.compile(routes), group);
    }

    /** @param path of the route, not of the request: there are as many as routes */
    static Fare of(String method, String path) {
        return FOUND.computeIfAbsent(method + " " + path, Fares::found);
    }

    private static Fare found(String route) {
        Group group = RULES.stream()
                .filter(rule -> rule.routes.matcher(route).matches())
                .map(Rule::group)
                .findFirst()
                .orElse(Group.ACCOUNT);
        return new Fare(route, group, HEAVY.getOrDefault(route, group == Group.REPORTS ? REPORT : 1));
    }
}
