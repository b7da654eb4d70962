package io.rialto.gateway.users;

import io.rialto.gateway.factors.SecondFactor;
import io.rialto.gateway.form.Field;
import io.rialto.gateway.form.Fields;
import io.rialto.gateway.form.Form;
import io.rialto.gateway.http.Answer;
import io.rialto.gateway.http.Call;
import io.rialto.gateway.http.RouteGroup;
import io.rialto.gateway.http.Routes;
import io.rialto.gateway.people.Person;
import io.rialto.gateway.problem.Problem;
import io.rialto.gateway.problem.ProblemCode;
import io.rialto.gateway.sessions.SignIn;
import java.util.List;

/** Set up a second factor, and do without it again. */
final class FactorRoutes implements RouteGroup {
    private static final String PATH = "/users/me/second-factor";
    private static final Fields PASSWORD = Fields.of(Field.text("password"));
    private static final Fields CODE = Fields.of(Field.text("code"));

    private final SignIn signIn;
    private final SecondFactor factor;

    FactorRoutes(SignIn signIn) {
        this.signIn = signIn;
        this.factor = signIn.secondFactor();
    }

    @Override
    public void addTo(Routes routes) {
        routes.personal("GET", PATH, this::show)
                .says("Whether I have a second factor")
                .answers(200, Standing.class);
        routes.personal("POST", PATH, this::begin)
                .says("A new secret for an authenticator; counts when it is confirmed")
                .takes(PASSWORD)
                .answers(201, SecondFactor.Begun.class);
        routes.personal("POST", PATH + "/confirm", this::confirm)
                .says("Ask for the second factor from now on; answers the codes for paper, once")
                .takes(CODE)
                .answers(200, Codes.class);
        routes.personal("POST", PATH + "/recovery-codes", this::renew)
                .says("New codes for paper; those before count no more")
                .takes(PASSWORD)
                .answers(200, Codes.class)
                .asksSecondFactor();
        routes.personal("POST", PATH + "/disable", this::disable)
                .says("Do without a second factor again")
                .takes(PASSWORD)
                .answers(200, Standing.class)
                .asksSecondFactor();
    }

    private record Standing(boolean enabled, int recoveryCodesLeft) {}

    private record Codes(List<String> recoveryCodes) {}

    private Answer show(Call call) {
        return standing(call.person().number());
    }

    private Answer standing(int person) {
        return Answer.ok(new Standing(factor.isOn(person), factor.paperLeft(person)));
    }

    private Answer begin(Call call) {
        Person person = reaffirmed(call);
        return Answer.created(factor.begin(person.number(), person.email()));
    }

    private Answer confirm(Call call) {
        Form form = call.form().knows(CODE);
        int person = call.person().number();
        List<String> codes = factor.confirm(person, UserForm.secret(form, "code"))
                .orElseThrow(() -> Problem.at("code", ProblemCode.WRONG_CODE, ProblemCode.WRONG_CODE.title()));
        return Answer.ok(new Codes(codes));
    }

    private Answer renew(Call call) {
        return Answer.ok(new Codes(factor.renewPaper(reaffirmed(call).number())));
    }

    private Answer disable(Call call) {
        int person = reaffirmed(call).number();
        factor.disable(person);
        return standing(person);
    }

    /** Who has the session need not be who knows the password. */
    private Person reaffirmed(Call call) {
        Form form = call.form().knows(PASSWORD);
        return signIn.reaffirm(call.person(), UserForm.secret(form, "password"), call.address());
    }
}
