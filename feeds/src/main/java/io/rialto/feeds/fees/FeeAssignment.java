package io.rialto.feeds.fees;

import io.rialto.protocol.FeeScope;

/** For whom a schedule is; an account, trade group, firm or instrument by its number. */
public record FeeAssignment(FeeScope scope, int target, int asset, int schedule, long sequence) {}
