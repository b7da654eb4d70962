package io.rialto.gateway.meters;

/**
 * What one request would take from one meter. Immutable.
 *
 * @param policy name of the limit, as answers tell it
 * @param meter whose meter it is: the same name is the same meter, at every gateway
 * @param weight at most the quota's most, else it could never pass
 */
public record Charge(String policy, String meter, Quota quota, long weight) {
    String key() {
        return meter + ":" + quota.word();
    }

    boolean isOfWindow() {
        return quota.kind() == Quota.Kind.WINDOW;
    }
}
