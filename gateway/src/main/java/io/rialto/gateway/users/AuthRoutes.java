package io.rialto.gateway.users;

import io.rialto.gateway.form.Field;
import io.rialto.gateway.form.Fields;
import io.rialto.gateway.form.Form;
import io.rialto.gateway.http.Answer;
import io.rialto.gateway.http.Call;
import io.rialto.gateway.http.RouteGroup;
import io.rialto.gateway.http.Routes;
import io.rialto.gateway.people.PasswordPolicy;
import io.rialto.gateway.people.Passwords;
import io.rialto.gateway.people.People;
import io.rialto.gateway.people.Person;
import io.rialto.gateway.sessions.SignIn;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** How people come in: register, log in, stay in, log out. */
final class AuthRoutes implements RouteGroup {
    private static final Fields REGISTER = Fields.of(Field.text("email"), Field.text("password"), Field.text("name"));
    private static final Fields LOGIN = Fields.of(
            Field.text("email"), Field.text("password"), Field.text("code").optional());
    private static final Fields REFRESH = Fields.of(Field.text("refreshToken"));

    private final People people;
    private final Passwords passwords;
    private final SignIn signIn;
    private final Registration registration;

    AuthRoutes(SignIn signIn, Registration registration) {
        this.people = signIn.people();
        this.passwords = signIn.passwords();
        this.signIn = signIn;
        this.registration = registration;
    }

    @Override
    public void addTo(Routes routes) {
        routes.entrance("/auth/register", this::register)
                .says("Register a person, who logs in then; an address that is taken is answered the same")
                .takes(REGISTER)
                .answers(202, Registered.class);
        routes.entrance("/auth/login", this::login)
                .says("Log in: a new session and its tokens")
                .takes(LOGIN)
                .answers(200, Tokens.class);
        routes.entrance("/auth/refresh", this::refresh)
                .says("The next tokens of a session, for its newest refresh token")
                .takes(REFRESH)
                .answers(200, Tokens.class);
        routes.personal("POST", "/auth/logout", this::logout)
                .says("End this session")
                .takes(Fields.NONE)
                .answers(200, Ended.class);
    }

    /** What was sent, and nothing of what is kept. */
    private record Registered(String email, String name) {}

    private record Tokens(
            String accessToken,
            String tokenType,
            long expiresIn,
            String refreshToken,
            long refreshExpiresIn,
            String session) {}

    private record Ended(String session, boolean ended) {}

    /**
     * Nobody learns here whether an address is taken: the answer is the same, and so is the work; the account is opened at the first
     * log-in.
     */
    private CompletionStage<Answer> register(Call call) {
        Form form = call.form().knows(REGISTER);
        String email = UserForm.email(form);
        String name = UserForm.name(form);
        String password = UserForm.secret(form, "password");
        PasswordPolicy.check("password", password, email, name);
        boolean isNew = people.add(email, name, passwords.hash(password)).isPresent();
        Person meant = people.withEmail(email).orElseThrow();
        call.concerns(UserForm.told(meant) + (isNew ? "" : " was there"));
        return CompletableFuture.completedFuture(Answer.of(202, new Registered(email, name)));
    }

    private CompletionStage<Answer> login(Call call) {
        Form form = call.form().knows(LOGIN);
        String code = form.has("code") ? UserForm.secret(form, "code") : "";
        String email = UserForm.email(form);
        people.withEmail(email).ifPresent(meant -> call.concerns(UserForm.told(meant)));
        Person person = signIn.logIn(email, UserForm.secret(form, "password"), code, call.address());
        return registration
                .complete(person, call.correlation())
                .thenApply(known -> answer(signIn.begin(known, call.address(), call.userAgent())));
    }

    private CompletionStage<Answer> refresh(Call call) {
        Form form = call.form().knows(REFRESH);
        return CompletableFuture.completedFuture(answer(signIn.refresh(UserForm.secret(form, "refreshToken"))));
    }

    private static Answer answer(SignIn.Tokens tokens) {
        return Answer.ok(new Tokens(
                tokens.access(),
                "Bearer",
                tokens.accessSeconds(),
                tokens.refresh(),
                tokens.refreshSeconds(),
                tokens.session()));
    }

    private Answer logout(Call call) {
        call.form().knows(Fields.NONE);
        String session = call.person().session();
        signIn.sessions().end(call.person().number(), session);
        return Answer.ok(new Ended(session, true));
    }
}
