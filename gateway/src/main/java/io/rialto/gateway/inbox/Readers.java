package io.rialto.gateway.inbox;

import io.rialto.gateway.http.Call;
import io.rialto.gateway.problem.Problem;
import io.rialto.gateway.problem.ProblemCode;
import java.util.regex.Pattern;

/** Whose notifications a request is about: those of the caller's account; the administrators by key share one inbox. */
public final class Readers {
    private static final Pattern NUMBERS = Pattern.compile("[1-9][0-9]{0,17}");

    private Readers() {}

    /** Who sees all accounts may look into the inbox of each. */
    public static int read(Call call) {
        boolean isOwn = call.parameter("account").isEmpty() && call.caller().account() == 0;
        return isOwn ? 0 : call.readAccount();
    }

    public static int own(Call call) {
        return Math.max(0, call.caller().account());
    }

    /** The number in the path; what cannot be one is nobody's. */
    public static long number(Call call) {
        String id = call.part("id");
        if (NUMBERS.matcher(id).matches()) return Long.parseLong(id);
        throw Problem.at("id", ProblemCode.NOT_FOUND, "there is nothing of that id");
    }

    /** The same of what is counted in fewer digits. */
    public static int id(Call call) {
        return (int) Math.min(Integer.MAX_VALUE, number(call));
    }
}
