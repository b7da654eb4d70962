package io.rialto.gateway.form;

import io.rialto.gateway.problem.Problem;
import io.rialto.gateway.problem.ProblemCode;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Decimal strings at the edge: in strictly, out at full scale. Nothing is ever rounded on the way in.
 *
 * <p>A plain decimal is {@code 0} or digits without a leading zero, then optionally a point and at least one digit: no
 * sign, exponent, blank, separator or digit of another script.
 */
public final class Decimals {
    private static final int MAX_DIGITS = 19;
    private static final int AVERAGE_EXTRA_DIGITS = 8;

    private Decimals() {}

    /**
     * The value in units of 10^-scale.
     *
     * @throws Problem INVALID_DECIMAL, TOO_MANY_DECIMALS or TOO_MANY_DIGITS, naming the field
     */
    public static long minor(String field, String text, int scale) {
        int point = checkedPoint(field, text);
        int decimals = point < 0 ? 0 : text.length() - point - 1;
        int whole = point < 0 ? text.length() : point;
        if (whole > MAX_DIGITS) {
            throw Problem.at(field, ProblemCode.TOO_MANY_DIGITS, "must have at most 19 digits", text);
        }
        if (decimals > scale) {
            throw Problem.at(field, ProblemCode.TOO_MANY_DECIMALS, "must have at most " + scale + " decimals", text);
        }
        long value = 0;
        for (int i = 0; i < text.length(); i++) {
            if (i != point) value = shifted(field, text, value, text.charAt(i) - '0');
        }
        for (int i = decimals; i < scale; i++) value = shifted(field, text, value, 0);
        return value;
    }

    /** The same of what may be below zero: a minus, then the plain decimal. */
    public static long signedMinor(String field, String text, int scale) {
        return text.startsWith("-") ? -minor(field, text.substring(1), scale) : minor(field, text, scale);
    }

    /** The value as whole steps of {@code mantissa / 10^scale}; off the grid is the given code. */
    public static long steps(String field, String text, long mantissa, int scale, ProblemCode offGrid) {
        long value = minor(field, text, scale);
        if (value % mantissa != 0) {
            throw Problem.at(field, offGrid, "must be a multiple of " + text(mantissa, scale), text);
        }
        return value / mantissa;
    }

    /** At full scale, never with an exponent. */
    public static String text(long minor, int scale) {
        return BigDecimal.valueOf(minor, scale).toPlainString();
    }

    /** Steps of {@code mantissa / 10^scale}, at full scale. */
    public static String text(long steps, long mantissa, int scale) {
        return text(steps, mantissa, scale, BigDecimal.ZERO);
    }

    /** The same where steps are counted from so far below zero. */
    public static String text(long steps, long mantissa, int scale, BigDecimal below) {
        return BigDecimal.valueOf(steps)
                .multiply(BigDecimal.valueOf(mantissa))
                .scaleByPowerOfTen(-scale)
                .subtract(below)
                .setScale(scale)
                .toPlainString();
    }

    /** Notional over quantity: at the price's scale when that is exact, else with up to eight digits more, half to even. */
    public static String average(BigDecimal notional, BigDecimal quantity, int priceScale) {
        BigDecimal average = notional.divide(quantity, priceScale + AVERAGE_EXTRA_DIGITS, RoundingMode.HALF_EVEN)
                .stripTrailingZeros();
        return average.setScale(Math.max(priceScale, average.scale())).toPlainString();
    }

    private static int checkedPoint(String field, String text) {
        int point = -1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '.' && point < 0 && i > 0 && i < text.length() - 1) point = i;
            else if (c < '0' || c > '9') throw notPlain(field, text);
        }
        boolean leadingZero = text.length() > 1 && text.charAt(0) == '0' && point != 1;
        if (text.isEmpty() || leadingZero) throw notPlain(field, text);
        return point;
    }

    private static Problem notPlain(String field, String text) {
        String rule = "must be a plain decimal without sign, exponent, blank or leading zero";
        return Problem.at(field, ProblemCode.INVALID_DECIMAL, rule, text);
    }

    private static long shifted(String field, String text, long value, int digit) {
        if (value > (Long.MAX_VALUE - digit) / 10) {
            throw Problem.at(field, ProblemCode.TOO_MANY_DIGITS, "must fit in 63 bits at its scale", text);
        }
        return value * 10 + digit;
    }
}
