package io.rialto.gateway.sessions;

import io.rialto.gateway.access.Authenticator;
import io.rialto.gateway.access.Bearers;
import io.rialto.gateway.access.Caller;
import io.rialto.gateway.control.ControlDatabase;
import io.rialto.gateway.control.Sealing;
import io.rialto.gateway.factors.SecondFactor;
import io.rialto.gateway.people.Passwords;
import io.rialto.gateway.people.People;
import io.rialto.gateway.people.Person;
import io.rialto.gateway.problem.Problem;
import io.rialto.gateway.problem.ProblemCode;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/**
 * Lets people in and knows them again: password to session, refresh token to access token, access token to caller.
 *
 * <p>Thread-safe. Refuses by {@link Problem}s; an unknown user and a wrong password get the same answer after the same time.
 */
public final class SignIn implements Bearers {
    private final Jdbi sql;
    private final People people;
    private final Passwords passwords = new Passwords();
    private final Attempts attempts;
    private final Sessions sessions;
    private final AccessTokens access;
    private final RefreshTokens refresh;
    private final SecondFactor factor;
    private final Duration accessLife;

    /** How long a token and a session count. */
    public record Lives(Duration access, Duration session) {}

    /** What a client keeps; shown once. */
    public record Tokens(String access, long accessSeconds, String refresh, long refreshSeconds, String session) {
        @Override
        public String toString() {
            return "Tokens[session=" + session + "]";
        }
    }

    public SignIn(ControlDatabase control, Sealing sealing, Lives lives, Clock clock) {
        this.sql = control.sql();
        this.people = new People(control, clock);
        this.attempts = new Attempts(control, clock);
        this.sessions = new Sessions(control, lives.session, clock);
        this.access = new AccessTokens(sealing, lives.access, clock);
        this.refresh = new RefreshTokens(clock);
        this.factor = new SecondFactor(control, sealing, clock);
        this.accessLife = lives.access;
    }

    public People people() {
        return people;
    }

    public Passwords passwords() {
        return passwords;
    }

    public SecondFactor secondFactor() {
        return factor;
    }

    public Sessions sessions() {
        return sessions;
    }

    /**
     * Who it is, by address and password, and by a code when he has a second factor.
     *
     * @param code empty without one
     */
    public Person logIn(String email, String password, String code, String address) {
        Attempts.Attempt attempt = attempts.begin(email, address);
        Person person = right(email, password);
        if (factor.isOn(person.number())) prove(person, code, "code", attempt);
        attempt.succeeded();
        return person;
    }

    /** That he who is in still knows the password. */
    public Person reaffirm(Caller.Person in, String password, String address) {
        Person person = people.numbered(in.number()).orElseThrow();
        Attempts.Attempt attempt = attempts.begin(person.email(), address);
        right(person.email(), password);
        attempt.succeeded();
        return person;
    }

    @Override
    public void confirm(Caller caller, String code, String address) {
        if (!factor.isOn(caller.person().number())) return;
        Person person = people.numbered(caller.person().number()).orElseThrow();
        Attempts.Attempt attempt = attempts.begin(person.email(), address);
        prove(person, code, Authenticator.SECOND_FACTOR, attempt);
        attempt.succeeded();
    }

    private void prove(Person person, String code, String field, Attempts.Attempt attempt) {
        if (code.isEmpty()) {
            attempt.undecided();
            throw Problem.at(field, ProblemCode.SECOND_FACTOR_REQUIRED, ProblemCode.SECOND_FACTOR_REQUIRED.title());
        }
        if (!factor.take(person.number(), code)) {
            throw Problem.at(field, ProblemCode.WRONG_CODE, ProblemCode.WRONG_CODE.title());
        }
    }

    private Person right(String email, String password) {
        Optional<Person> found = people.withEmail(email);
        boolean isRight =
                passwords.matches(password, found.map(Person::passwordHash).orElse(passwords.decoy()));
        if (found.isEmpty() || !isRight) {
            throw Problem.of(ProblemCode.WRONG_CREDENTIALS, ProblemCode.WRONG_CREDENTIALS.title());
        }
        if (found.get().isDisabled()) throw Problem.of(ProblemCode.USER_DISABLED, ProblemCode.USER_DISABLED.title());
        return found.get();
    }

    /** A new session, and the first tokens of its family. */
    public Tokens begin(Person person, String address, String userAgent) {
        String session = refresh.newSession();
        String first = sql.inTransaction(handle -> {
            sessions.begin(handle, session, person.number(), address, userAgent);
            return refresh.add(handle, session);
        });
        return tokens(person.number(), session, first);
    }

    /** The next tokens of the family. One that was used before ends the session, for whoever is in it. */
    public Tokens refresh(String token) {
        Optional<RefreshTokens.Shown> shown = sql.inTransaction(handle -> refresh.show(handle, token));
        RefreshTokens.Shown known = shown.orElseThrow(
                () -> Problem.at("refreshToken", ProblemCode.INVALID_TOKEN, "must be a refresh token of this venue"));
        Caller caller = sessions.caller(known.session()).orElseThrow(() -> ended("refreshToken"));
        if (!known.isFirstTime()) {
            sessions.end(caller.person().number(), known.session());
            throw Problem.at("refreshToken", ProblemCode.TOKEN_REUSED, ProblemCode.TOKEN_REUSED.title());
        }
        String next = sql.inTransaction(handle -> refresh.add(handle, known.session()));
        return tokens(caller.person().number(), known.session(), next);
    }

    private Tokens tokens(int person, String session, String refreshToken) {
        return new Tokens(
                access.issue(person, session),
                accessLife.toSeconds(),
                refreshToken,
                sessions.life().toSeconds(),
                session);
    }

    @Override
    public Caller caller(String token) {
        AccessTokens.Claims claims = access.read(token);
        return sessions.caller(claims.session())
                .filter(caller -> caller.person().number() == claims.person())
                .orElseThrow(() -> ended(Authenticator.AUTHORIZATION));
    }

    @Override
    public Caller again(Caller caller) {
        return sessions.caller(caller.person().session()).orElseThrow(() -> ended(""));
    }

    private static Problem ended(String field) {
        return Problem.at(field, ProblemCode.SESSION_ENDED, ProblemCode.SESSION_ENDED.title());
    }
}
