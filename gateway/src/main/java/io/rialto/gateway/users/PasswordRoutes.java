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

/** A new password for who knows the old one; all his other sessions end with it. */
final class PasswordRoutes implements RouteGroup {
    private static final Fields CHANGE = Fields.of(Field.text("password"), Field.text("newPassword"));

    private final People people;
    private final Passwords passwords;
    private final SignIn signIn;

    PasswordRoutes(SignIn signIn) {
        this.people = signIn.people();
        this.passwords = signIn.passwords();
        this.signIn = signIn;
    }

    @Override
    public void addTo(Routes routes) {
        routes.personal("PUT", "/users/me/password", this::change)
                .says("Change my password; all my other sessions end")
                .takes(CHANGE)
                .answers(200, Changed.class)
                .asksSecondFactor();
    }

    private record Changed(int endedSessions) {}

    private Answer change(Call call) {
        Form form = call.form().knows(CHANGE);
        Person person = people.numbered(call.person().number()).orElseThrow();
        String next = UserForm.secret(form, "newPassword");
        PasswordPolicy.check("newPassword", next, person.email(), person.name());
        signIn.reaffirm(call.person(), UserForm.secret(form, "password"), call.address());
        people.changePassword(person.number(), passwords.hash(next));
        return Answer.ok(new Changed(
                signIn.sessions().endOthers(person.number(), call.person().session())));
    }
}
