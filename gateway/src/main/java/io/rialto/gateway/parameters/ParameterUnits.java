package io.rialto.gateway.parameters;

import io.rialto.gateway.form.Decimals;
import io.rialto.gateway.form.Form;
import io.rialto.gateway.market.Terms;
import io.rialto.gateway.problem.Problem;
import io.rialto.gateway.problem.ProblemCode;
import java.util.regex.Pattern;

/**
 * What a parameter's or a limit's number means, by the last word of its name: ticks are a price, lots a quantity, minor an
 * amount of the quote asset, a rate a signed decimal; tick and lot are decimals themselves. All others are whole numbers.
 */
public final class ParameterUnits {
    /** As history writes that there is no value. */
    public static final long NONE = Long.MIN_VALUE;

    private static final Pattern WHOLE = Pattern.compile("-?(0|[1-9][0-9]{0,17})");
    private static final int STEP_BASE = 100;

    /** How orders at one price share, in the order of the schema's MatchingAlgorithm. */
    private enum Algorithm {
        PRICE_TIME,
        PRO_RATA
    }

    private ParameterUnits() {}

    /** The form's field as history writes it; JSON's null is none. @param name of the parameter */
    public static long read(Form form, String field, String name, Terms terms) {
        if (form.isNull(field)) return NONE;
        String text = form.text(field);
        String at = form.at(field);
        if (name.equals("TICK") || name.equals("LOT")) return step(at, text);
        if (name.equals("MATCHING_ALGORITHM"))
            return form.choice(field, Algorithm.class).ordinal();
        if (name.endsWith("_PRICE_TICKS")) return terms.ticks(at, text);
        if (name.endsWith("_TICKS")) return terms.distanceTicks(at, text);
        if (name.endsWith("_LOTS")) return terms.lots(at, text);
        if (name.endsWith("_MINOR")) return terms.quoteMinor(at, text);
        if (name.endsWith("_RATE")) return Decimals.signedMinor(at, text, Terms.RATE_SCALE);
        if (WHOLE.matcher(text).matches()) return Long.parseLong(text);
        throw Problem.at(at, ProblemCode.INVALID_VALUE, "must be a whole number in a string", text);
    }

    /** As a client reads it; null for none. */
    public static String text(String name, long value, Terms terms) {
        if (value == NONE) return null;
        if (name.equals("TICK") || name.equals("LOT")) {
            return Decimals.text(value / STEP_BASE, (int) (value % STEP_BASE));
        }
        if (name.equals("MATCHING_ALGORITHM")) return Algorithm.values()[(int) value].name();
        if (name.endsWith("_PRICE_TICKS")) return terms.price(value);
        if (name.endsWith("_TICKS")) return terms.distance(value);
        if (name.endsWith("_LOTS")) return terms.quantity(value);
        if (name.endsWith("_MINOR")) return terms.quote(value);
        if (name.endsWith("_RATE")) return Decimals.text(value, Terms.RATE_SCALE);
        return Long.toString(value);
    }

    /** Its decimals as written are the scale of every number on its grid. */
    private static long step(String at, String text) {
        int point = text.indexOf('.');
        int scale = point < 0 ? 0 : text.length() - point - 1;
        long mantissa = Decimals.minor(at, text, Math.min(scale, STEP_BASE - 1));
        boolean fits = mantissa > 0 && mantissa <= Long.MAX_VALUE / STEP_BASE - 1;
        if (!fits) throw Problem.at(at, ProblemCode.INVALID_VALUE, "must be above zero, and small", text);
        return mantissa * STEP_BASE + scale;
    }
}
