package io.rialto.gateway.protection;

import io.rialto.gateway.access.KeyRing;
import io.rialto.gateway.form.Form;
import io.rialto.gateway.market.Listed;
import io.rialto.gateway.problem.Problem;
import io.rialto.gateway.problem.ProblemCode;
import io.rialto.protocol.BlockScope;
import java.util.Map;
import java.util.regex.Pattern;

/** Whom a block is about, as administrators write it: an account's id, a firm's name, a key's id, a symbol. */
final class Targets {
    private static final Pattern NUMBERS = Pattern.compile("[1-9][0-9]{0,8}");

    private final Listed listed;
    private final KeyRing keys;

    Targets(Listed listed, KeyRing keys) {
        this.listed = listed;
        this.keys = keys;
    }

    /** The number by which history knows it. */
    int number(BlockScope scope, Form form) {
        String text = form.text("target");
        return switch (scope) {
            case ACCOUNT -> listed.account(form.at("target"), text).number();
            case SYMBOL -> listed.terms(form.at("target"), text).instrument().number();
            case FIRM -> firm(form.at("target"), text);
            case KEY -> keys.number(text).orElseThrow(() -> unknown(form.at("target"), "an API key", text));
            default -> trader(form.at("target"), text);
        };
    }

    /** As administrators read it. */
    String name(BlockScope scope, int number) {
        return switch (scope) {
            case SYMBOL -> listed.terms(number).instrument().symbol();
            case FIRM -> keys.firmNames().getOrDefault(number, Integer.toString(number));
            case KEY -> keys.name(number).orElse(Integer.toString(number));
            default -> Integer.toString(number);
        };
    }

    private int firm(String field, String name) {
        for (Map.Entry<Integer, String> firm : keys.firmNames().entrySet()) {
            if (firm.getValue().equals(name)) return firm.getKey();
        }
        throw unknown(field, "a firm", name);
    }

    private static int trader(String field, String text) {
        if (NUMBERS.matcher(text).matches()) return Integer.parseInt(text);
        throw unknown(field, "a trader's number", text);
    }

    private static Problem unknown(String field, String kind, String text) {
        return Problem.at(field, ProblemCode.INVALID_VALUE, "must be " + kind + " of this venue", text);
    }
}
