package io.rialto.gateway.webhooks;

import io.rialto.gateway.control.ControlDatabase;
import io.rialto.gateway.control.Sealing;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * All webhooks, in the control database. A secret is told once, when it is made, and sealed from then on. Thread-safe; a change is on
 * disk when its method returns.
 */
public final class Webhooks {
    /** How long the secret before still signs, so that a receiver can change his without losing a message. */
    static final Duration OVERLAP = Duration.ofHours(24);

    private static final int ID_BYTES = 8;
    private static final int SECRET_BYTES = 32;
    private static final int MOST_FAULT = 256;

    private final Jdbi sql;
    private final Sealing sealing;
    private final int mostEach;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    /** A webhook and its secret, told this once. */
    record Made(Webhook webhook, String secret) {
        @Override
        public String toString() {
            return "Made[" + webhook.id() + "]";
        }
    }

    /** Where to send, and what to sign with, the newest first. */
    record Route(String url, List<byte[]> secrets) {}

    /** @param mostEach of one person */
    public Webhooks(ControlDatabase control, Sealing sealing, int mostEach, Clock clock) {
        this.sql = control.sql();
        this.sealing = sealing;
        this.mostEach = mostEach;
        this.clock = clock;
    }

    /** Empty when he has as many as he may. */
    Optional<Made> add(int person, String url) {
        String id = "wh_" + HexFormat.of().formatHex(fresh(ID_BYTES));
        String secret = secret();
        byte[] sealed = sealed(id, secret);
        long now = clock.millis();
        int added = sql.withHandle(
                handle -> handle.createUpdate("INSERT INTO webhook (id, person, url, sealed_secret, created_millis)"
                                + " SELECT :id, :person, :url, :sealed, :now"
                                + " WHERE (SELECT COUNT(*) FROM webhook WHERE person = :person) < :most")
                        .bind("id", id)
                        .bind("person", person)
                        .bind("url", url)
                        .bind("sealed", sealed)
                        .bind("now", now)
                        .bind("most", mostEach)
                        .execute());
        return added == 0 ? Optional.empty() : Optional.of(new Made(new Webhook(id, person, url, now, 0, ""), secret));
    }

    /** A new secret; the one before signs as well for {@link #OVERLAP}. Empty when he has no such webhook. */
    Optional<Made> rotate(int person, String id) {
        String secret = secret();
        int changed = sql.withHandle(handle -> handle.createUpdate(
                        "UPDATE webhook SET old_sealed_secret = sealed_secret,"
                                + " old_until_millis = :until, sealed_secret = :sealed WHERE id = :id AND person = :person")
                .bind("until", clock.millis() + OVERLAP.toMillis())
                .bind("sealed", sealed(id, secret))
                .bind("id", id)
                .bind("person", person)
                .execute());
        return changed == 0 ? Optional.empty() : find(person, id).map(webhook -> new Made(webhook, secret));
    }

    /** A person's, the oldest first: an item's address is the id of one. */
    public List<Webhook> of(Handle handle, int person) {
        return handle.createQuery("SELECT * FROM webhook WHERE person = :person ORDER BY created_millis, id")
                .bind("person", person)
                .map((row, context) -> webhook(row))
                .list();
    }

    List<Webhook> of(int person) {
        return sql.withHandle(handle -> of(handle, person));
    }

    Optional<Webhook> find(int person, String id) {
        return of(person).stream().filter(webhook -> webhook.id().equals(id)).findFirst();
    }

    boolean remove(int person, String id) {
        return sql.withHandle(handle -> handle.execute("DELETE FROM webhook WHERE person = ? AND id = ?", person, id))
                == 1;
    }

    /** Empty when it was removed meanwhile, or is somebody else's. */
    Optional<Route> route(int person, String id) {
        return sql.withHandle(handle -> handle.createQuery("SELECT * FROM webhook WHERE person = :person AND id = :id")
                .bind("person", person)
                .bind("id", id)
                .map((row, context) -> route(row))
                .findOne());
    }

    private Route route(ResultSet row) throws SQLException {
        String id = row.getString("id");
        List<byte[]> secrets = new ArrayList<>();
        secrets.add(sealing.open(sealedId(id), row.getBytes("sealed_secret")));
        if (row.getLong("old_until_millis") > clock.millis()) {
            secrets.add(sealing.open(sealedId(id), row.getBytes("old_sealed_secret")));
        }
        return new Route(row.getString("url"), secrets);
    }

    /** @param fault empty when it went well */
    void tried(String id, String fault) {
        sql.useHandle(handle -> handle.execute(
                "UPDATE webhook SET tried_millis = ?, fault = ? WHERE id = ?",
                clock.millis(),
                fault.substring(0, Math.min(fault.length(), MOST_FAULT)),
                id));
    }

    private static Webhook webhook(ResultSet row) throws SQLException {
        return new Webhook(
                row.getString("id"),
                row.getInt("person"),
                row.getString("url"),
                row.getLong("created_millis"),
                row.getLong("tried_millis"),
                row.getString("fault"));
    }

    private String secret() {
        return "whsec_" + Base64.getUrlEncoder().withoutPadding().encodeToString(fresh(SECRET_BYTES));
    }

    private byte[] sealed(String id, String secret) {
        return sealing.seal(sealedId(id), secret.getBytes(StandardCharsets.US_ASCII));
    }

    private static String sealedId(String id) {
        return "webhook:" + id;
    }

    private byte[] fresh(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
