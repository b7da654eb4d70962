package io.rialto.gateway.people;

import io.rialto.gateway.form.Field;
import io.rialto.gateway.form.Fields;
import io.rialto.gateway.form.Form;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What people may tell of themselves and choose, each with its rule. Everything else is refused by name. */
public enum PersonalField {
    PHONE("profile", "phone", Pattern.compile("\\+[0-9]{6,15}"), "must be like +41441234567"),
    COUNTRY("profile", "country", oneOf(Locale.getISOCountries()), "must be a country of ISO 3166, like CH"),
    LANGUAGE("preferences", "language", oneOf(Locale.getISOLanguages()), "must be a language of ISO 639, like de"),
    TIME_ZONE("preferences", "timeZone", oneOf(zones()), "must be a time zone, like Europe/Zurich"),
    THEME("preferences", "theme", oneOf("LIGHT", "DARK", "SYSTEM"), "must be LIGHT, DARK or SYSTEM"),
    DEFAULT_SYMBOL("preferences", "defaultSymbol", Pattern.compile("[A-Z0-9._-]{1,24}"), "must be a symbol"),
    CONFIRM_ORDERS("settings", "confirmOrders"),
    CONFIRM_CANCELS("settings", "confirmCancels"),
    SHOW_BALANCES("settings", "showBalances");

    private final String section;
    private final String word;
    private final Optional<Pattern> rule;
    private final String words;

    PersonalField(String section, String word, Pattern rule, String words) {
        this.section = section;
        this.word = word;
        this.rule = Optional.of(rule);
        this.words = words;
    }

    /** True or false. */
    PersonalField(String section, String word) {
        this.section = section;
        this.word = word;
        this.rule = Optional.empty();
        this.words = "";
    }

    public String section() {
        return section;
    }

    public String word() {
        return word;
    }

    public static List<String> sections() {
        return List.of("profile", "preferences", "settings");
    }

    /** What a form changes; null takes a field away. */
    public static Map<PersonalField, Optional<String>> changes(Form form) {
        Map<PersonalField, Optional<String>> changes = new LinkedHashMap<>();
        for (String section : sections()) {
            if (!form.has(section)) continue;
            Form part = form.form(section).knows(fields(section));
            for (PersonalField field : values()) {
                if (field.section.equals(section) && part.has(field.word)) changes.put(field, field.read(part));
            }
        }
        return changes;
    }

    /** All of a section as they stand, null for what he has not told. */
    public static Map<String, Object> shown(String section, Map<String, String> kept) {
        Map<String, Object> shown = new LinkedHashMap<>();
        for (PersonalField field : values()) {
            if (!field.section.equals(section)) continue;
            String value = kept.get(section + "." + field.word);
            shown.put(field.word, value == null || field.rule.isPresent() ? value : Boolean.valueOf(value));
        }
        return shown;
    }

    private Optional<String> read(Form part) {
        if (part.isNull(word)) return Optional.empty();
        return Optional.of(
                rule.map(pattern -> part.text(word, pattern, words)).orElseGet(() -> "" + part.flag(word, false)));
    }

    /** All of a section; each may be left out, or null. */
    public static Fields fields(String section) {
        return Fields.of(Arrays.stream(values())
                .filter(field -> field.section.equals(section))
                .map(PersonalField::described)
                .toArray(Field[]::new));
    }

    private Field described() {
        Field field = rule.isEmpty() ? Field.flag(word) : Field.text(word).says(words);
        return field.orNull().optional();
    }

    private static Pattern oneOf(String... words) {
        List<String> quoted = new ArrayList<>();
        for (String word : words) quoted.add(Pattern.quote(word));
        return Pattern.compile(String.join("|", quoted));
    }

    private static String[] zones() {
        Set<String> zones = ZoneId.getAvailableZoneIds();
        return zones.stream().sorted().toArray(String[]::new);
    }
}
