/** Who holds whom back: kills, suspensions, halts, limits, and what two administrators change together. */
package io.rialto.gateway.protection;
