package io.rialto.gateway.users;

import io.rialto.gateway.access.KeyRing;
import io.rialto.gateway.http.RouteGroup;
import io.rialto.gateway.http.Routes;
import io.rialto.gateway.ingress.Ingress;
import io.rialto.gateway.people.Administrators;
import io.rialto.gateway.people.People;
import io.rialto.gateway.sessions.SignIn;

/** All routes of and about people. */
public final class PeopleRoutes implements RouteGroup {
    private final KeyRing keys;
    private final Registration registration;
    private final People people;
    private final SignIn signIn;
    private final Administrators administrators;

    public PeopleRoutes(Ingress ingress, KeyRing keys, SignIn signIn, Administrators administrators) {
        this.administrators = administrators;
        this.keys = keys;
        this.people = signIn.people();
        this.registration = new Registration(ingress, keys, people);
        this.signIn = signIn;
    }

    @Override
    public void addTo(Routes routes) {
        routes.add(
                new AuthRoutes(signIn, registration),
                new UserRoutes(people, signIn.secondFactor()),
                new SessionRoutes(signIn.sessions()),
                new FactorRoutes(signIn),
                new PasswordRoutes(signIn),
                new UserAdminRoutes(signIn, keys, administrators));
    }
}
