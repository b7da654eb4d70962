package io.rialto.gateway.inbox;

import java.util.List;

/**
 * Notifications that are told together.
 *
 * @param digest whether they were held in quiet hours
 */
public record LetterItems(List<LetterBody> items, boolean digest) {}
