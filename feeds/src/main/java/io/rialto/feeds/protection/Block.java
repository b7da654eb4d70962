package io.rialto.feeds.protection;

import io.rialto.protocol.BlockScope;

/**
 * Someone whose orders are refused.
 *
 * @param target number of the firm, account, trader, key or instrument
 * @param isKill a kill is lifted by two administrators, a suspension by one
 * @param timeNanos journal time, UTC
 * @param sequence of the frame that began it
 */
public record Block(BlockScope scope, int target, boolean isKill, long timeNanos, long sequence) {}
