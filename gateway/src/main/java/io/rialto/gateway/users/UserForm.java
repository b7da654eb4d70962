package io.rialto.gateway.users;

import io.rialto.gateway.form.Form;
import io.rialto.gateway.people.Person;
import io.rialto.gateway.problem.Problem;
import io.rialto.gateway.problem.ProblemCode;
import java.util.Locale;
import java.util.regex.Pattern;

/** Fields that people's forms share. */
final class UserForm {
    private static final int MOST_EMAIL = 254;
    private static final int MOST_SECRET = 1_024;
    private static final Pattern EMAILS = Pattern.compile(
            "[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*");
    private static final Pattern NAMES = Pattern.compile("[^\\p{Cntrl}]{1,128}");

    private UserForm() {}

    /** As the audit list names him: by number, since his name is his own. */
    static String told(Person person) {
        return "user:" + person.number();
    }

    /** In lower case: nobody means two people by two spellings. */
    static String email(Form form) {
        String email = form.text("email").toLowerCase(Locale.ROOT);
        if (email.length() > MOST_EMAIL || !EMAILS.matcher(email).matches()) {
            throw Problem.at("email", ProblemCode.INVALID_VALUE, "must be like name@example.com", email);
        }
        return email;
    }

    static String name(Form form) {
        return form.text("name", NAMES, "must be 1..128 characters");
    }

    /** A password or a token as it was sent; never shown. */
    static String secret(Form form, String field) {
        String secret = form.secret(field);
        if (secret.isEmpty() || secret.length() > MOST_SECRET) {
            throw Problem.at(field, ProblemCode.INVALID_VALUE, field + " must have 1.." + MOST_SECRET + " characters");
        }
        return secret;
    }
}
