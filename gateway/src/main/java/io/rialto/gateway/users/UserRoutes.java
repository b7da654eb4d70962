package io.rialto.gateway.users;

import io.rialto.gateway.factors.SecondFactor;
import io.rialto.gateway.form.Field;
import io.rialto.gateway.form.Fields;
import io.rialto.gateway.form.Form;
import io.rialto.gateway.form.Times;
import io.rialto.gateway.http.Answer;
import io.rialto.gateway.http.Call;
import io.rialto.gateway.http.RouteGroup;
import io.rialto.gateway.http.Routes;
import io.rialto.gateway.people.People;
import io.rialto.gateway.people.Person;
import io.rialto.gateway.people.PersonalField;
import java.util.Map;

/** What a person told of himself, and chose. */
final class UserRoutes implements RouteGroup {
    private static final Fields CHANGES = Fields.of(
                    Field.text("name"),
                    Field.form("profile", PersonalField.fields("profile")),
                    Field.form("preferences", PersonalField.fields("preferences")),
                    Field.form("settings", PersonalField.fields("settings")))
            .optional();

    static final long NANOS_PER_MILLI = 1_000_000;

    private final People people;
    private final SecondFactor factor;

    UserRoutes(People people, SecondFactor factor) {
        this.people = people;
        this.factor = factor;
    }

    @Override
    public void addTo(Routes routes) {
        routes.personal("GET", "/users/me", this::show)
                .says("Who I am, and what I chose")
                .answers(200, Body.class);
        routes.personal("PATCH", "/users/me", this::change)
                .says("Change some of what I told and chose; null takes a field away")
                .takes(CHANGES)
                .answers(200, Body.class);
    }

    private record Body(
            String id,
            String email,
            String name,
            String role,
            String account,
            String createdAt,
            boolean secondFactor,
            Map<String, Object> profile,
            Map<String, Object> preferences,
            Map<String, Object> settings) {}

    private Answer show(Call call) {
        return body(call.person().number());
    }

    private Answer change(Call call) {
        Form form = call.form().knows(CHANGES);
        int number = call.person().number();
        var changes = PersonalField.changes(form);
        if (form.has("name")) people.rename(number, UserForm.name(form));
        people.change(number, changes);
        return body(number);
    }

    private Answer body(int number) {
        Person person = people.numbered(number).orElseThrow();
        Map<String, String> fields = people.fields(number);
        return Answer.ok(new Body(
                Integer.toString(number),
                person.email(),
                person.name(),
                person.role().name(),
                Integer.toString(person.account()),
                Times.text(person.createdMillis() * NANOS_PER_MILLI),
                factor.isOn(number),
                PersonalField.shown("profile", fields),
                PersonalField.shown("preferences", fields),
                PersonalField.shown("settings", fields)));
    }
}
