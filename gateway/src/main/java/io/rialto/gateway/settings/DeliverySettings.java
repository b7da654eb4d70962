package io.rialto.gateway.settings;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The keys of what leaves the venue: the outbox, and each way out of it. */
final class DeliverySettings {
    static final List<Setting> ALL = List.of(
            Setting.number("delivery.threads", "threads", 4, 2, 64, "of each channel; one is for what is critical"),
            Setting.number("delivery.tries", "tries", 12, 1, 100, "then a message is a dead letter"),
            Setting.number("delivery.first-retry", "ms", 5_000, 10, 600_000, "then twice as long each time"),
            Setting.number("delivery.longest-retry", "s", 3_600, 1, 86_400, "of the waits between tries"),
            Setting.number(
                    "delivery.lease", "s", 60, 4, 3_600, "after it another process takes over from one that died"),
            Setting.number("delivery.poll", "ms", 1_000, 10, 60_000, "how often it is looked for what is due"),
            Setting.number("delivery.kept", "hours", 720, 1, 87_600, "how long what is over is remembered"),
            Setting.text("mail.host", "none", "the SMTP server; none sends no e-mail"),
            Setting.number("mail.port", "port", 587, 1, 65_535, "of it"),
            Setting.choice("mail.tls", "starttls", List.of("none", "starttls", "tls"), "how it is spoken to"),
            Setting.text("mail.user", "none", "who it is asked as"),
            Setting.text("mail.password-file", "none", "file with that user's password"),
            Setting.text("mail.from", "none", "who writes: name@example.com, or Name <name@example.com>"),
            Setting.text("mail.authorities", "none", "PEM file of the certificates to believe; none: the platform's"),
            Setting.number("mail.timeout", "ms", 10_000, 100, 60_000, "of each step with it"),
            Setting.choice("webhooks.plain-http", "refused", List.of("refused", "allowed"), "for tests alone"),
            Setting.text("webhooks.private-hosts", "none", "names that need no public address, by commas"),
            Setting.number("webhooks.each", "webhooks", 10, 1, 1_000, "of one person"),
            Setting.text(
                    "webhooks.authorities", "none", "PEM file of the certificates to believe; none: the platform's"),
            Setting.number("webhooks.timeout", "ms", 10_000, 100, 60_000, "of a whole delivery"),
            Setting.text("sms.url", "none", "https://… that takes text messages; none sends none"),
            Setting.choice("sms.format", "json", List.of("json", "form"), "of what it is sent"),
            Setting.text("sms.fields", "to,from,text,id", "its names for these four, in this order"),
            Setting.text("sms.from", "none", "who writes, where it asks for that"),
            Setting.text("sms.token-file", "none", "file with the bearer's token"),
            Setting.text("sms.authorities", "none", "PEM file of the certificates to believe; none: the platform's"),
            Setting.number("sms.timeout", "ms", 10_000, 100, 60_000, "of a whole delivery"));

    private static final String NONE = "none";
    private static final Pattern PROVIDERS =
            Pattern.compile("https://[!-~]{1,480}|http://(localhost|127\\.0\\.0\\.1)(:[0-9]{1,5})?(/[!-~]{0,400})?");
    private static final Pattern NAMES = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,31}(,[A-Za-z][A-Za-z0-9_]{0,31}){3}");
    private static final Pattern WRITERS = Pattern.compile("[ -~]{3,320}");

    private final Map<String, String> values;

    private DeliverySettings(Map<String, String> values) {
        this.values = values;
    }

    /** What is wrong with them together. */
    static void check(Map<String, String> values, List<String> faults) {
        DeliverySettings settings = new DeliverySettings(values);
        if (settings.isGiven("mail.host")) settings.checkMail(faults);
        if (settings.isGiven("sms.url")
                && !PROVIDERS.matcher(values.get("sms.url")).matches()) {
            faults.add("sms.url must be none or begin with https://");
        }
        if (!NAMES.matcher(values.get("sms.fields")).matches()) {
            faults.add("sms.fields must be four names by commas: was '" + values.get("sms.fields") + "'");
        }
    }

    private void checkMail(List<String> faults) {
        if (!isGiven("mail.from") || !WRITERS.matcher(values.get("mail.from")).matches()) {
            faults.add("mail.host needs mail.from, in printable ASCII");
        }
        if (isGiven("mail.user") != isGiven("mail.password-file")) {
            faults.add("mail.user and mail.password-file need each other");
        }
        if (isGiven("mail.user") && values.get("mail.tls").equals(NONE)) {
            faults.add("mail.user needs mail.tls: a password is not sent in the clear");
        }
    }

    static DeliveryConfig config(Map<String, String> values) {
        return new DeliverySettings(values).config();
    }

    private DeliveryConfig config() {
        return new DeliveryConfig(
                new DeliveryConfig.Outbox(
                        number("delivery.threads"),
                        number("delivery.tries"),
                        number("delivery.first-retry"),
                        number("delivery.longest-retry"),
                        number("delivery.lease"),
                        number("delivery.poll"),
                        number("delivery.kept")),
                given("mail.host").map(this::mail),
                new DeliveryConfig.Webhooks(
                        values.get("webhooks.plain-http").equals("allowed"),
                        given("webhooks.private-hosts")
                                .map(DeliverySettings::names)
                                .orElse(Set.of()),
                        number("webhooks.each"),
                        file("webhooks.authorities"),
                        number("webhooks.timeout")),
                given("sms.url").map(this::texts));
    }

    private DeliveryConfig.Mail mail(String host) {
        return new DeliveryConfig.Mail(
                host,
                number("mail.port"),
                DeliveryConfig.Tls.valueOf(values.get("mail.tls").toUpperCase(Locale.ROOT)),
                given("mail.user"),
                file("mail.password-file"),
                values.get("mail.from"),
                file("mail.authorities"),
                number("mail.timeout"));
    }

    private DeliveryConfig.Texts texts(String url) {
        return new DeliveryConfig.Texts(
                url,
                values.get("sms.format").equals("form"),
                List.of(values.get("sms.fields").split(",")),
                given("sms.from"),
                file("sms.token-file"),
                file("sms.authorities"),
                number("sms.timeout"));
    }

    private static Set<String> names(String text) {
        return Arrays.stream(text.split(","))
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    private boolean isGiven(String key) {
        return !values.get(key).equals(NONE);
    }

    private Optional<String> given(String key) {
        return Optional.of(values.get(key)).filter(value -> !value.equals(NONE));
    }

    private Optional<Path> file(String key) {
        return given(key).map(Path::of);
    }

    private int number(String key) {
        return Integer.parseInt(values.get(key));
    }
}
