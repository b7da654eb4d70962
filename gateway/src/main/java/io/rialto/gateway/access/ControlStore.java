package io.rialto.gateway.access;

import io.rialto.gateway.control.ControlDatabase;
import io.rialto.gateway.security.AddressList;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Update;

/**
 * API keys with sealed secrets, and the names of accounts and firms, in the control database.
 *
 * <p>Thread-safe; every change is on disk when its method returns.
 */
final class ControlStore {
    private final Jdbi sql;

    ControlStore(ControlDatabase control) {
        this.sql = control.sql();
    }

    /** By what a key signs: a sealed secret, or a public key in base64, the other being empty. */
    record Signer(byte[] sealed, String publicKey) {
        static final Signer NONE = new Signer(new byte[0], "");

        boolean isNone() {
            return sealed.length == 0 && publicKey.isEmpty();
        }
    }

    /**
     * A key with its secret still sealed. Its number is counted from 1.
     *
     * @param requestKey of the request that made it, if one did; likewise who rotated it last
     */
    record Row(
            int number,
            String id,
            int account,
            String label,
            ApiKey.Terms terms,
            ApiKey.Algorithm algorithm,
            ApiKey.Status status,
            Signer signer,
            Signer old,
            long oldUntilMillis,
            long createdMillis,
            byte[] requestKey,
            byte[] bodyHash,
            byte[] rotatedBy,
            long version) {

        Row numbered(int next) {
            return new Row(
                    next,
                    id,
                    account,
                    label,
                    terms,
                    algorithm,
                    status,
                    signer,
                    old,
                    oldUntilMillis,
                    createdMillis,
                    requestKey,
                    bodyHash,
                    rotatedBy,
                    version);
        }

        Row changed(String otherLabel, ApiKey.Terms otherTerms, ApiKey.Status otherStatus) {
            return new Row(
                    number,
                    id,
                    account,
                    otherLabel,
                    otherTerms,
                    algorithm,
                    otherStatus,
                    signer,
                    old,
                    oldUntilMillis,
                    createdMillis,
                    requestKey,
                    bodyHash,
                    rotatedBy,
                    version + 1);
        }

        Row signedBy(Signer next, Signer before, long beforeUntilMillis, byte[] by) {
            return new Row(
                    number,
                    id,
                    account,
                    label,
                    terms,
                    algorithm,
                    status,
                    next,
                    before,
                    beforeUntilMillis,
                    createdMillis,
                    requestKey,
                    bodyHash,
                    by,
                    version + 1);
        }

        boolean wasMadeBy(byte[] hash) {
            return Arrays.equals(bodyHash, hash);
        }
    }

    List<Row> keys() {
        return sql.withHandle(handle -> handle.createQuery("SELECT * FROM api_key ORDER BY number")
                .map((row, context) -> row(row))
                .list());
    }

    Optional<Row> key(String id) {
        return sql.withHandle(handle -> handle.createQuery("SELECT * FROM api_key WHERE id = :id")
                .bind("id", id)
                .map((row, context) -> row(row))
                .findOne());
    }

    Optional<Row> keyMadeBy(byte[] requestKey) {
        return sql.withHandle(handle -> handle.createQuery("SELECT * FROM api_key WHERE request_key = :requestKey")
                .bind("requestKey", requestKey)
                .map((row, context) -> row(row))
                .findOne());
    }

    /**
     * The key as it is kept: with its number.
     *
     * @param beside what is kept with it, or not at all
     */
    Row insert(Row key, Consumer<Handle> beside) {
        return sql.inTransaction(handle -> {
            Row numbered = key.numbered(ControlDatabase.nextNumber(handle, "api_key"));
            insert(handle, numbered);
            beside.accept(handle);
            return numbered;
        });
    }

    private static void insert(Handle handle, Row key) {
        Update insert = handle.createUpdate("INSERT INTO api_key (id, number, account, created_millis, request_key,"
                + " body_hash, algorithm, label, scopes, status, addresses, instruments, most_quantity, most_value,"
                + " expires_millis, sealed_secret, public_key, old_sealed_secret, old_public_key, old_until_millis,"
                + " rotated_by, version) VALUES (:id, :number, :account, :created, :requestKey, :bodyHash, :algorithm, :label,"
                + " :scopes, :status, :addresses, :instruments, :mostQuantity, :mostValue, :expires, :sealed, :public,"
                + " :oldSealed, :oldPublic, :oldUntil, :rotatedBy, :version)");
        bound(insert, key)
                .bind("number", key.number())
                .bind("account", key.account())
                .bind("created", key.createdMillis())
                .bind("requestKey", key.requestKey())
                .bind("bodyHash", key.bodyHash())
                .bind("algorithm", key.algorithm().name())
                .execute();
    }

    /** All that may change of a key. */
    void update(Row key) {
        sql.useHandle(handle -> bound(
                        handle.createUpdate(
                                "UPDATE api_key SET label = :label, scopes = :scopes, status = :status,"
                                        + " addresses = :addresses, instruments = :instruments, most_quantity = :mostQuantity,"
                                        + " most_value = :mostValue, expires_millis = :expires, sealed_secret = :sealed,"
                                        + " public_key = :public, old_sealed_secret = :oldSealed, old_public_key = :oldPublic,"
                                        + " old_until_millis = :oldUntil, rotated_by = :rotatedBy, version = :version WHERE id = :id"),
                        key)
                .execute());
    }

    private static Update bound(Update statement, Row key) {
        ApiKey.Terms terms = key.terms();
        return statement
                .bind("id", key.id())
                .bind("label", key.label())
                .bind(
                        "scopes",
                        terms.scopes().stream().map(Scope::name).sorted().collect(Collectors.joining(",")))
                .bind("status", key.status().name())
                .bind("addresses", String.join(",", terms.addresses().words()))
                .bind("instruments", String.join(",", terms.instruments()))
                .bind(
                        "mostQuantity",
                        terms.mostQuantity().map(BigDecimal::toPlainString).orElse(null))
                .bind(
                        "mostValue",
                        terms.mostValue().map(BigDecimal::toPlainString).orElse(null))
                .bind("expires", terms.expiresMillis())
                .bind("sealed", key.signer().sealed())
                .bind("public", key.signer().publicKey())
                .bind("oldSealed", key.old().sealed())
                .bind("oldPublic", key.old().publicKey())
                .bind("oldUntil", key.oldUntilMillis())
                .bind("rotatedBy", key.rotatedBy())
                .bind("version", key.version());
    }

    /** Those whose owner may not come in. */
    Set<Integer> shutAccounts() {
        return sql.withHandle(handle -> handle.createQuery(
                        "SELECT account FROM person WHERE disabled_millis IS NOT NULL AND account > 0")
                .mapTo(Integer.class)
                .set());
    }

    /** Told again, the name stays what it was first. */
    void nameAccount(int account, String name) {
        sql.useHandle(handle -> handle.createUpdate("INSERT INTO account_name (account, name) VALUES (:account, :name)"
                        + " ON CONFLICT (account) DO NOTHING")
                .bind("account", account)
                .bind("name", name)
                .execute());
    }

    /** Firms are counted from 1 in the order in which they are named first. */
    int firmNumber(String name) {
        return sql.inTransaction(handle -> {
            Optional<Integer> known = handle.createQuery("SELECT number FROM firm WHERE name = :name")
                    .bind("name", name)
                    .mapTo(Integer.class)
                    .findOne();
            if (known.isPresent()) return known.get();
            int next = ControlDatabase.nextNumber(handle, "firm");
            handle.execute("INSERT INTO firm (number, name) VALUES (?, ?)", next, name);
            return next;
        });
    }

    Map<Integer, String> firmNames() {
        return names("SELECT number, name FROM firm");
    }

    Map<Integer, String> accountNames() {
        return names("SELECT account, name FROM account_name");
    }

    private Map<Integer, String> names(String query) {
        return sql.withHandle(handle -> handle.createQuery(query)
                .map((row, context) -> Map.entry(row.getInt(1), row.getString("name")))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, TreeMap::new)));
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getInt("number"),
                row.getString("id"),
                row.getInt("account"),
                row.getString("label"),
                terms(row),
                ApiKey.Algorithm.valueOf(row.getString("algorithm")),
                ApiKey.Status.valueOf(row.getString("status")),
                signer(row.getBytes("sealed_secret"), row.getString("public_key")),
                signer(row.getBytes("old_sealed_secret"), row.getString("old_public_key")),
                row.getLong("old_until_millis"),
                row.getLong("created_millis"),
                row.getBytes("request_key"),
                row.getBytes("body_hash"),
                row.getBytes("rotated_by"),
                row.getLong("version"));
    }

    private static Signer signer(byte[] sealed, String publicKey) {
        return new Signer(sealed == null ? new byte[0] : sealed, publicKey == null ? "" : publicKey);
    }

    private static ApiKey.Terms terms(ResultSet row) throws SQLException {
        Set<Scope> scopes =
                list(row.getString("scopes")).stream().map(Scope::valueOf).collect(Collectors.toUnmodifiableSet());
        return new ApiKey.Terms(
                scopes,
                AddressList.of(list(row.getString("addresses"))),
                list(row.getString("instruments")),
                Optional.ofNullable(row.getString("most_quantity")).map(BigDecimal::new),
                Optional.ofNullable(row.getString("most_value")).map(BigDecimal::new),
                row.getLong("expires_millis"));
    }

    private static List<String> list(String words) {
        return words == null || words.isEmpty() ? List.of() : List.of(words.split(","));
    }
}
