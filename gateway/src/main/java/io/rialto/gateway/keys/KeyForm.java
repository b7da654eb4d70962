package io.rialto.gateway.keys;

import io.rialto.gateway.access.ApiKey;
import io.rialto.gateway.access.Scope;
import io.rialto.gateway.form.Choices;
import io.rialto.gateway.form.Field;
import io.rialto.gateway.form.Fields;
import io.rialto.gateway.form.Form;
import io.rialto.gateway.form.Times;
import io.rialto.gateway.market.Listed;
import io.rialto.gateway.problem.Problem;
import io.rialto.gateway.problem.ProblemCode;
import io.rialto.gateway.security.AddressList;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The terms of a key as its owner writes them: what is absent stays, null binds no more. */
final class KeyForm {
    /** What a key may, beside its scopes. */
    static final Fields TERMS = Fields.of(
                    Field.text("label").says("at most 64 characters"),
                    Field.texts("addresses").orNull().says("addresses and networks of IPv4 and IPv6, at most 50"),
                    Field.texts("instruments").orNull().says("symbols, at most 50"),
                    Field.decimal("maxOrderQuantity").orNull(),
                    Field.decimal("maxOrderValue").orNull().says("price times quantity"),
                    Field.moment("expiresAt").orNull())
            .optional();

    private static final Pattern LABELS = Pattern.compile("[^\\p{Cntrl}]{0,64}");
    private static final Pattern DECIMALS = Pattern.compile("(0|[1-9][0-9]{0,17})(\\.[0-9]{1,12})?");
    private static final int MOST_WORDS = 50;
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final Form form;
    private final Listed listed;

    KeyForm(Form form, Listed listed) {
        this.form = form;
        this.listed = listed;
    }

    String label(String before) {
        return form.has("label") ? form.text("label", LABELS, "must be at most 64 characters") : before;
    }

    ApiKey.Terms terms(ApiKey.Terms before, long nowMillis) {
        return new ApiKey.Terms(
                form.has("scopes") ? scopes() : before.scopes(),
                form.has("addresses") ? addresses() : before.addresses(),
                form.has("instruments") ? instruments() : before.instruments(),
                most("maxOrderQuantity", before.mostQuantity()),
                most("maxOrderValue", before.mostValue()),
                form.has("expiresAt") ? expiry(nowMillis) : before.expiresMillis());
    }

    private Set<Scope> scopes() {
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        for (String word : form.texts("scopes")) {
            String name = word.toUpperCase(Locale.ROOT);
            if (name.equals(word)) throw Problem.at("scopes", ProblemCode.INVALID_VALUE, "must be lower-case", word);
            scopes.add(Choices.of("scopes", name, Scope.class));
        }
        return scopes;
    }

    private AddressList addresses() {
        List<String> words = words("addresses");
        for (String word : words) {
            if (!AddressList.isNetwork(word)) {
                String rule = "must be addresses or networks of IPv4 or IPv6";
                throw Problem.at("addresses", ProblemCode.INVALID_VALUE, rule, word);
            }
        }
        return AddressList.of(words);
    }

    private List<String> instruments() {
        List<String> words = words("instruments");
        for (String word : words) listed.terms("instruments", word);
        return words;
    }

    private List<String> words(String name) {
        if (form.isNull(name)) return List.of();
        List<String> words = form.texts(name);
        if (words.size() > MOST_WORDS) {
            String rule = "must be at most " + MOST_WORDS;
            throw Problem.at(name, ProblemCode.INVALID_VALUE, rule, Integer.toString(words.size()));
        }
        return words;
    }

    private Optional<BigDecimal> most(String name, Optional<BigDecimal> before) {
        if (!form.has(name)) return before;
        if (form.isNull(name)) return Optional.empty();
        return Optional.of(new BigDecimal(form.text(name, DECIMALS, "must be a plain decimal")));
    }

    private long expiry(long nowMillis) {
        if (form.isNull("expiresAt")) return 0;
        String text = form.text("expiresAt");
        long millis = Times.nanos("expiresAt", text) / NANOS_PER_MILLI;
        if (millis <= nowMillis) throw Problem.at("expiresAt", ProblemCode.INVALID_VALUE, "must be to come", text);
        return millis;
    }

    /** Only switching on and off: revoking is for good and has a route of its own. */
    ApiKey.Status status(ApiKey.Status before) {
        if (!form.has("status")) return before;
        ApiKey.Status status = form.choice("status", ApiKey.Status.class);
        if (status == ApiKey.Status.ACTIVE || status == ApiKey.Status.INACTIVE) return status;
        throw Problem.at("status", ProblemCode.INVALID_VALUE, "must be ACTIVE or INACTIVE", status.name());
    }
}
