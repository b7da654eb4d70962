package io.rialto.gateway.sessions;

import io.rialto.gateway.access.Signatures;
import io.rialto.gateway.control.ControlDatabase;
import io.rialto.gateway.problem.Problem;
import io.rialto.gateway.problem.ProblemCode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/**
 * How long who has failed has to wait: a few failures are free, then one second, doubled with each further one, up to a quarter of
 * an hour; a day without a failure is forgotten. Users are counted whether they exist or not, addresses with more patience, since
 * many may share one.
 *
 * <p>Thread-safe. Kept in the control database, so neither a restart nor another door forgets; as hashes. An attempt is counted
 * before it is judged, so that many at once are not cheaper than one after the other.
 */
public final class Attempts {
    private static final int USER_FREE = 5;
    private static final int ADDRESS_FREE = 20;
    private static final long MOST_WAIT_MILLIS = 900_000;
    private static final long FORGOTTEN_MILLIS = 86_400_000;
    private static final int SHIFT_MOST = 20;

    private final Jdbi sql;
    private final Clock clock;

    private record Count(int failures, long lastMillis) {}

    /** One that was counted as failed; who did not fail says so. */
    public final class Attempt {
        private final byte[] user;
        private final byte[] address;

        private Attempt(byte[] user, byte[] address) {
            this.user = user;
            this.address = address;
        }

        /** All failures of the user are forgotten, and this one of the address. */
        public void succeeded() {
            sql.useHandle(handle -> handle.execute("DELETE FROM sign_in_attempt WHERE subject = ?", (Object) user));
            takeBack(address);
        }

        /** It was no failure; those before it still count. */
        public void undecided() {
            takeBack(user);
            takeBack(address);
        }
    }

    public Attempts(ControlDatabase control, Clock clock) {
        this.sql = control.sql();
        this.clock = clock;
    }

    /**
     * Counts an attempt for the user and from the address, together or not at all.
     *
     * @throws Problem TOO_MANY_ATTEMPTS with the seconds to wait; nothing was counted then
     */
    public Attempt begin(String email, String address) {
        byte[] user = subject("user", email);
        byte[] place = subject("address", address);
        long now = clock.millis();
        long wait = Math.max(waitMillis(count(user), USER_FREE, now), waitMillis(count(place), ADDRESS_FREE, now));
        if (wait > 0 || !take(user, USER_FREE, now)) throw tooMany(Math.max(wait, 1));
        if (!take(place, ADDRESS_FREE, now)) {
            takeBack(user);
            throw tooMany(1);
        }
        return new Attempt(user, place);
    }

    private static Problem tooMany(long waitMillis) {
        int seconds = (int) ((waitMillis + 999) / 1_000);
        return Problem.retry(ProblemCode.TOO_MANY_ATTEMPTS, seconds, "try again in " + seconds + " s");
    }

    private static long waitMillis(Optional<Count> count, int free, long now) {
        if (count.isEmpty() || count.get().failures < free) return 0;
        int beyond = Math.min(count.get().failures - free, SHIFT_MOST);
        long wait = Math.min(1_000L << beyond, MOST_WAIT_MILLIS);
        return Math.max(0, count.get().lastMillis + wait - now);
    }

    /** Only one of many at once takes the place that was seen to be free. */
    private boolean take(byte[] subject, int free, long now) {
        while (true) {
            Optional<Count> seen = count(subject);
            if (waitMillis(seen, free, now) > 0) return false;
            int changed = seen.map(count -> changed(subject, count, now)).orElseGet(() -> begun(subject, now));
            if (changed == 1) return true;
        }
    }

    private Optional<Count> count(byte[] subject) {
        return sql.withHandle(handle -> handle.createQuery(
                        "SELECT failures, last_millis FROM sign_in_attempt WHERE subject = :subject")
                .bind("subject", subject)
                .map((row, context) -> new Count(row.getInt(1), row.getLong(2)))
                .findOne());
    }

    private int changed(byte[] subject, Count seen, long now) {
        int before = now - seen.lastMillis > FORGOTTEN_MILLIS ? 0 : seen.failures;
        return sql.withHandle(handle -> handle.execute(
                "UPDATE sign_in_attempt SET failures = ?, last_millis = ?"
                        + " WHERE subject = ? AND failures = ? AND last_millis = ?",
                before + 1,
                now,
                subject,
                seen.failures,
                seen.lastMillis));
    }

    private int begun(byte[] subject, long now) {
        return sql.withHandle(handle -> {
            handle.execute("DELETE FROM sign_in_attempt WHERE last_millis < ?", now - FORGOTTEN_MILLIS);
            return handle.execute(
                    "INSERT INTO sign_in_attempt (subject, failures, last_millis) VALUES (?, 1, ?)"
                            + " ON CONFLICT (subject) DO NOTHING",
                    subject,
                    now);
        });
    }

    private void takeBack(byte[] subject) {
        sql.useHandle(handle -> handle.execute(
                "UPDATE sign_in_attempt SET failures = failures - 1 WHERE subject = ? AND failures > 0",
                (Object) subject));
    }

    private static byte[] subject(String kind, String name) {
        return Signatures.sha256().digest((kind + "\n" + name).getBytes(StandardCharsets.UTF_8));
    }
}
