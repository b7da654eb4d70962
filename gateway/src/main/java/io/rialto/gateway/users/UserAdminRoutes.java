package io.rialto.gateway.users;

import io.rialto.gateway.access.KeyRing;
import io.rialto.gateway.access.Role;
import io.rialto.gateway.access.Scope;
import io.rialto.gateway.factors.SecondFactor;
import io.rialto.gateway.form.Cursors;
import io.rialto.gateway.form.Field;
import io.rialto.gateway.form.Fields;
import io.rialto.gateway.form.Times;
import io.rialto.gateway.http.Answer;
import io.rialto.gateway.http.Call;
import io.rialto.gateway.http.RouteGroup;
import io.rialto.gateway.http.Routes;
import io.rialto.gateway.people.Administrators;
import io.rialto.gateway.people.People;
import io.rialto.gateway.people.Person;
import io.rialto.gateway.problem.Problem;
import io.rialto.gateway.problem.ProblemCode;
import io.rialto.gateway.sessions.Sessions;
import io.rialto.gateway.sessions.SignIn;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** People as administrators see them: which role they have, and whether they may come in. */
final class UserAdminRoutes implements RouteGroup {
    private static final Fields ROLE = Fields.of(Field.choice("role", Role.class));
    private static final Pattern NUMBERS = Pattern.compile("[1-9][0-9]{0,8}");
    private static final int USUAL_LIMIT = 100;
    private static final int MOST = 1_000;

    private final People people;
    private final Sessions sessions;
    private final SecondFactor factor;
    private final KeyRing keys;
    private final Administrators administrators;

    UserAdminRoutes(SignIn signIn, KeyRing keys, Administrators administrators) {
        this.keys = keys;
        this.administrators = administrators;
        this.people = signIn.people();
        this.sessions = signIn.sessions();
        this.factor = signIn.secondFactor();
    }

    @Override
    public void addTo(Routes routes) {
        routes.read("/admin/users", Scope.ADMIN, this::list, "limit", "cursor")
                .says("People, in the order in which they registered")
                .answers(200, Items.class);
        routes.read("/admin/users/{id}", Scope.ADMIN, call -> Answer.ok(body(person(call))))
                .says("A person")
                .answers(200, Body.class);
        routes.write("POST", "/admin/users/{id}/role", Scope.ADMIN, this::giveRole)
                .says("Give a person a role, in force at once")
                .takes(ROLE)
                .answers(200, Body.class)
                .asksSecondFactor()
                .takesTwo();
        routes.write("POST", "/admin/users/{id}/disable", Scope.ADMIN, call -> change(call, this::disable))
                .says("Keep a person and the keys of his account out, at once")
                .takes(Fields.NONE)
                .answers(200, Body.class);
        routes.write("POST", "/admin/users/{id}/second-factor/disable", Scope.ADMIN, call -> change(call, this::free))
                .says("Take a lost second factor away, and end all sessions of its owner")
                .takes(Fields.NONE)
                .answers(200, Body.class)
                .asksSecondFactor()
                .takesTwo();
        routes.write("POST", "/admin/users/{id}/enable", Scope.ADMIN, call -> change(call, this::enable))
                .says("Let a person and the keys of his account in again")
                .takes(Fields.NONE)
                .answers(200, Body.class);
    }

    private record Body(
            String id, String email, String name, String role, String account, boolean disabled, String createdAt) {}

    private record Items(List<Body> items, String next) {}

    private Answer list(Call call) {
        int after = call.parameter("cursor").map(Cursors::place).orElse(0L).intValue();
        int limit = (int) call.whole("limit", 1, MOST).orElse(USUAL_LIMIT);
        List<Person> found = people.after(after, limit);
        String next = found.size() < limit
                ? null
                : Cursors.text(found.get(found.size() - 1).number());
        return Answer.ok(new Items(found.stream().map(UserAdminRoutes::body).toList(), next));
    }

    private CompletionStage<Answer> giveRole(Call call) {
        Role role = call.form().knows(ROLE).choice("role", Role.class);
        Person person = person(call);
        call.concerns(UserForm.told(person) + " " + person.role() + " -> " + role);
        if (role == Role.ADMIN) people.giveRole(person.number(), role);
        else administrators.withoutPerson(person, false, () -> given(person, role));
        return done(person);
    }

    private Person given(Person person, Role role) {
        people.giveRole(person.number(), role);
        return person;
    }

    /** With his sessions the keys of his account stop; they are what they were when he is let in again. */
    private void disable(Person person) {
        administrators.withoutPerson(person, true, () -> shutOut(person));
        keys.tellEnded();
    }

    private Person shutOut(Person person) {
        people.disable(person.number(), true);
        sessions.endOthers(person.number(), "");
        keys.refresh();
        return person;
    }

    private void free(Person person) {
        factor.disable(person.number());
        sessions.endOthers(person.number(), "");
    }

    private void enable(Person person) {
        people.disable(person.number(), false);
        keys.refresh();
    }

    private CompletionStage<Answer> change(Call call, Consumer<Person> change) {
        call.form().knows(Fields.NONE);
        Person person = person(call);
        call.concerns(UserForm.told(person));
        change.accept(person);
        return done(person);
    }

    private CompletionStage<Answer> done(Person changed) {
        return CompletableFuture.completedFuture(
                Answer.ok(body(people.numbered(changed.number()).orElseThrow())));
    }

    private Person person(Call call) {
        String id = call.part("id");
        return (NUMBERS.matcher(id).matches() ? people.numbered(Integer.parseInt(id)) : Optional.<Person>empty())
                .orElseThrow(() -> Problem.at("id", ProblemCode.UNKNOWN_USER, ProblemCode.UNKNOWN_USER.title()));
    }

    private static Body body(Person person) {
        return new Body(
                Integer.toString(person.number()),
                person.email(),
                person.name(),
                person.role().name(),
                Integer.toString(person.account()),
                person.isDisabled(),
                Times.text(person.createdMillis() * UserRoutes.NANOS_PER_MILLI));
    }
}
