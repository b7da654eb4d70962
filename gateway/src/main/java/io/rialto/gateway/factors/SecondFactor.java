package io.rialto.gateway.factors;

import io.rialto.gateway.control.ControlDatabase;
import io.rialto.gateway.control.Sealing;
import io.rialto.gateway.problem.Problem;
import io.rialto.gateway.problem.ProblemCode;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * What people prove beside their password, when they set it up: a code of an authenticator, or one on paper. Every code counts once.
 *
 * <p>Thread-safe. Secrets are sealed, codes on paper are hashes. How often one may guess is for who asks to count.
 */
public final class SecondFactor {
    private final Jdbi sql;
    private final Sealing sealing;
    private final TimedCodes timed;
    private final RecoveryCodes paper;

    /** A secret as it is shown once. */
    public record Begun(String secret, String uri) {
        @Override
        public String toString() {
            return "Begun";
        }
    }

    private record Row(byte[] sealed, boolean isConfirmed) {}

    public SecondFactor(ControlDatabase control, Sealing sealing, Clock clock) {
        this.sql = control.sql();
        this.sealing = sealing;
        this.timed = new TimedCodes(clock);
        this.paper = new RecoveryCodes(clock);
    }

    public boolean isOn(int person) {
        return row(person).filter(Row::isConfirmed).isPresent();
    }

    /** Unused codes on paper. */
    public int paperLeft(int person) {
        return sql.withHandle(handle -> paper.left(handle, person));
    }

    /** A new secret, which counts when the first code of it is shown. Begun again, the one before is forgotten. */
    public Begun begin(int person, String email) {
        byte[] secret = timed.newSecret();
        byte[] sealed = sealing.seal(name(person), secret);
        sql.useTransaction(handle -> {
            handle.execute("DELETE FROM second_factor WHERE person = ? AND is_confirmed = 0", person);
            int added = handle.execute(
                    "INSERT INTO second_factor (person, sealed_secret, is_confirmed, last_step) VALUES (?, ?, 0, 0)"
                            + " ON CONFLICT (person) DO NOTHING",
                    person,
                    sealed);
            if (added == 0) throw isOn();
        });
        return new Begun(TimedCodes.text(secret), TimedCodes.uri(secret, email));
    }

    private static Problem isOn() {
        return Problem.of(ProblemCode.SECOND_FACTOR_ON, ProblemCode.SECOND_FACTOR_ON.title());
    }

    /** From now on it is asked for; answers the codes for paper. Empty when the code is wrong, or nothing was begun. */
    public Optional<List<String>> confirm(int person, String code) {
        Optional<Row> begun = row(person);
        if (begun.filter(Row::isConfirmed).isPresent()) throw isOn();
        OptionalLong step = begun.map(row -> step(person, row, code)).orElse(OptionalLong.empty());
        if (step.isEmpty()) return Optional.empty();
        return sql.inTransaction(handle -> {
            int confirmed = handle.execute(
                    "UPDATE second_factor SET is_confirmed = 1, last_step = ? WHERE person = ? AND is_confirmed = 0",
                    step.getAsLong(),
                    person);
            return confirmed == 0 ? Optional.empty() : Optional.of(paper.renew(handle, person));
        });
    }

    /** Spends a code, if it counts. */
    public boolean take(int person, String code) {
        Optional<Row> on = row(person).filter(Row::isConfirmed);
        if (on.isEmpty()) return false;
        OptionalLong step = step(person, on.get(), code);
        if (step.isEmpty()) return sql.inTransaction(handle -> paper.take(handle, person, code));
        return sql.withHandle(handle -> handle.execute(
                        "UPDATE second_factor SET last_step = ? WHERE person = ? AND last_step < ?",
                        step.getAsLong(),
                        person,
                        step.getAsLong()))
                == 1;
    }

    public List<String> renewPaper(int person) {
        return sql.inTransaction(handle -> paper.renew(handle, person));
    }

    public void disable(int person) {
        sql.useTransaction(handle -> {
            paper.drop(handle, person);
            handle.execute("DELETE FROM second_factor WHERE person = ?", person);
        });
    }

    private OptionalLong step(int person, Row row, String code) {
        return timed.step(sealing.open(name(person), row.sealed), code);
    }

    private Optional<Row> row(int person) {
        return sql.withHandle(handle -> row(handle, person));
    }

    private static Optional<Row> row(Handle handle, int person) {
        return handle.createQuery("SELECT sealed_secret, is_confirmed FROM second_factor WHERE person = :person")
                .bind("person", person)
                .map((row, context) -> new Row(row.getBytes(1), row.getInt(2) == 1))
                .findOne();
    }

    private static String name(int person) {
        return "second factor of person " + person;
    }
}
