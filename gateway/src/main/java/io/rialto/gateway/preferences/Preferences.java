package io.rialto.gateway.preferences;

import io.rialto.gateway.control.ControlDatabase;
import io.rialto.gateway.http.RouteGroup;
import io.rialto.gateway.notices.NoticeType;
import io.rialto.gateway.notices.Outlet;
import io.rialto.gateway.notices.Preference;
import io.rialto.gateway.notices.Priority;
import io.rialto.gateway.notices.QuietHours;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** All readers' preferences, in the control database. Thread-safe; a change is on disk when its method returns. */
public final class Preferences {
    private final Jdbi sql;
    private final IntConsumer changed;

    /** A preference and the number by which its reader names it. */
    record Kept(int id, Preference preference) {}

    /** @param changed hears of readers that said something new */
    public Preferences(ControlDatabase control, IntConsumer changed) {
        this.sql = control.sql();
        this.changed = changed;
    }

    /** To look at them, and to change them. */
    public RouteGroup routes() {
        return new PreferenceRoutes(this);
    }

    /** Of everybody who has said anything. */
    public Set<Integer> readers() {
        return sql.withHandle(handle -> handle.createQuery("SELECT DISTINCT reader FROM notice_preference")
                .mapTo(Integer.class)
                .set());
    }

    public List<Preference> of(int reader) {
        return kept(reader).stream().map(Kept::preference).toList();
    }

    List<Kept> kept(int reader) {
        return sql.withHandle(handle -> kept(handle, reader));
    }

    private static List<Kept> kept(Handle handle, int reader) {
        return handle.createQuery("SELECT * FROM notice_preference WHERE reader = :reader ORDER BY id")
                .bind("reader", reader)
                .map((row, context) -> kept(row))
                .list();
    }

    /** In the place of the one of the same type and outlet, when there is one. */
    Kept put(int reader, Preference preference) {
        Kept kept = sql.inTransaction(handle -> put(handle, reader, preference));
        changed.accept(reader);
        return kept;
    }

    private static Kept put(Handle handle, int reader, Preference preference) {
        Optional<Kept> before = kept(handle, reader).stream()
                .filter(each -> each.preference().type().equals(preference.type()))
                .filter(each -> each.preference().outlet() == preference.outlet())
                .findFirst();
        before.ifPresent(each -> handle.execute("DELETE FROM notice_preference WHERE id = ?", each.id()));
        int id = before.map(Kept::id).orElseGet(() -> ControlDatabase.nextNumber(handle, "notice_preference"));
        insert(handle, reader, id, preference);
        return new Kept(id, preference);
    }

    private static void insert(Handle handle, int reader, int id, Preference preference) {
        handle.createUpdate(
                        "INSERT INTO notice_preference (id, reader, type, outlet, enabled, least, quiet_start,"
                                + " quiet_end, zone) VALUES (:id, :reader, :type, :outlet, :enabled, :least, :start, :end, :zone)")
                .bind("id", id)
                .bind("reader", reader)
                .bind("type", preference.type().map(Enum::name).orElse(""))
                .bind("outlet", preference.outlet().name())
                .bind("enabled", preference.enabled() ? 1 : 0)
                .bind("least", preference.least().name())
                .bind(
                        "start",
                        preference.quiet().map(each -> each.start().toString()).orElse(""))
                .bind(
                        "end",
                        preference.quiet().map(each -> each.end().toString()).orElse(""))
                .bind(
                        "zone",
                        preference.quiet().map(each -> each.zone().getId()).orElse(""))
                .execute();
    }

    /** Those that count without a word, written down in the place of all there were. */
    List<Kept> setDefaults(int reader) {
        List<Kept> made = sql.inTransaction(handle -> {
            handle.execute("DELETE FROM notice_preference WHERE reader = ?", reader);
            for (Outlet outlet : Outlet.values()) put(handle, reader, Preference.usual(outlet));
            return kept(handle, reader);
        });
        changed.accept(reader);
        return made;
    }

    boolean remove(int reader, int id) {
        int gone = sql.withHandle(
                handle -> handle.execute("DELETE FROM notice_preference WHERE reader = ? AND id = ?", reader, id));
        changed.accept(reader);
        return gone > 0;
    }

    private static Kept kept(ResultSet row) throws SQLException {
        String type = row.getString("type");
        String zone = row.getString("zone");
        Optional<QuietHours> quiet = zone.isEmpty()
                ? Optional.empty()
                : Optional.of(new QuietHours(
                        LocalTime.parse(row.getString("quiet_start")),
                        LocalTime.parse(row.getString("quiet_end")),
                        ZoneId.of(zone)));
        return new Kept(
                row.getInt("id"),
                new Preference(
                        type.isEmpty() ? Optional.empty() : Optional.of(NoticeType.valueOf(type)),
                        Outlet.valueOf(row.getString("outlet")),
                        row.getInt("enabled") == 1,
                        Priority.valueOf(row.getString("least")),
                        quiet));
    }
}
