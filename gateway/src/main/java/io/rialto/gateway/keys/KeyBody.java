package io.rialto.gateway.keys;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rialto.gateway.access.ApiKey;
import io.rialto.gateway.access.Scope;
import io.rialto.gateway.form.Times;
import java.math.BigDecimal;
import java.util.List;

/**
 * A key as its owner sees it. Null is not bound, or never.
 *
 * @param key its id, as requests name it
 * @param secret where it is made, and nowhere else
 * @param previousUntil how long what signed before the last rotation is good
 */
record KeyBody(
        String id,
        String key,
        @JsonInclude(JsonInclude.Include.NON_NULL) String secret,
        String label,
        ApiKey.Algorithm algorithm,
        ApiKey.Status status,
        List<String> scopes,
        List<String> addresses,
        List<String> instruments,
        String maxOrderQuantity,
        String maxOrderValue,
        String expiresAt,
        String previousUntil,
        String createdAt,
        String lastUsedAt,
        long uses,
        long errors) {
    private static final long NANOS_PER_MILLI = 1_000_000;

    /** @param secret empty for none to show */
    static KeyBody of(ApiKey key, String secret, KeyUsage.Count count, long nowMillis) {
        ApiKey.Terms terms = key.terms();
        return new KeyBody(
                key.id(),
                key.id(),
                secret.isEmpty() ? null : secret,
                key.label(),
                key.algorithm(),
                key.statusAt(nowMillis),
                terms.scopes().stream().sorted().map(Scope::word).toList(),
                terms.addresses().words(),
                terms.instruments(),
                terms.mostQuantity().map(BigDecimal::toPlainString).orElse(null),
                terms.mostValue().map(BigDecimal::toPlainString).orElse(null),
                time(terms.expiresMillis()),
                key.oldUntilMillis() > nowMillis ? time(key.oldUntilMillis()) : null,
                time(key.createdMillis()),
                time(count.usedMillis()),
                count.uses(),
                count.errors());
    }

    static String time(long millis) {
        return millis == 0 ? null : Times.text(millis * NANOS_PER_MILLI);
    }
}
