/** Margin over HTTP: moving it, what an account requires, leverage, and the tiers that administrators set. */
package io.rialto.gateway.margin;
