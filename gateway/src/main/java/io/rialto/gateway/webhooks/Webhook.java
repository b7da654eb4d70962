package io.rialto.gateway.webhooks;

/**
 * One webhook as its owner sees it. Immutable.
 *
 * @param triedMillis when it was last tried; 0 for never
 * @param fault why the last try failed; empty when it did not
 */
public record Webhook(String id, int person, String url, long createdMillis, long triedMillis, String fault) {}
