package io.rialto.gateway.limits;

import io.rialto.gateway.control.ControlDatabase;
import io.rialto.gateway.limits.Fare.Group;
import io.rialto.gateway.settings.VenueConfig;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/**
 * The limits in force and the tiers of accounts: as configured, then as administrators changed them.
 *
 * <p>Thread-safe. A change is in the control database when its method returns, and holds for the next request.
 */
public final class LimitBook {
    private static final String TIER = "tier ";
    private static final String GROUP = "group ";
    private static final String ROUTE = "route ";
    private static final String ACCOUNT = "account ";
    private static final String ADDRESS = "address";

    private final VenueConfig.Limits config;
    private final Jdbi sql;
    private volatile Limits limits;
    private volatile Map<Integer, Tier> tiers = Map.of();

    private LimitBook(VenueConfig.Limits config, Jdbi sql) {
        this.config = config;
        this.sql = sql;
    }

    public static LimitBook open(VenueConfig.Limits config, ControlDatabase control) {
        LimitBook book = new LimitBook(config, control.sql());
        book.refresh();
        return book;
    }

    /** Takes up what another gateway of the same control database changed. */
    public synchronized void refresh() {
        Limits changed = Limits.of(config);
        Map<Integer, Tier> moved = new HashMap<>();
        for (Map.Entry<String, String> each : kept().entrySet()) {
            String name = each.getKey();
            if (name.startsWith(ACCOUNT)) {
                moved.put(Integer.parseInt(name.substring(ACCOUNT.length())), Tier.valueOf(each.getValue()));
            } else {
                changed = changed(changed, name, each.getValue());
            }
        }
        limits = changed;
        tiers = moved;
    }

    private static Limits changed(Limits limits, String name, String setting) {
        if (name.equals(ADDRESS)) return limits.withAddress(plan(setting));
        if (name.startsWith(TIER)) return limits.with(Tier.valueOf(name.substring(TIER.length())), plan(setting));
        if (name.startsWith(GROUP)) {
            return limits.with(Group.valueOf(name.substring(GROUP.length())), Integer.parseInt(setting));
        }
        if (name.startsWith(ROUTE)) return limits.with(name.substring(ROUTE.length()), Integer.parseInt(setting));
        throw new IllegalStateException("a limit of that name is not known: name=" + name);
    }

    private static Plan plan(String setting) {
        int mark = setting.indexOf('/');
        return new Plan(Integer.parseInt(setting.substring(0, mark)), Integer.parseInt(setting.substring(mark + 1)));
    }

    Limits now() {
        return limits;
    }

    public Tier tier(int account) {
        return tiers.getOrDefault(account, Tier.STANDARD);
    }

    public void move(int account, Tier tier) {
        put(ACCOUNT + account, tier.name());
    }

    public void change(Tier tier, Plan plan) {
        put(TIER + tier, plan.perSecond() + "/" + plan.burst());
    }

    public void changeAddress(Plan plan) {
        put(ADDRESS, plan.perSecond() + "/" + plan.burst());
    }

    public void change(Group group, int percent) {
        put(GROUP + group, Integer.toString(percent));
    }

    /** @param route method and path of a route that there is */
    public void change(String route, int weight) {
        put(ROUTE + route, Integer.toString(weight));
    }

    /** For GET /limits, and for whoever changes them. */
    public LimitBody told(List<String> routes) {
        return LimitBody.of(limits, routes);
    }

    private synchronized void put(String name, String setting) {
        sql.useHandle(handle -> handle.createUpdate("INSERT INTO request_limit (name, setting) VALUES (:name, :setting)"
                        + " ON CONFLICT (name) DO UPDATE SET setting = excluded.setting")
                .bind("name", name)
                .bind("setting", setting)
                .execute());
        refresh();
    }

    private Map<String, String> kept() {
        return sql.withHandle(handle -> handle.createQuery("SELECT name, setting FROM request_limit")
                .map((row, context) -> Map.entry(row.getString("name"), row.getString("setting")))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }
}
