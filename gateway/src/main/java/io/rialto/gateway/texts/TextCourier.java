package io.rialto.gateway.texts;

import io.rialto.gateway.delivery.Courier;
import io.rialto.gateway.delivery.DeliveryItem;
import io.rialto.gateway.form.Json;
import io.rialto.gateway.outbound.Authorities;
import io.rialto.gateway.outbound.Posting;
import io.rialto.gateway.outbound.Targets;
import io.rialto.gateway.settings.DeliveryConfig;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Hands text messages to a provider: one POST each, as JSON or as a form, with the token as a bearer's. The names of its four fields
 * (to, from, text, id) are settings, since each provider has its own. Thread-safe.
 */
public final class TextCourier implements Courier {
    private static final Pattern NUMBERS = Pattern.compile("\\+[1-9][0-9]{6,14}");
    private static final int MOST_TEXT = 480;

    private final DeliveryConfig.Texts config;
    private final Optional<String> token;
    private final Posting posting;

    private TextCourier(DeliveryConfig.Texts config, Optional<String> token, Posting posting) {
        this.config = config;
        this.token = token;
        this.posting = posting;
    }

    /** @throws IOException when a file that is configured cannot be used */
    public static TextCourier open(DeliveryConfig.Texts config) throws IOException {
        Optional<String> token = config.tokenFile().isPresent()
                ? Optional.of(Files.readString(config.tokenFile().get()).strip())
                : Optional.empty();
        // The operator names the provider: its address may be any.
        Targets only = new Targets(Set.of(URI.create(config.url()).getHost()), true, Targets.Names.SYSTEM);
        Duration timeout = Duration.ofMillis(config.timeoutMillis());
        return new TextCourier(config, token, new Posting(timeout, Authorities.of(config.authorities()), only));
    }

    /** Whether it is a telephone number of E.164: plus, country, number, fifteen digits at most. */
    public static boolean isNumber(String address) {
        return NUMBERS.matcher(address).matches();
    }

    @Override
    public Outcome carry(DeliveryItem item) {
        if (!isNumber(item.address())) return Outcome.never("the number is none of E.164");
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Idempotency-Key", item.id());
        token.ifPresent(secret -> headers.put("Authorization", "Bearer " + secret));
        Map<String, String> fields = fields(item);
        return config.isForm()
                ? posting.post(config.url(), headers, "application/x-www-form-urlencoded", form(fields))
                : posting.post(config.url(), headers, "application/json", Json.bytes(fields));
    }

    private Map<String, String> fields(DeliveryItem item) {
        List<String> names = config.fields();
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put(names.get(0), item.address());
        config.from().ifPresent(from -> fields.put(names.get(1), from));
        fields.put(names.get(2), text(item));
        fields.put(names.get(3), item.id());
        return fields;
    }

    private static String text(DeliveryItem item) {
        String whole = item.subject() + "\n" + String.join("\n", item.lines());
        String text = whole.strip();
        if (text.length() <= MOST_TEXT) return text;
        boolean isHalfPair = Character.isHighSurrogate(text.charAt(MOST_TEXT - 2));
        return text.substring(0, isHalfPair ? MOST_TEXT - 2 : MOST_TEXT - 1) + "…";
    }

    private static byte[] form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"))
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        posting.close();
    }
}
