package io.rialto.gateway.settings;

import java.util.List;
import java.util.Locale;

/**
 * One key of the configuration: what it is, its unit, default and range.
 *
 * @param choices the values it may take; empty for a whole number or free text
 */
record Setting(String key, String unit, String normal, long least, long most, List<String> choices, String meaning) {

    static Setting number(String key, String unit, long normal, long least, long most, String meaning) {
        return new Setting(key, unit, Long.toString(normal), least, most, List.of(), meaning);
    }

    static Setting choice(String key, String normal, List<String> choices, String meaning) {
        return new Setting(key, "", normal, 0, 0, choices, meaning);
    }

    static Setting text(String key, String normal, String meaning) {
        return new Setting(key, "", normal, 0, 0, List.of(), meaning);
    }

    boolean isNumber() {
        return most > 0;
    }

    /** The environment variable that overrides it. */
    String variable() {
        return "RIALTO_" + key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    /** What is wrong with a value, or nothing. */
    String fault(String value) {
        if (isNumber()) return numberFault(value);
        if (!choices.isEmpty() && !choices.contains(value)) {
            return key + " must be one of " + String.join(", ", choices) + ": was '" + value + "'";
        }
        return value.isBlank() ? key + " must not be empty" : "";
    }

    private String numberFault(String value) {
        try {
            long number = Long.parseLong(value);
            if (number >= least && number <= most) return "";
        } catch (NumberFormatException e) {
            return key + " must be a whole number (" + unit + "): was '" + value + "'";
        }
        return key + " must be " + least + ".." + most + " (" + unit + "): was '" + value + "'";
    }
}
