package io.rialto.gateway.access;

import io.rialto.gateway.security.AddressList;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An API key as the doors need it; shows its secret to nobody. Immutable.
 *
 * @param number counted from 1, never used twice
 * @param account 0 for the venue's administrator
 * @param status as it was given; see {@link #statusAt}
 * @param version counts its changes
 * @param old what signed before the last rotation, good until then (milliseconds since 1970)
 */
public record ApiKey(
        int number,
        String id,
        int account,
        String label,
        Terms terms,
        Algorithm algorithm,
        Status status,
        Signing current,
        Signing old,
        long oldUntilMillis,
        long createdMillis,
        long version) {

    /** How it signs. */
    public enum Algorithm {
        HMAC_SHA256,
        ED25519
    }

    /** Only an active one signs; a revoked one is revoked for good. */
    public enum Status {
        ACTIVE,
        INACTIVE,
        EXPIRED,
        REVOKED
    }

    /** Tells whether a text was signed. Never tells by what. */
    public interface Signing {
        Signing NOTHING = (text, signature) -> false;

        boolean fits(String text, String signature);
    }

    /**
     * What it may do, and where. Immutable.
     *
     * @param instruments symbols; empty for all
     * @param mostQuantity of one order, in the base asset
     * @param mostValue of one order, in the quote asset
     * @param expiresMillis since 1970; 0 for never
     */
    public record Terms(
            Set<Scope> scopes,
            AddressList addresses,
            List<String> instruments,
            Optional<BigDecimal> mostQuantity,
            Optional<BigDecimal> mostValue,
            long expiresMillis) {

        public static Terms of(Set<Scope> scopes) {
            return new Terms(scopes, AddressList.ANY, List.of(), Optional.empty(), Optional.empty(), 0);
        }

        /** Whether orders are bound by it. */
        public boolean bindsOrders() {
            return !instruments.isEmpty() || mostQuantity.isPresent() || mostValue.isPresent();
        }

        /** Whether there is anything that it may not do, beside its scopes. */
        public boolean isBound() {
            return bindsOrders() || expiresMillis > 0 || !addresses.words().isEmpty();
        }
    }

    public Set<Scope> scopes() {
        return terms.scopes();
    }

    public Status statusAt(long nowMillis) {
        boolean isOver = terms.expiresMillis() > 0 && terms.expiresMillis() <= nowMillis;
        return isOver && status != Status.REVOKED ? Status.EXPIRED : status;
    }

    boolean isSigned(String text, String signature, long nowMillis) {
        return current.fits(text, signature) || nowMillis < oldUntilMillis && old.fits(text, signature);
    }

    Caller caller() {
        return Caller.program(this);
    }

    @Override
    public String toString() {
        return "ApiKey[" + id + " account=" + account + " scopes=" + scopes() + " status=" + status + "]";
    }
}
