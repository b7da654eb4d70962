/** Answers of the read model that are asked for often, kept for a while: in memory, and in a Redis that gateways share. */
package io.rialto.gateway.cache;
