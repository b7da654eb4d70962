package io.rialto.gateway.dispatch;

import io.rialto.feeds.listing.Account;
import io.rialto.feeds.listing.Listings;
import io.rialto.gateway.access.Role;
import io.rialto.gateway.control.ControlDatabase;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jdbi.v3.core.Jdbi;

/**
 * Who is what at the venue, as far as it decides what he is told. Who gets another role is told by it within a second.
 *
 * <p>Thread-safe.
 */
final class Directory {
    /** The administrators by key, who have no account. */
    static final int KEYED = 0;

    private static final int LAST_OWN_ACCOUNT = 4;

    private final Jdbi sql;
    private final Listings listings;
    private volatile Map<Integer, Role> roles = Map.of();

    Directory(ControlDatabase control, Listings listings) {
        this.sql = control.sql();
        this.listings = listings;
    }

    void refresh() {
        roles = sql.withHandle(handle -> handle.createQuery("SELECT account, role FROM person WHERE account > 0"
                        + " AND role <> 'TRADER' AND disabled_millis IS NULL")
                .reduceRows(new TreeMap<>(), (all, row) -> {
                    all.put(row.getColumn("account", Integer.class), Role.valueOf(row.getColumn("role", String.class)));
                    return all;
                }));
    }

    Set<Integer> administrators() {
        return with(Role.ADMIN);
    }

    /** Who watches over accounts. */
    Set<Integer> compliance() {
        Set<Integer> all = administrators();
        all.addAll(with(Role.RISK));
        return all;
    }

    private Set<Integer> with(Role role) {
        Set<Integer> all = new TreeSet<>(Set.of(KEYED));
        roles.forEach((account, has) -> {
            if (has == role) all.add(account);
        });
        return all;
    }

    /** Whether a reader may be told of the accounts of a firm. */
    boolean maySee(int reader, int firm) {
        if (reader == KEYED) return true;
        Role role = roles.getOrDefault(reader, Role.TRADER);
        return role.seesAll() || role == Role.BROKER && firmOf(reader) == firm;
    }

    /** Of an account; 0 for none. */
    int firmOf(int account) {
        return listings.account(account).map(Account::firm).orElse(0);
    }

    /** Whether it is somebody's, and not the venue's own. */
    static boolean isReader(int account) {
        return account > LAST_OWN_ACCOUNT;
    }
}
