/** Administrators at the limits of requests: tiers of accounts, rates, weights, bans. */
package io.rialto.gateway.tiers;
