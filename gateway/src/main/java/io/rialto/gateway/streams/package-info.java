/** Subscriptions of connections: one thread follows what frames changed and tells those who asked for it. */
package io.rialto.gateway.streams;
