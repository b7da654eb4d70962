package io.rialto.gateway.people;

import io.rialto.gateway.access.Role;
import io.rialto.gateway.control.ControlDatabase;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** All people of the venue, in the control database. Thread-safe; a change is on disk when its method returns. */
public final class People {
    private static final int KEY_BYTES = 16;

    private final Jdbi sql;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    public People(ControlDatabase control, Clock clock) {
        this.sql = control.sql();
        this.clock = clock;
    }

    /** A new trader without an account yet; empty when the address is taken. */
    public Optional<Person> add(String email, String name, String passwordHash) {
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        return sql.inTransaction(handle -> {
            int number = ControlDatabase.nextNumber(handle, "person");
            int added = handle.createUpdate("INSERT INTO person (number, email, name, password_hash, role, account,"
                            + " opening_key, created_millis) VALUES (:number, :email, :name, :hash, :role, 0, :key, :now)"
                            + " ON CONFLICT (email) DO NOTHING")
                    .bind("number", number)
                    .bind("email", email)
                    .bind("name", name)
                    .bind("hash", passwordHash)
                    .bind("role", Role.TRADER.name())
                    .bind("key", key)
                    .bind("now", clock.millis())
                    .execute();
            return added == 0 ? Optional.empty() : numbered(handle, number);
        });
    }

    public Optional<Person> numbered(int number) {
        return sql.withHandle(handle -> numbered(handle, number));
    }

    private static Optional<Person> numbered(Handle handle, int number) {
        return handle.createQuery("SELECT * FROM person WHERE number = :number")
                .bind("number", number)
                .map((row, context) -> person(row))
                .findOne();
    }

    public Optional<Person> withEmail(String email) {
        return sql.withHandle(handle -> handle.createQuery("SELECT * FROM person WHERE email = :email")
                .bind("email", email)
                .map((row, context) -> person(row))
                .findOne());
    }

    /** Those counted after a number, in their order. */
    public List<Person> after(int number, int limit) {
        return sql.withHandle(
                handle -> handle.createQuery("SELECT * FROM person WHERE number > :number ORDER BY number LIMIT :limit")
                        .bind("number", number)
                        .bind("limit", limit)
                        .map((row, context) -> person(row))
                        .list());
    }

    /** The accounts of all administrators; who was disabled is still one, so that nobody is alone by disabling others. */
    public List<Integer> administrators() {
        return sql.withHandle(
                handle -> handle.createQuery("SELECT account FROM person WHERE role = :role AND account > 0")
                        .bind("role", Role.ADMIN.name())
                        .mapTo(Integer.class)
                        .list());
    }

    /** Everybody in that role, also who was disabled. */
    List<Person> inRole(Role role) {
        return sql.withHandle(handle -> handle.createQuery("SELECT * FROM person WHERE role = :role ORDER BY number")
                .bind("role", role.name())
                .map((row, context) -> person(row))
                .list());
    }

    public void giveAccount(int number, int account) {
        sql.useHandle(handle -> handle.execute("UPDATE person SET account = ? WHERE number = ?", account, number));
    }

    public void rename(int number, String name) {
        sql.useHandle(handle -> handle.execute("UPDATE person SET name = ? WHERE number = ?", name, number));
    }

    public void changePassword(int number, String hash) {
        sql.useHandle(handle -> handle.execute("UPDATE person SET password_hash = ? WHERE number = ?", hash, number));
    }

    public void giveRole(int number, Role role) {
        sql.useHandle(handle -> handle.execute("UPDATE person SET role = ? WHERE number = ?", role.name(), number));
    }

    public void disable(int number, boolean isDisabled) {
        sql.useHandle(handle -> handle.createUpdate("UPDATE person SET disabled_millis = :at WHERE number = :number")
                .bind("at", isDisabled ? clock.millis() : null)
                .bind("number", number)
                .execute());
    }

    /** What he told of himself, by section and name. */
    public Map<String, String> fields(int number) {
        return sql.withHandle(handle -> handle.createQuery(
                        "SELECT section, name, value FROM person_field WHERE person = :number")
                .bind("number", number)
                .reduceRows(new TreeMap<>(), (all, row) -> {
                    String place = row.getColumn("section", String.class) + "." + row.getColumn("name", String.class);
                    all.put(place, row.getColumn("value", String.class));
                    return all;
                }));
    }

    /** All or none of them; an empty value takes one away. */
    public void change(int number, Map<PersonalField, Optional<String>> changes) {
        sql.useTransaction(handle -> changes.forEach((field, value) -> {
            handle.execute(
                    "DELETE FROM person_field WHERE person = ? AND section = ? AND name = ?",
                    number,
                    field.section(),
                    field.word());
            value.ifPresent(text -> handle.execute(
                    "INSERT INTO person_field (person, section, name, value) VALUES (?, ?, ?, ?)",
                    number,
                    field.section(),
                    field.word(),
                    text));
        }));
    }

    private static Person person(ResultSet row) throws SQLException {
        return new Person(
                row.getInt("number"),
                row.getString("email"),
                row.getString("name"),
                row.getString("password_hash"),
                Role.valueOf(row.getString("role")),
                row.getInt("account"),
                row.getBytes("opening_key"),
                row.getLong("created_millis"),
                row.getObject("disabled_millis") != null);
    }
}
